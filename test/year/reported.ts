import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { effectiveAnswers } from '../../src/desk/subject.ts';
import { lists } from '../../src/report/list.ts';
import { reportedIndicators } from '../../src/report/tables/deprivations.ts';
import { type CaseRow, casesAfter } from '../../src/store/cases.ts';
import { membersOf } from '../../src/survey/answer.ts';
import { ageOf } from '../../src/survey/member-gap.ts';
import { readingOf } from '../../src/surveys/reading.ts';
import type { Stage } from '../journeys/stage.ts';
import { operates } from '../journeys/ward-people.ts';
import { type Book, readWorkbook } from '../report/workbook.ts';
import type { Home } from './world.ts';

/** A household of the season with what its case says, read anew. */
type Known = Home & {
  readonly people: number;
  readonly children: readonly string[];
  readonly lacks: ReadonlyMap<string, readonly string[]>;
};

/** Writes the report of a ward's round and holds every number of its tables against the households, one by one. */
export async function expectReported(stage: Stage, ward: string, homes: readonly Home[]): Promise<void> {
  const round = /^round (\d+) \(yearly\)/m.exec(await operates(stage, 'round list', { ward }))![1]!;
  const out = join(mkdtempSync(join(tmpdir(), 'year-')), 'report.xlsx');
  await operates(stage, 'report', { round, out });
  const book = await readWorkbook(out);
  const all = await knownOf(stage, homes);
  const zones = [...new Set(homes.map(({ zone }) => zone))];
  const named = (zone: string) => `Khu ${zone.split('-')[1]} ${ward}`;
  for (const zone of [...zones, null]) {
    const here = zone === null ? all : all.filter((home) => home.zone === zone);
    const place = zone === null ? 'Tổng cộng' : named(zone);
    for (const [no, rows] of expectedOf(here))
      expect([no, place, rowsOf(book, no, place, rows.length)]).toEqual([no, place, rows]);
  }
  for (const { listed, no } of lists) {
    const heads = book
      .get(`Biểu ${no}`)!
      .slice(3)
      .filter((cells) => typeof cells[0]?.value === 'number');
    const names = homes.filter(({ category }) => category === listed).map(({ name }) => name);
    expect(heads.map((cells) => String(cells[2]!.value)).toSorted()).toEqual(names.toSorted());
  }
}

async function knownOf(stage: Stage, homes: readonly Home[]): Promise<readonly Known[]> {
  const cases: CaseRow[] = [];
  for (let after = 0; ;) {
    const page = await casesAfter(stage.db.q, after, 200);
    cases.push(...page);
    if (page.length === 0) break;
    after = page.at(-1)!.id;
  }
  return homes.map((home) => {
    const found = cases.find(({ interview }) => membersOf(interview.answers)[0]?.name === home.name)!;
    const answers = effectiveAnswers(found);
    const { listYear, on } = found.interview;
    const [national] = readingOf(answers, on, listYear).assessments;
    const members = membersOf(answers);
    return {
      ...home,
      people: members.length,
      children: members.filter((member) => ageOf(member, on).max < 16).map(({ id }) => id),
      lacks: new Map(
        national!.findings
          .filter(({ verdict }) => verdict === 'deprived')
          .map((finding) => [finding.rule, finding.members] as const),
      ),
    };
  });
}

type Rows = readonly (readonly (number | null)[])[];

/** The numbers of each table, by counting households: nothing of how the tables are made is used. */
function expectedOf(here: readonly Known[]): ReadonlyMap<number, Rows> {
  const households = (which: (home: Known) => boolean) => here.filter(which).length;
  const people = (which: (home: Known) => boolean) =>
    here.filter(which).reduce((sum, home) => sum + home.people, 0);
  const is = (category: string) => (home: Known) => home.category === category;
  const moved = (from: Home['listed'], to: string) => (home: Known) =>
    home.listed === from && home.category === to;
  const movement = (own: 'poor' | 'near-poor', count: typeof households) => {
    const other = own === 'poor' ? 'near-poor' : 'poor';
    const left = count(moved(own, 'none'));
    const changed = count(moved(own, other));
    const start = count((home) => home.listed === own);
    const ways = own === 'poor' ? [changed, left] : [left, changed];
    return [start, ...ways, 0, count(moved(other, own)), 0, count(moved(null, own)), 0, count(is(own))];
  };
  const lacking = (category: string) =>
    reportedIndicators.map(({ id }) => households((home) => is(category)(home) && home.lacks.has(id)));
  const lacks = (category: string) => {
    const each = lacking(category);
    return [households(is(category)), each.reduce((sum, number) => sum + number, 0), ...each];
  };
  const shares = (category: string) => {
    const whole = households(is(category));
    return [whole, ...lacking(category).map((number) => (whole === 0 ? null : (number / whole) * 100))];
  };
  const children = (category: string) => {
    const of = here.filter(is(category));
    const sum = (count: (home: Known) => number) => of.reduce((total, home) => total + count(home), 0);
    return [
      sum((home) => home.children.length),
      ...['health-insurance', 'nutrition', 'child-school'].map((id) =>
        sum((home) => home.children.filter((child) => home.lacks.get(id)?.includes(child)).length),
      ),
    ];
  };
  const none = (count: number) => Array.from({ length: count }, () => null);
  const groups = (count: typeof households) =>
    ['poor', 'near-poor'].flatMap((each) => [count(is(each)), 0, 0, 0, count(is(each))]);
  const whole = (category: string) => [
    ...none(8),
    ...[households(is(category)), 0, 0, null, 0, 0, null],
    ...[people(is(category)), 0, 0, null],
    ...none(3),
  ];
  const causes = (category: string) => [0, households(is(category)), 0, 0, 0, 0, 0, 0];
  const [poor, near] = [is('poor'), is('near-poor')];
  return new Map<number, Rows>([
    [
      1,
      [
        [
          ...[null, null, households(poor), null, households(near), null, null, null],
          ...[people(poor), null, people(near), null, null, null],
        ],
      ],
    ],
    [2, [movement('poor', households), movement('poor', people)]],
    [3, [movement('near-poor', households), movement('near-poor', people)]],
    [4, [lacks('poor')]],
    [5, [shares('poor')]],
    [6, [lacks('near-poor')]],
    [7, [shares('near-poor')]],
    [8, [groups(households), groups(people)]],
    [9, [[households(poor), 0, 0, null, households(near), 0, 0, null]]],
    [10, [causes('poor'), causes('near-poor')]],
    [11, [[...children('poor'), ...children('near-poor')]]],
    [12, [whole('poor')]],
    [13, [whole('near-poor')]],
  ]);
}

function rowsOf(book: Book, no: number, place: string, kinds: number): Rows {
  const rows = book.get(`Biểu ${no}`)!;
  const first = rows.findIndex((cells) => cells[1]?.value === place);
  return rows
    .slice(first, first + kinds)
    .map((cells) =>
      cells.slice(kinds > 1 ? 3 : 2).map(({ value }) => (typeof value === 'number' ? value : null)),
    );
}
