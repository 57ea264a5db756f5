import type { Shown } from '../../src/report/hide.ts';

/**
 * Somebody who knows every number shown, and of every zone how many of its households were poor, near-poor or neither on
 * the last list, and who tries all tables that there can be. It counts in its own way and shares nothing with what hides.
 */
export type Knows = {
  readonly whole: Shown;
  readonly zones: readonly {
    readonly shown: Shown;
    readonly before: { readonly poor: number; readonly nearPoor: number; readonly none: number };
  }[];
};

/** What can be counted of a zone: told numbers first, then what follows from them. */
export const fields = [
  'reviewed',
  'poor',
  'nearPoor',
  'left',
  'new',
  'stayed',
  'never',
  'listed',
  'unlisted',
] as const;
type Row = readonly number[];

/** All values that each number can have by what is known: first of the ward, then of each zone. */
export function possible({ whole, zones }: Knows): readonly (readonly ReadonlySet<number>[])[] {
  const rows = zones.map(({ before, shown }) => distinct(rowsOf(before).filter((row) => fits(row, shown))));
  const all = [whole, ...zones].map(() => fields.map(() => new Set<number>()));
  // Sums that the zones before, and those after, can have together: a table is any zone's row between two of them.
  const sums = (of: readonly (readonly Row[])[]) =>
    of.reduce<readonly Row[]>(
      (found, next) => distinct(found.flatMap((one) => next.map((row) => add(one, row)))),
      [fields.map(() => 0)],
    );
  rows.forEach((own, at) => {
    const others = sums(rows.filter((_, other) => other !== at));
    for (const row of own)
      for (const other of others) {
        const total = add(row, other);
        if (!fits(total, whole)) continue;
        total.forEach((value, field) => all[0]![field]!.add(value));
        row.forEach((value, field) => all[at + 1]![field]!.add(value));
      }
  });
  return all;
}

/** One more household than is known may have come that stood on no list, where the number of households is hidden. */
function rowsOf({ nearPoor, none, poor }: Knows['zones'][number]['before']): readonly Row[] {
  return splits(poor).flatMap((p) =>
    splits(nearPoor).flatMap((n) =>
      [none - 1, none, none + 1]
        .filter((size) => size >= 0)
        .flatMap((size) =>
          splits(size).map((o): Row => {
            const after = (at: 0 | 1 | 2) => p[at] + n[at] + o[at];
            const reviewed = after(0) + after(1) + after(2);
            const isNew = o[0] + o[1];
            const listed = after(0) + after(1);
            return [reviewed, after(0), after(1), p[2] + n[2], isNew, listed - isNew, o[2], listed, after(2)];
          }),
        ),
    ),
  );
}

/** All ways to split so many into poor, near-poor and neither. */
function splits(size: number): readonly (readonly [number, number, number])[] {
  return Array.from({ length: size + 1 }, (_, poor) =>
    Array.from({ length: size - poor + 1 }, (__, near) => [poor, near, size - poor - near] as const),
  ).flat();
}

function fits(row: Row, shown: Shown): boolean {
  return (['reviewed', 'poor', 'nearPoor', 'left', 'new'] as const).every(
    (field, at) => shown[field] === null || shown[field] === row[at],
  );
}

function add(one: Row, other: Row): Row {
  return one.map((value, at) => value + (other[at] ?? 0));
}

function distinct(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.join(), row])).values()];
}
