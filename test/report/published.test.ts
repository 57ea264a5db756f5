import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/export/words.ts';
import { fewest, hideCounts, hideSmall } from '../../src/report/hide.ts';
import { kinds, valueOf } from '../../src/report/moves.ts';
import { addPublic, newPublicTally, publishedOf, publishedSchema } from '../../src/report/published.ts';
import { fields, possible } from './attacker.ts';
import { reportedIndicators } from '../../src/report/tables/deprivations.ts';
import { anyHousehold, zones } from './made.ts';

const told = ['reviewed', 'poor', 'nearPoor', 'left', 'new'] as const;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const isSmall = (count: number) => count > 0 && count < fewest;
const wholeOf = (all: readonly (readonly number[])[]) =>
  kinds.map((_, at) => sum(all.map((zone) => zone[at] ?? 0)));

/** Few households of each kind, and of some kinds enough to be shown. */
const zone = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 6 })), {
  minLength: kinds.length,
  maxLength: kinds.length,
});

const indicators = reportedIndicators.map(({ id }) => id);

describe('small numbers', () => {
  test('cannot be found by who tries every table that there can be', () => {
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 3 }), (all) => {
        const { whole, zones: shown } = hideSmall(all);
        const before = (counts: readonly number[], from: 'poor' | 'near-poor' | null) =>
          sum(counts.filter((_, at) => kinds[at]!.before === from));
        const found = possible({
          whole,
          zones: all.map((counts, at) => ({
            shown: shown[at]!,
            before: {
              poor: before(counts, 'poor'),
              nearPoor: before(counts, 'near-poor'),
              none: before(counts, null),
            },
          })),
        });
        [wholeOf(all), ...all].forEach((counts, area) => {
          fields.forEach((field, at) => {
            const values = found[area]![at]!;
            const true_ = valueOf(field, counts);
            expect(values).toContain(true_);
            const isTold = told.some((each) => each === field);
            const isHidden = isTold && [whole, ...shown][area]![field as (typeof told)[number]] === null;
            if (isHidden || isSmall(true_))
              expect([field, area, values.size > 1]).toEqual([field, area, true]);
          });
        });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('are never shown, and what is shown is true', () => {
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 12 }), (all) => {
        const { whole, zones: shown } = hideSmall(all);
        [wholeOf(all), ...all].forEach((counts, area) => {
          for (const field of told) {
            const value = [whole, ...shown][area]![field];
            if (value === null) continue;
            expect(value).toBe(valueOf(field, counts));
            expect(isSmall(value)).toBe(false);
          }
        });
      }),
    );
  });

  test('hide nothing where there are none', () => {
    const many = kinds.map(() => 20);
    const { whole, zones: shown } = hideSmall([many, many.map((count) => count * 2), kinds.map(() => 0)]);
    expect(whole).toEqual({ reviewed: 540, poor: 180, nearPoor: 180, left: 120, new: 120 });
    expect(shown[2]).toEqual({ reviewed: 0, poor: 0, nearPoor: 0, left: 0, new: 0 });
    expect(shown.every((each) => Object.values(each).every((value) => value !== null))).toBe(true);
  });

  test('take the numbers of another zone with them, not those of the ward', () => {
    // In one zone three households of the last list are poor still; in the others many are everything.
    const few: number[] = kinds.map(({ after, before }) => (before === 'poor' && after === 'poor' ? 3 : 20));
    const many = kinds.map(() => 20);
    few[0] = 3;
    few[3] = 0;
    few[6] = 0;
    const { whole, zones: shown } = hideSmall([few, many, many]);
    expect(Object.values(whole)).not.toContain(null);
    expect(shown[0]!.poor).toBeNull();
    expect(shown.filter(({ poor }) => poor === null)).toHaveLength(2);
  });
});

describe('counts of indicators and causes', () => {
  test('are hidden where they, or those who are not among them, are few', () => {
    expect(hideCounts([0, 3, 12, 18, 20], 20)).toEqual([0, null, 12, null, 20]);
    expect(hideCounts([0, 0], 0)).toEqual([0, 0]);
  });

  test('are all hidden where their whole is', () => {
    expect(hideCounts([0, 7, 9], null)).toEqual([null, null, null]);
  });

  test('are never hidden alone', () => {
    expect(hideCounts([0, 3, 12, 9], 20)).toEqual([0, null, 12, null]);
    expect(hideCounts([0, 3, 0], 20)).toEqual([null, null, 0]);
  });
});

describe('what is published', () => {
  const about = {
    ward: { code: 'thu', name: 'phường Thử Nghiệm' },
    round: { number: 1, kind: 'yearly', startsOn: '2026-09-01', endsOn: '2026-12-14' },
    listYear: 2026,
    day: '2026-12-20',
    source: 'Quyết định mẫu',
    standards: ['national-2022-2026'],
  } as const;

  test('has its shape, holds no name, and counts each household once', () => {
    fc.assert(
      fc.property(fc.array(anyHousehold, { maxLength: 80 }), (households) => {
        const tally = newPublicTally(zones, indicators);
        for (const household of households) addPublic(tally, household);
        const made = publishedOf(tally, about, { vi: wordsIn('vi'), en: wordsIn('en') });
        expect(publishedSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
        expect(JSON.stringify(made)).not.toMatch(/Mẫu Một|Mẫu Hai|Hộ trên/);
        const counted = households.filter(({ isTwin }) => !isTwin);
        expect([counted.length, null]).toContain(made.whole.reviewed);
        expect(tally.open).toBe(counted.filter(({ isOpen }) => isOpen).length);
        const poor = counted.filter(({ after }) => after === 'poor');
        if (made.whole.poor !== null) expect(made.whole.poor).toBe(poor.length);
        for (const { id, poor: shown } of made.causes)
          if (shown !== null)
            expect(shown).toBe(poor.filter(({ causes }) => causes?.some((cause) => cause === id)).length);
      }),
      { numRuns: 60 },
    );
  });
});
