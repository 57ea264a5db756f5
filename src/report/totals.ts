/** What can be entered by hand of a zone or a ward for a year, with where it is from. Counts of households and of people. */
export const enteredFields = [
  'poor',
  'nearPoor',
  'poorPersons',
  'nearPoorPersons',
  'households',
  'persons',
  'minorityHouseholds',
  'minorityPersons',
] as const;
export type EnteredField = (typeof enteredFields)[number];

/** Totals as they were entered; null where they were not. `zone` is null where they are of the whole ward. */
export type Totals = Readonly<Record<EnteredField, number | null>> & {
  readonly zone: number | null;
  readonly year: number;
  readonly source: string;
};

/** What was entered; null where nothing was. */
export function entered(
  all: readonly Totals[],
  zone: number | null,
  year: number,
  field: EnteredField,
): number | null {
  return all.find((each) => each.zone === zone && each.year === year)?.[field] ?? null;
}
