import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Birth, parseBirth } from '../../src/input/birth.ts';
import { choose, chooseMany, type Option } from '../../src/input/choose.ts';
import { type Clock, parseClock } from '../../src/input/clock.ts';
import { parseCounts } from '../../src/input/counts.ts';
import { parseDay } from '../../src/input/day-said.ts';
import { parseMemberLine, parseMemberLines } from '../../src/input/member-line.ts';
import { parseMoney } from '../../src/input/money.ts';
import { parseCount } from '../../src/input/number.ts';
import { parseSignedDay } from '../../src/input/signed-day.ts';
import { parseTimes } from '../../src/input/times.ts';
import { isNobody, parseYesNo } from '../../src/input/yes-no.ts';

const YEAR = 2026;
const option = (value: string, ...words: string[]): Option => ({ value, words });
const WALLS = [
  option('brick', 'Tường gạch', 'Brick'),
  option('wood', 'Gỗ bền chắc', 'Durable wood'),
  option('bamboo', 'Tường tre nứa', 'Bamboo'),
  option('none', 'Không có tường'),
];
const PEOPLE = [option('lan', 'Lan'), option('binh', 'Bình'), option('hoa', 'Hoa'), option('hoà', 'Hòa')];

/** Each list of cases and what its sentences go through, brought into the short form that the cases are written in. */
const READERS: Record<string, (say: string) => unknown> = {
  money: (say) => {
    const money = parseMoney(say);
    if (money.kind === 'money') return [money.yearly, money.period, money.times];
    if (money.kind === 'needs-period') return { period: money.amount };
    if (money.kind === 'needs-count') return { count: money.amount, of: money.period };
    return money.kind === 'refused' ? money.why : money.kind;
  },
  'yes-no': parseYesNo,
  nobody: isNobody,
  births: (say) => birth(parseBirth(say, YEAR)),
  walls: (say) => {
    const choice = choose(say, WALLS);
    return choice.kind === 'chosen' ? choice.value : { near: choice.near };
  },
  people: (say) => {
    const choices = chooseMany(say, PEOPLE);
    return choices.kind === 'chosen' ? choices.values : { near: choices.near };
  },
  counts: (say) => count(say, 'refuse'),
  floored: (say) => count(say, 'floor'),
  'signed-days': (say) => {
    const read = parseSignedDay(say, '2026-11-20');
    return read.kind === 'day' ? read.day : read.why;
  },
  days: (say) => parseTimes(say, 'day'),
  seasons: (say) => parseTimes(say, 'season'),
  ahead: (say) => {
    const day = parseDay(say, '2026-11-20');
    if (day.kind === 'refused') return day.why;
    return [day.on, day.clock === null ? day.part : clock(day.clock)]
      .filter((each) => each !== null)
      .join(' ');
  },
  clocks: (say) => clock(parseClock(say, null)),
  several: (say) => parseCounts(say, 200) ?? 'none',
  members: (say) => {
    const one = parseMemberLine(say, YEAR);
    return one.kind === 'member' ? [one.name, birth(one.birth), one.relation ?? null] : one.why;
  },
  lists: (say) =>
    parseMemberLines(say, YEAR).map(({ result }) => (result.kind === 'member' ? result.name : result.why)),
};

function clock(said: Clock): string {
  if (said.kind === 'unclear') return `${said.hour}?`;
  return said.kind === 'time' ? said.at : 'no-time';
}

function birth(said: Birth | null): unknown {
  return said?.kind === 'refused' ? said.why : said && Object.values(said);
}

function count(say: string, decimals: 'floor' | 'refuse'): unknown {
  const said = parseCount(say, { min: 1, max: 1000, decimals });
  return said.kind === 'number' ? said.value : said.why;
}

const files = z.record(z.string(), z.array(z.strictObject({ say: z.string(), gives: z.unknown() })));
const lists = [
  'money',
  'yes-no',
  'births',
  'choices',
  'counts',
  'members',
  'meetings',
  'signed-days',
].flatMap((file) =>
  Object.entries(files.parse(parse(readFileSync(new URL(`${file}.yaml`, import.meta.url), 'utf8')))),
);

describe.each(lists)('what people type: %s', (name, cases) => {
  it.each(cases)('reads "$say"', ({ say, gives }) => {
    expect(READERS[name]!(say)).toEqual(gives);
  });
});

it('keeps at least 300 sentences, none of them twice in its list', () => {
  expect(lists.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(300);
  for (const [, cases] of lists) expect(new Set(cases.map(({ say }) => say)).size).toBe(cases.length);
});
