import { describe, expect, test } from 'vitest';
import { applicableStandards, NotInForce } from '../../src/rules/applicable.ts';
import type { ProvinceCode } from '../../src/rules/assessment.ts';
import { openOfProvince } from '../../src/rules/open-of-province.ts';
import { unusable } from '../../src/rules/overlays/unusable.ts';
import { national, provincial, register, standardOf } from '../../src/rules/register.ts';
import { firstYearOf, lastYearOf, surenessOfYear } from '../../src/rules/years.ts';

const served = (listYear: number, province: ProvinceCode | null = null) =>
  applicableStandards(listYear, province).map(({ id }) => id);

describe('the nation', () => {
  test.each([
    [2016, ['national-2016-2021']],
    [2017, ['national-2016-2021']],
    [2018, ['national-2016-2021']],
    [2019, ['national-2016-2021']],
    [2020, ['national-2016-2021']],
    [2021, ['national-2016-2021']],
    [2022, ['national-2022-2026']],
    [2023, ['national-2022-2026']],
    [2024, ['national-2022-2026']],
    [2025, ['national-2022-2026']],
    [2026, ['national-2022-2026']],
    // Our facts leave open by which standard the review of autumn 2026 makes the lists of 2027.
    [2027, ['national-2027-2030', 'national-2022-2026']],
    [2028, ['national-2027-2030']],
    [2029, ['national-2027-2030']],
    [2030, ['national-2027-2030']],
  ])('makes the list of %i by %j', (listYear, ids) => {
    expect(served(listYear)).toEqual(ids);
  });

  test.each([
    [2015, 'national-2016-2021, serves 2016 to 2021'],
    [1999, 'national-2016-2021, serves 2016 to 2021'],
    [2031, 'national-2027-2030, serves 2027 to 2030'],
    [2099, 'national-2027-2030, serves 2027 to 2030'],
  ])('has no standard for %i, and the refusal names the nearest and what to do', (listYear, nearest) => {
    const ask = () => applicableStandards(listYear);
    expect(ask).toThrow(NotInForce);
    expect(ask).toThrow(nearest);
    expect(ask).toThrow(`list year ${listYear}`);
    expect(ask).toThrow('register.ts');
    expect(ask).toThrow(expect.objectContaining({ name: 'NotInForce' }));
  });

  test('has standards whose years touch, with no gap and no overlap', () => {
    const starts = national.slice(1).map(firstYearOf);
    expect(starts).toEqual(national.slice(0, -1).map((one) => lastYearOf(one) + 1));
  });

  test.each(register)('serves by $id in stretches that touch too', ({ serves }) => {
    const [, ...later] = serves;
    for (const { value } of serves) expect(value.from).toBeLessThanOrEqual(value.to);
    expect(later.map(({ value }) => value.from)).toEqual(
      serves.slice(0, -1).map(({ value }) => value.to + 1),
    );
  });

  test.each([
    ['national-2016-2021', 2020, 'verified'],
    ['national-2016-2021', 2021, 'secondary'],
    ['national-2022-2026', 2026, 'verified'],
    ['national-2022-2026', 2027, 'unconfirmed'],
    ['national-2027-2030', 2027, 'unconfirmed'],
    ['national-2027-2030', 2028, 'verified'],
    ['ha-noi-2022-2025', 2022, 'secondary'],
    ['ha-noi-2022-2025', 2023, 'unconfirmed'],
    ['ha-noi-2022-2025', 2026, 'unconfirmed'],
    ['ho-chi-minh-2021-2025', 2024, 'verified'],
    // The results of 2025 are by other amounts, of which list is not known.
    ['ho-chi-minh-2021-2025', 2025, 'unconfirmed'],
    ['quang-ninh-2023-2025', 2022, 'unconfirmed'],
    ['quang-ninh-2023-2025', 2025, 'verified'],
    ['quang-ninh-2023-2025', 2026, 'unconfirmed'],
  ] as const)('%s for the list of %i is %s', (id, listYear, sure) => {
    expect(surenessOfYear(standardOf(id), listYear)).toBe(sure);
  });

  test('has standards that say of which years it is open whether they serve them', () => {
    const contested = register.flatMap((one) => one.contested.map((year) => ({ ...year, id: one.id })));
    expect(contested.map(({ id, listYear }) => [id, listYear])).toEqual([
      ['national-2022-2026', 2027],
      ['national-2027-2030', 2027],
      ['ho-chi-minh-2021-2025', 2025],
      ['ha-noi-2022-2025', 2026],
      ['quang-ninh-2023-2025', 2026],
    ]);
    expect(contested[0]?.ask.ask).toContain('rà soát cuối năm 2026');
    expect(contested[1]?.ask).toBe(contested[0]?.ask);
    expect(contested[2]?.ask.ask).toContain('46 và 54 triệu đồng');
    expect(contested[3]?.ask.ask).toContain('có còn áp dụng cho danh sách năm 2026 không');
    expect(contested[4]?.ask.ask).toContain('có còn áp dụng từ năm 2026 không');
  });
});

describe('a province', () => {
  test.each([
    ['quang-ninh', 2022, ['national-2022-2026']],
    ['quang-ninh', 2023, ['national-2022-2026', 'quang-ninh-2023-2025']],
    ['quang-ninh', 2025, ['national-2022-2026', 'quang-ninh-2023-2025']],
    // Whether its resolution goes on is an open question, so that both are shown.
    ['quang-ninh', 2026, ['national-2022-2026', 'quang-ninh-2023-2025']],
    ['quang-ninh', 2027, ['national-2027-2030', 'national-2022-2026']],
    ['ho-chi-minh', 2020, ['national-2016-2021']],
    ['ho-chi-minh', 2021, ['national-2016-2021', 'ho-chi-minh-2021-2025']],
    ['ho-chi-minh', 2022, ['national-2022-2026', 'ho-chi-minh-2021-2025']],
    ['ho-chi-minh', 2025, ['national-2022-2026', 'ho-chi-minh-2021-2025']],
    ['ho-chi-minh', 2026, ['national-2022-2026']],
    ['ha-noi', 2021, ['national-2016-2021']],
    ['ha-noi', 2022, ['national-2022-2026', 'ha-noi-2022-2025']],
    ['ha-noi', 2025, ['national-2022-2026', 'ha-noi-2022-2025']],
    // "From 2022", with no end.
    ['ha-noi', 2026, ['national-2022-2026', 'ha-noi-2022-2025']],
    ['ha-noi', 2027, ['national-2027-2030', 'national-2022-2026']],
    ['dong-nai', 2023, ['national-2022-2026']],
    ['binh-duong', 2021, ['national-2016-2021']],
    ['da-nang', 2018, ['national-2016-2021']],
  ] as const)('%s makes the list of %i by %j', (province, listYear, ids) => {
    expect(served(listYear, province)).toEqual(ids);
  });

  test.each(['quang-ninh', 'ho-chi-minh', 'ha-noi'] as const)(
    '%s does not lengthen the years of the nation',
    (one) => {
      expect(() => served(2015, one)).toThrow(NotInForce);
      expect(() => served(2031, one)).toThrow(NotInForce);
    },
  );

  test('has a standard of its own only where one can classify by it, else the fact that is missing', () => {
    expect(provincial.map(({ authority }) => authority)).toEqual(['ho-chi-minh', 'ha-noi', 'quang-ninh']);
    expect(unusable.map(({ province, period }) => [province, period])).toEqual([
      ['quang-ninh', 'năm 2020, thời hạn chưa rõ'],
      ['ho-chi-minh', 'kết quả năm 2025'],
      ['dong-nai', '2022–2025'],
      ['binh-duong', 'đến 31/12/2021'],
      ['da-nang', '2016–2020'],
    ]);
    expect(unusable[0]?.known).toContain('8 hộ nghèo, 21 hộ cận nghèo theo tiêu chí của tỉnh');
    expect(unusable[0]?.missing.ask).toContain('Nghị quyết 202/NQ-HĐND');
    for (const { known, missing, urls } of unusable) {
      expect(missing.gap).toBe('not found');
      expect(missing.ask).toMatch(/\S.{20,}\?/);
      expect(known).toMatch(/đồng|tiêu chí của tỉnh/);
      for (const url of urls) expect(url).toMatch(/^https:\/\/\S+$/);
    }
  });
});

test.each(['quang-ninh-2023-2025', 'ha-noi-2022-2025'] as const)(
  '%s, with a line for town and one for country, asks which a former village has, as the nation does',
  (id) => {
    const asks = standardOf(id).gaps.map(({ ask }) => ask);
    const [last] = standardOf('national-2022-2026')
      .gaps.map(({ ask }) => ask)
      .toReversed();
    expect(last).toContain('Thôn của xã cũ');
    expect(asks).toContain(last);
  },
);

describe('what is open of a province', () => {
  const open = (province: ProvinceCode, listYear: number) => {
    const { asks, isServed, unusable } = openOfProvince(province, listYear);
    return [isServed, asks.length, unusable.map(({ period }) => period)];
  };
  test.each([
    ['quang-ninh', 2020, [false, 2, ['năm 2020, thời hạn chưa rõ']]],
    ['quang-ninh', 2022, [false, 2, ['năm 2020, thời hạn chưa rõ']]],
    ['quang-ninh', 2023, [true, 0, []]],
    ['quang-ninh', 2026, [false, 3, []]],
    ['ho-chi-minh', 2024, [true, 0, ['kết quả năm 2025']]],
    // It serves that year, but whether by these amounts is open.
    ['ho-chi-minh', 2025, [false, 1, ['kết quả năm 2025']]],
    ['ho-chi-minh', 2026, [false, 0, ['kết quả năm 2025']]],
    ['ha-noi', 2025, [true, 0, []]],
    ['ha-noi', 2026, [false, 3, []]],
    ['binh-duong', 2021, [false, 0, ['đến 31/12/2021']]],
    ['binh-duong', 2022, [false, 0, []]],
  ] as const)('%s in %i: %j', (province, listYear, expected) => {
    expect(open(province, listYear)).toEqual(expected);
  });

  test('is asked of the year first', () => {
    expect(openOfProvince('ha-noi', 2026).asks[0]).toContain('danh sách năm 2026');
    expect(openOfProvince('ha-noi', 2027).asks.join(' ')).not.toContain('danh sách năm 2026');
  });
});

describe('the register', () => {
  test('holds the nation first, each standard under a name of its own', () => {
    expect(register).toEqual([...national, ...provincial]);
    expect(national.every(({ authority }) => authority === 'national')).toBe(true);
    expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
    for (const standard of register) expect(standardOf(standard.id)).toBe(standard);
    expect(() => standardOf('national-1999' as never)).toThrow('no standard national-1999 in the register');
  });

  test.each([
    ['national-2016-2021', 10, 0],
    ['national-2022-2026', 12, 0],
    ['national-2027-2030', 12, 0],
    ['quang-ninh-2023-2025', 12, 0],
    ['ha-noi-2022-2025', 12, 0],
    ['ho-chi-minh-2021-2025', 4, 6],
  ] as const)('%s lists %i indicators, each once, and %i more are not known', (id, listed, unlisted) => {
    const standard = standardOf(id);
    expect(standard.indicators).toHaveLength(listed);
    expect(new Set(standard.indicators.map((rule) => rule.id)).size).toBe(listed);
    expect(standard.unlisted?.indicators ?? 0).toBe(unlisted);
  });

  test('lists the indicators under the dimensions of the law', () => {
    const dimensions = (id: Parameters<typeof standardOf>[0]) => [
      ...new Set(standardOf(id).indicators.map(({ dimension }) => dimension)),
    ];
    expect(dimensions('national-2016-2021')).toEqual([
      'health',
      'education',
      'housing',
      'water-sanitation',
      'information',
    ]);
    expect(dimensions('national-2022-2026')).toEqual([
      'work',
      'health',
      'education',
      'housing',
      'water-sanitation',
      'information',
    ]);
    expect(dimensions('national-2027-2030')).toEqual([
      'work',
      'health',
      'education',
      'housing',
      'information',
      'water-sanitation',
    ]);
    expect(dimensions('ho-chi-minh-2021-2025')).toEqual(['health', 'income']);
  });
});
