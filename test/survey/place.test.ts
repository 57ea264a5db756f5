import { describe, expect, test } from 'vitest';
import { answersSchema } from '../../src/survey/answer.ts';
import { placeAnswer } from '../../src/survey/context.ts';
import { provinceOf, provinceSchema } from '../../src/surveys/province.ts';
import { readingOf } from '../../src/surveys/reading.ts';
import { answered, places } from './walk-through.ts';

const through = answered('2025-11-20', 2025);
const { answers } = through.interview();
const standardsIn = (province: string | null, listYear = 2025) => {
  const zone = placeAnswer({ ...places[0]!, province });
  const read = readingOf({ ...answers, zone }, '2025-11-20', listYear);
  return read.assessments.map(({ standard }) => standard);
};

describe('the province of a zone', () => {
  test('is kept with the answer as it was when the zone was chosen', () => {
    const zone = placeAnswer({ ...places[0]!, province: 'quang-ninh' });
    expect(zone).toMatchObject({ kind: 'place', province: 'quang-ninh' });
    const stored = answersSchema.parse(JSON.parse(JSON.stringify({ zone })));
    expect(stored).toEqual({ zone });
    expect(provinceOf(stored)).toBe('quang-ninh');
  });

  test('is not known in answers from before it was kept, nor when its code is none of ours', () => {
    const old = { kind: 'place', zone: 1, ward: 1, zoneName: 'Khu 1', wardName: 'phường Thử', area: 'urban' };
    expect(provinceOf(answersSchema.parse({ zone: old }))).toBeNull();
    expect(provinceOf(answersSchema.parse({ zone: { ...old, province: 'ha-long' } }))).toBeNull();
    expect(provinceOf({})).toBeNull();
    // Choosing the same zone again is no change of the answer.
    expect(JSON.stringify(answersSchema.parse({ zone: old }).zone)).toBe(
      JSON.stringify(placeAnswer(places[0]!)),
    );
  });

  test('brings its own standard beside the national one, in the years that it serves', () => {
    expect(standardsIn(null)).toEqual(['national-2022-2026']);
    expect(standardsIn('quang-ninh')).toEqual(['national-2022-2026', 'quang-ninh-2023-2025']);
    expect(standardsIn('quang-ninh', 2022)).toEqual(['national-2022-2026']);
    // Whether it still serves the list of 2026 is open, so it is read too.
    expect(standardsIn('quang-ninh', 2026)).toEqual(['national-2022-2026', 'quang-ninh-2023-2025']);
    for (const province of provinceSchema.options)
      expect(standardsIn(province)[0]).toBe('national-2022-2026');
  });
});
