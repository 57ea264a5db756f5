import type { ProvinceCode } from './assessment.ts';
import { national, provincial } from './register.ts';
import type { Standard } from './standard.ts';
import { firstYearOf, isContestedIn, lastYearOf, servesIn } from './years.ts';

/** Thrown for a list year that no standard serves: there is nothing to fall back to. */
export class NotInForce extends Error {
  constructor(listYear: number, nearest: Standard) {
    super(
      `No standard serves the list year ${listYear}; the nearest, ${nearest.id}, serves ${firstYearOf(nearest)} to ${lastYearOf(nearest)}. ` +
        'Choose a year it serves, or add src/rules/standards/<period>.ts and list it in src/rules/register.ts.',
    );
    this.name = 'NotInForce';
  }
}

/**
 * The standards by which the list of that year is made: the national one that serves it first, then any other of which
 * our facts leave open whether it serves that year, then the province's own, contested or not. Throws `NotInForce` when there is none.
 */
export function applicableStandards(
  listYear: number,
  province: ProvinceCode | null = null,
): readonly [Standard, ...Standard[]] {
  const serving = national.find((standard) => servesIn(standard, listYear));
  if (serving === undefined) throw new NotInForce(listYear, nearestTo(listYear));
  const contested = national.filter((standard) => standard !== serving && isContestedIn(standard, listYear));
  const own = provincial.filter(
    (standard) =>
      standard.authority === province && (servesIn(standard, listYear) || isContestedIn(standard, listYear)),
  );
  return [serving, ...contested, ...own];
}

function nearestTo(listYear: number): Standard {
  return national.reduce((nearest, standard) =>
    yearsAway(standard, listYear) < yearsAway(nearest, listYear) ? standard : nearest,
  );
}

/** Of a list year that the standard does not serve. */
function yearsAway(standard: Standard, listYear: number): number {
  return Math.max(firstYearOf(standard) - listYear, listYear - lastYearOf(standard));
}
