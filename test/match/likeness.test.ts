import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness, readSide, type Side, suspected } from '../../src/match/likeness.ts';

const compare = (one: Side, two: Side) => likeness(readSide(one), readSide(two));
const listed = (name: string, address: string | null = null, people: number | null = null): Side => ({
  names: [name],
  address,
  people,
});

/** Names and addresses out of their own words in any order, and anything else that can be typed. */
const words = fc.array(
  fc.constantFrom(
    'Nguyễn',
    'Thị',
    'van',
    'Hoa',
    'Hồ',
    'bà',
    'Ng.',
    'T',
    '(Sáu)',
    'tôi',
    'vợ',
    'Khuê',
    '/',
    '',
  ),
  { maxLength: 5 },
);
const places = fc.array(
  fc.constantFrom('số', '12', '12A', '5/12', ',', 'ngõ', '5', 'tổ', '03', 'SN', 'Lê Lợi', 'khu 3', 'gần chợ'),
  { maxLength: 7 },
);
const typed = fc.string({ unit: 'binary', maxLength: 20 });
const side: fc.Arbitrary<Side> = fc.record({
  names: fc.array(
    fc.oneof(
      words.map((each) => each.join(' ')),
      typed,
    ),
    { maxLength: 4 },
  ),
  address: fc.option(
    fc.oneof(
      places.map((each) => each.join(' ')),
      typed,
    ),
  ),
  people: fc.option(fc.nat(12)),
});

describe('how alike two households are', () => {
  test('is a number of 0 to 100, whatever was typed, and the same from both sides', () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const there = compare(one, two);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(100);
        expect([...compare(two, one).why].sort()).toEqual([...there.why].sort());
        expect(compare(two, one).score).toBe(there.score);
      }),
      { numRuns: 500 },
    );
  });

  test('is 100 of a household that was told in full with itself, in whatever marks and capitals', () => {
    const told = listed('Nguyễn Thị Hoa', 'số 12, ngõ 5', 4);
    expect(compare(told, told)).toEqual({ score: 100, why: ['name', 'address', 'count'] });
    expect(compare(told, listed('NGUYEN THI HOA', '12 NGO 5', 4)).score).toBe(100);
  });

  test('says in what: a name, a part of it, its spelling, other members, the house, what is near, the count', () => {
    const why = (one: Side, two: Side) => compare(one, two).why;
    expect(why(listed('Trần Văn Hùng'), listed('Hung Tran', 'số 4'))).toEqual(['part-of-name']);
    expect(why(listed('Trần Văn Khuyến', 'số 7'), listed('Trần Văn Khuyếm', '7'))).toEqual([
      'spelling',
      'house',
    ]);
    expect(why(listed('Lê Thị Mận', 'số 7, tổ 2'), listed('bà Sen', '7 tổ 2'))).toEqual(['address']);
    expect(why(listed('Lê Thị Mận', 'tổ 2'), listed('bà Mận', 'tổ 2, số 3'))).toEqual([
      'part-of-name',
      'near',
    ]);
    const family: Side = { names: ['Lan', 'Hùng', 'bà Sáu'], address: null, people: 3 };
    expect(why(family, { ...family, names: ['Hùng', 'Sáu'] })).toEqual(['part-of-name', 'members', 'count']);
  });

  test('a given name that many bear is not enough alone, and nothing told is nothing alike', () => {
    expect(compare(listed('Nguyễn Thị Hoa'), listed('Hoa')).score).toBeLessThan(suspected);
    expect(compare(listed('Nguyễn Thị Hoa', 'số 3'), listed('Hoa', 'số 3')).score).toBeGreaterThan(suspected);
    const nothing: Side = { names: [], address: null, people: null };
    expect(compare(nothing, nothing).score).toBeLessThan(suspected);
    expect(compare(listed('tôi', null, 1), listed('mẹ', null, 1)).score).toBeLessThan(suspected);
  });
});
