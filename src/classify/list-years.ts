import { applicableStandards, NotInForce, type ProvinceCode, type Standard } from '../rules/index.ts';
import { firstYearOf, lastYearOf, servesIn } from '../rules/years.ts';

/** By what households are classified. */
export type Way =
  | { readonly kind: 'applicable'; readonly province: ProvinceCode | null }
  | { readonly kind: 'one'; readonly standard: Standard }
  | { readonly kind: 'compare'; readonly one: Standard; readonly other: Standard };

/** The national standards of a list year, or what to do when there is none. */
function standardsOf(listYear: number): readonly Standard[] | string {
  try {
    return applicableStandards(listYear);
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

/** What is wrong with reading a household for that list year; null when nothing is. */
export function notServed(listYear: number, by: Way): string | null {
  const standards = standardsOf(listYear);
  if (typeof standards === 'string') return standards;
  if (by.kind !== 'one' || mayServe(by.standard, listYear)) return null;
  const { id } = by.standard;
  const years = `${firstYearOf(by.standard)} to ${lastYearOf(by.standard)}`;
  const serving = standards.map((standard) => standard.id).join(' and ');
  return `${id} serves the list years ${years}, not ${listYear}, which ${serving} serves; give a year or a standard that fits, or compare the two with --compare`;
}

/** The list year for which a standard is held against another one: the household's, or else the nearest that it serves. */
export function nearestYear(standard: Standard, listYear: number): number {
  if (mayServe(standard, listYear)) return listYear;
  return Math.min(Math.max(listYear, firstYearOf(standard)), lastYearOf(standard));
}

/** Serves it, as far as our facts tell. */
function mayServe(standard: Standard, listYear: number): boolean {
  return servesIn(standard, listYear) || standard.contested.some((year) => year.listYear === listYear);
}
