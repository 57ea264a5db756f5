import { AdminError } from '../error.ts';

/** What is wrong with a cell, and what would be right; `title: null` when it is the whole row. */
export type Fault = { readonly row: number; readonly title: string | null; readonly say: string };

const longest = 60;

/** What stands in a cell, for a message. */
export function shown(text: string): string {
  if (text === '') return '(blank)';
  return `"${text.length > longest ? `${text.slice(0, longest)}…` : text}"`;
}

/** Refuses a file that has faults, all of them named; else nothing happens. Throws `AdminError`. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const lines = faults
    .toSorted((one, other) => one.row - other.row)
    .map(({ row, say, title }) => `  row ${row}${title === null ? '' : `, ${title}`}: ${say}`);
  const many = faults.length === 1 ? 'one thing is' : `${faults.length} things are`;
  throw new AdminError(
    `Nothing is imported: ${many} wrong. Mend the file and import it again.\n${lines.join('\n')}`,
  );
}
