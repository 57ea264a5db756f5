import { say } from '../decision.ts';
import { letters } from '../letters.ts';
import type { Paper, PaperCell, Words } from './paper.ts';
import type { Basis } from './rows.ts';
import type { Tally } from './tally.ts';

type Year = {
  readonly year: number;
  readonly poor: number | null;
  readonly nearPoor: number | null;
  readonly source: string;
};

/** The totals of a ward year by year: those entered by hand, and this round's own; each change as a live formula. */
export function yearsPaper(tally: Tally, { listYear, totals }: Basis, of: string, words: Words): Paper {
  const earlier: Year[] = totals
    .filter(({ year, zone }) => zone === null && year !== listYear)
    .map(({ nearPoor, poor, source, year }) => ({ year, poor, nearPoor, source }));
  const own = words(say('report.years.round'));
  const now: Year = {
    year: listYear,
    poor: tally.listed.poor,
    nearPoor: tally.listed['near-poor'],
    source: own,
  };
  const years = [...earlier, now].toSorted((a, b) => a.year - b.year);
  const headings = [
    'Năm',
    'Hộ nghèo',
    'Tăng, giảm',
    'Hộ cận nghèo',
    'Tăng, giảm',
    words(say('report.years.source')),
  ];
  return {
    name: 'Qua các năm',
    head: [
      [{ value: words(say('report.years.title')), look: 'title' }],
      [{ value: of, look: 'subtitle' }],
      headings.map((value): PaperCell => ({ value, look: 'heading' })),
    ],
    rows: years.map((year, at) => rowOf(year, years[at - 1], at + 4)),
    merged: ['A1:F1', 'A2:F2'],
    heights: [24, 18, 20],
    widths: [8, 14, 14, 14, 14, 60],
  };
}

function rowOf(year: Year, before: Year | undefined, row: number): readonly PaperCell[] {
  const change = (column: number, now: number | null, then: number | null | undefined): PaperCell => {
    if (now === null || then === null || then === undefined) return { value: null, look: 'number' };
    const letter = letters(column);
    return { value: now - then, look: 'number', formula: `${letter}${row}-${letter}${row - 1}` };
  };
  return [
    { value: year.year, look: 'label' },
    { value: year.poor, look: 'number' },
    change(1, year.poor, before?.poor),
    { value: year.nearPoor, look: 'number' },
    change(3, year.nearPoor, before?.nearPoor),
    { value: year.source, look: 'label' },
  ];
}
