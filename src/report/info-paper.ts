import { say } from '../decision.ts';
import type { Paper, PaperCell, Words } from './paper.ts';

/** How many rows a part of an export should have, by what that was counted, and how many it has. */
export type Checked = {
  readonly part: string;
  readonly expected: number;
  readonly has: number;
  /** `database`: by the database itself; `first-reading`: by a reading of all households before the one that wrote them. */
  readonly by: 'database' | 'first-reading';
};

/** What a report is of. Days are `YYYY-MM-DD`. */
export type ReportOf = {
  readonly ward: string;
  /** Null where it is of the whole ward. */
  readonly zone: string | null;
  readonly round: number;
  /** Only those who asked for a review, or only some zones of the ward. */
  readonly isPart: boolean;
  readonly listYear: number;
  readonly standard: string;
  readonly asOf: string;
};

/** One line that says of which ward, list and day a table is. */
export function ofLine({ asOf, isPart, listYear, round, ward, zone }: ReportOf, words: Words): string {
  const where = zone === null ? ward : `${zone}, ${ward}`;
  const of = words(say('report.of', { where, year: String(listYear), round, day: { day: asOf } }));
  return isPart ? `${of} ${words(say('report.part'))}` : of;
}

/** The first sheet: what the report is of, how sure its layout is, and that it is whole. */
export function infoPaper(of: ReportOf, checked: readonly Checked[], words: Words): Paper {
  const fact = (key: string, value: string | number, look: 'note' | 'date' = 'note'): PaperCell[] => [
    { value: words(say(`report.info.${key}`)), look: 'note' },
    { value, look },
  ];
  const headings = ['part', 'expected', 'has', 'by', 'whole'].map((key): PaperCell => ({
    value: words(say(`report.check.${key}`)),
    look: 'heading',
  }));
  return {
    name: 'Thông tin',
    head: [[{ value: words(say('report.info.title')), look: 'title' }]],
    rows: [
      fact('ward', of.ward),
      fact('zone', of.zone ?? words(say('report.info.all-zones'))),
      fact('round', of.round),
      fact('year', of.listYear),
      fact('standard', of.standard),
      fact('as-of', serialOf(of.asOf), 'date'),
      fact('layout', words(say('report.layout'))),
      fact('source', words(say('report.source'))),
      fact('readings', words(say('report.readings'))),
      [],
      headings,
      ...checked.map(({ by, expected, has, part }): PaperCell[] => [
        { value: part, look: 'label' },
        { value: expected, look: 'number' },
        { value: has, look: 'number' },
        { value: words(say(`report.check.by-${by}`)), look: 'label' },
        { value: words(say(expected === has ? 'report.check.yes' : 'report.check.no')), look: 'label' },
      ]),
    ],
    merged: ['A1:E1'],
    heights: [28],
    widths: [28, 18, 12, 34, 12],
  };
}

/** A day as sheets count it: 1 is the first day of 1900, and there is a 29 February in that year. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000);
}
