import type { Answered } from '../command.ts';

/** What an import did, or in a rehearsal would do. */
export type Report = {
  readonly what: string;
  readonly isRehearsal: boolean;
  readonly added: number;
  /** The rows of the file that changed what was there. */
  readonly changed: readonly number[];
  readonly unchanged: number;
  /** Columns of the file that were not read. */
  readonly ignored: readonly string[];
  /** What else there is to say, a line each. */
  readonly notes: readonly string[];
};

/** The answer of an import: lines for a person, counts for a program. */
export function answerOf(report: Report, more: Readonly<Record<string, unknown>> = {}): Answered {
  const { added, changed, ignored, isRehearsal, notes, unchanged, what } = report;
  const counts = `${added} added, ${changed.length} changed, ${unchanged} unchanged`;
  return {
    lines: [
      ...(isRehearsal ? ['Nothing is written. This is what the import would do:'] : []),
      `${what}: ${counts}.`,
      ...(changed.length > 0
        ? [`Changed by ${changed.length === 1 ? 'row' : 'rows'} ${changed.join(', ')}.`]
        : []),
      ...notes,
      ...(ignored.length > 0 ? [`Not read: ${ignored.map((title) => `"${title}"`).join(', ')}.`] : []),
    ],
    data: { dryRun: isRehearsal, added, changed: changed.length, unchanged, ...more },
  };
}
