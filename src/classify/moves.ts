import type { Class } from './classify.ts';

const classes: readonly Class[] = ['poor', 'near-poor', 'average', 'none', 'undetermined'];

/** How many households go from which class to which when one standard takes the place of another. */
export class Moves {
  readonly #counts = new Map<string, number>();

  add(before: Class, after: Class): void {
    const key = `${before}/${after}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** A table of the classes that occur: a line for each class by the first standard, a column for each by the other. */
  lines(before: string, after: string): readonly string[] {
    const at = (one: Class, other: Class) => this.#counts.get(`${one}/${other}`) ?? 0;
    const rows = classes.filter((one) => classes.some((other) => at(one, other) > 0));
    const columns = classes.filter((other) => classes.some((one) => at(one, other) > 0));
    const table = [
      ['', ...columns],
      ...rows.map((one) => [one, ...columns.map((other) => String(at(one, other)))]),
    ];
    const widths = ['', ...columns].map((_, column) =>
      Math.max(...table.map((line) => line[column]?.length ?? 0)),
    );
    return [
      `Moves from ${before} (lines) to ${after} (columns):`,
      ...table.map((line) =>
        line
          .map((cell, column) =>
            column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
          )
          .join('  '),
      ),
    ];
  }
}
