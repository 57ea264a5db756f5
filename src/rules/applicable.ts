import { register } from './register.ts';
import type { Standard } from './standard.ts';

/** Thrown for a list year that no standard serves: there is nothing to fall back to. */
export class NotInForce extends Error {
  constructor(listYear: number, nearest: Standard) {
    super(
      `No standard serves the list year ${listYear}; the nearest, ${nearest.id}, serves ${nearest.fromYear} to ${nearest.toYear}. ` +
        'Choose a year it serves, or add src/rules/standards/<period>.ts and list it in src/rules/register.ts.',
    );
    this.name = 'NotInForce';
  }
}

/** The standards by which the list of that year is made, the national one first; throws `NotInForce` when there is none. */
export function applicableStandards(listYear: number): readonly [Standard, ...Standard[]] {
  const [first, ...others] = register.filter((standard) => yearsAway(standard, listYear) === 0);
  if (first === undefined) throw new NotInForce(listYear, nearestTo(listYear));
  return [first, ...others];
}

function nearestTo(listYear: number): Standard {
  return register.reduce((nearest, standard) =>
    yearsAway(standard, listYear) < yearsAway(nearest, listYear) ? standard : nearest,
  );
}

function yearsAway({ fromYear, toYear }: Standard, listYear: number): number {
  return Math.max(fromYear - listYear, listYear - toYear, 0);
}
