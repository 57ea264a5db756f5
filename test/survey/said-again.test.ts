import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseMoney } from '../../src/input/money.ts';
import type { Place } from '../../src/survey/context.ts';
import {
  answerAll,
  answered,
  begin,
  commandOf,
  openQuestion,
  places,
  type WalkThrough,
} from './walk-through.ts';

/** What people type in our lists of sentences. */
function sayings(file: string, list: string): readonly string[] {
  const cases = z.record(z.string(), z.array(z.object({ say: z.string() })));
  const text = readFileSync(new URL(`../input/${file}.yaml`, import.meta.url), 'utf8');
  return cases.parse(parse(text))[list]!.map(({ say }) => say);
}

/** A case that a head has already. */
const sent = answered();
sent.press('send');

/** That case with a question opened again: whatever counts now goes to the head at once. */
function changing(question: string): WalkThrough {
  const through = begin('2026-11-20', 2026, { places, place: null, from: sent.interview() });
  through.run({ kind: 'edit', question });
  return through;
}
/** How often the head got it since. */
const times = (through: WalkThrough) => through.events.filter(({ type }) => type === 'Sent').length;
const said = (through: WalkThrough) => JSON.stringify(through.last().parts);
const floorArea = (through: WalkThrough) => through.interview().answers['floor-area'];

describe('a number', () => {
  test.each(['45', '45 m2', 'khoảng 45 mét vuông', 'dạ 45 ạ', 'rộng 45m²', '45 sqm'])(
    'typed as it is counts at once: %s',
    (text) => {
      const through = changing('floor-area');
      through.say(text);
      expect(floorArea(through)).toEqual({ kind: 'count', value: 45 });
      expect(times(through)).toBe(1);
    },
  );

  test.each([
    ['bốn mươi lăm', 45],
    ['40,5 m2', 40],
    ['4 chục', 40],
    ['45 người', 45],
    ['forty-five', 45],
    ['45 rưỡi', 45],
  ])('read out of other words is said again, and counts with a yes: %s', (text, value) => {
    for (const yes of ['đúng rồi', 'vâng', '1', null]) {
      const through = changing('floor-area');
      through.say(text);
      expect(said(through)).toContain('chat.meant');
      expect(said(through)).toContain(`"value":${value}`);
      expect(floorArea(through)).toEqual({ kind: 'count', value: 60 });
      expect(times(through)).toBe(0);
      if (yes === null) through.press('yes');
      else through.say(yes);
      expect(floorArea(through)).toEqual({ kind: 'count', value });
      expect(times(through)).toBe(1);
    }
  });

  test.each(['chưa đúng', 'sai rồi', 'không', '2'])('said again wrongly is asked anew: %s', (no) => {
    const through = changing('floor-area');
    through.say('bốn mươi lăm');
    through.say(no);
    expect(said(through)).toContain('survey.floor-area.ask');
    through.say('50');
    expect(floorArea(through)).toEqual({ kind: 'count', value: 50 });
  });

  test('is corrected by typing it again, and the old yes is no yes to it', () => {
    const through = changing('floor-area');
    through.say('bốn mươi lăm');
    const yes = through.last().options[0]!.data;
    through.say('năm chục');
    through.run(commandOf(yes));
    expect(through.last().kind).toBe('stale');
    expect(floorArea(through)).toEqual({ kind: 'count', value: 60 });
    through.say('không biết');
    expect(floorArea(through)).toEqual({ kind: 'unknown' });
  });
});

describe('money', () => {
  const yearly = (text: string) => {
    const money = parseMoney(text);
    return money.kind === 'money' && money.yearly > 0 ? [{ text, yearly: money.yearly }] : [];
  };
  const amounts = sayings('money', 'money').flatMap(yearly);

  test('however it was typed, is read back by the year and by the month and counts only with a yes', () => {
    expect(amounts.length).toBeGreaterThan(60);
    for (const { text, yearly } of amounts) {
      const through = changing('income-wages');
      through.say(text);
      if (yearly === 12_000_000) continue;
      expect(openQuestion(through), text).toBe('income-check');
      expect(said(through), text).toContain(
        `"amount":{"money":${yearly}},"month":{"money":${Math.floor(yearly / 12)}}`,
      );
      through.run({ kind: 'send' });
      expect(times(through), text).toBe(0);
      through.press('yes');
      expect(times(through), text).toBe(1);
    }
  });

  test('that is not right is not sent, and the amount can be told again', () => {
    const through = changing('income-wages');
    through.say('hai triệu rưỡi một tháng');
    through.say('sai rồi');
    expect(through.last().kind).toBe('edit-list');
    through.press('income-wages');
    through.say('3 triệu một tháng');
    through.press('yes');
    expect(through.interview().answers['income-wages']).toEqual({ kind: 'money', yearly: 36_000_000 });
    expect(times(through)).toBe(1);
  });
});

test('people and their births are listed again and count only with “that is all”', () => {
  for (const text of [...sayings('members', 'members'), ...sayings('births', 'births')]) {
    const through = changing('members');
    through.say(text);
    const members = through.interview().answers['members'];
    through.run({ kind: 'send' });
    expect(times(through), text).toBe(0);
    if (members?.kind === 'members' && !members.done)
      expect(said(through), text).toMatch(/survey\.members\.(?:more|birth|month|ambiguous|own-name)/);
  }
});

describe('a zone that was searched for', () => {
  const many: readonly Place[] = Array.from({ length: 12 }, (_, at) => ({
    zone: at + 1,
    ward: 1,
    zoneName: `Khu Đồi ${at + 1}`,
    wardName: 'phường Thử Nghiệm',
    area: 'urban',
    province: null,
  }));
  const searching = (...texts: readonly string[]) => {
    const through = begin('2026-11-20', 2026, { places: many, place: null });
    through.press('vi');
    through.press('yes');
    for (const text of texts) through.say(text);
    return through;
  };

  test('counts at once by its whole name', () => {
    const through = searching('khu doi 3, thu nghiem');
    expect(through.interview().answers['zone']).toMatchObject({ zone: 3 });
  });

  test('is said again when only a part of its name was typed', () => {
    for (const text of ['đồi 3', 'khu 3', '3 ngh']) {
      const through = searching(text);
      expect(said(through)).toContain('Khu Đồi 3');
      expect(through.interview().answers['zone']).toBeUndefined();
      through.say('phải');
      expect(through.interview().answers['zone']).toMatchObject({ zone: 3 });
      const anew = searching(text, 'không phải');
      expect(said(anew)).toContain('survey.zone.ask');
      expect(anew.interview().answers['zone']).toBeUndefined();
    }
  });

  test('stands first in what is read back before it is sent', () => {
    const through = searching('khu đồi 3 thử nghiệm');
    answerAll(through);
    expect(through.last().kind).toBe('summary');
    expect(said(through)).toMatch(/survey\.zone\.name.*Khu Đồi 3.*survey\.members\.name/);
  });
});
