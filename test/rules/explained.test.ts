import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import type { StandardId } from '../../src/rules/assessment.ts';
import { explainToResident, explainToVerifier } from '../../src/rules/explain/explain.ts';
import { nearestChanges } from '../../src/rules/nearest.ts';
import { standardOf } from '../../src/rules/register.ts';
import type { CaseHousehold } from './case-file.ts';
import { householdOf } from './plain-household.ts';

type Explained = {
  readonly standard: StandardId;
  readonly listYear: number;
  readonly facts: CaseHousehold;
};

/**
 * Explanations as people read them, in both languages. Who changes one on purpose writes them anew with
 * `UPDATE=1 npx vitest run --project core test/rules/explained.test.ts` and reads the difference.
 */
const explained: Readonly<Record<string, Explained>> = {
  // One of fifteen or sixteen neither learns nor goes to school: deprived in one of two ways, whichever the age.
  'between-two-ages': {
    standard: 'national-2022-2026',
    listYear: 2026,
    facts: {
      internet: false,
      latrine: 'unknown',
      roof: 'sheet',
      walls: 'bamboo-earth',
      devices: ['tv', 'phone'],
      members: [
        {},
        { age: [15, 16], learningOrQualified: false, atSchool: false },
        { age: 10, atSchool: false },
      ],
      income: { wages: 40_000_000, farm: 5_000_000, remittances: 2_000_000 },
    },
  },
  'a-settled-class': {
    standard: 'national-2022-2026',
    listYear: 2024,
    facts: { area: 'urban', devices: [], members: [{ withoutSecureWork: true }, { healthInsurance: false }] },
  },
  'of-2016': {
    standard: 'national-2016-2021',
    listYear: 2021,
    facts: {
      members: [{ age: 35, bornYear: 1986, lowerSecondaryOrLearning: false }, { untreatedIllness: true }],
      phone: false,
      internet: false,
      devices: 'unknown',
      loudspeaker: false,
      floorArea: 15,
      income: { wages: 'unknown' },
    },
  },
  'from-a-draft': {
    standard: 'national-2027-2030',
    listYear: 2027,
    facts: { members: [{ withoutSecureWork: true }, { age: 5, undernourished: true }, { age: 3 }] },
  },
  'by-the-year': {
    standard: 'ho-chi-minh-2021-2025',
    listYear: 2024,
    facts: {
      members: [{ healthInsurance: false }, { age: 5, undernourished: true }],
      income: { wages: 60_000_000 },
    },
  },
  'outside-its-years': { standard: 'ha-noi-2022-2025', listYear: 2027, facts: { water: 'river-pond' } },
};

test.each(Object.entries(explained))(
  '%s is explained as it was',
  (name, { facts, listYear, standard: id }) => {
    const standard = standardOf(id);
    const household = householdOf(facts);
    const on = `${listYear}-09-15`;
    const assessment = assess(household, standard, listYear, on);
    const nearest = nearestChanges(household, standard, listYear, on);
    const parts = (['vi', 'en'] as const).flatMap((language) => [
      explainToVerifier(assessment, { household, language, nearest, standard }),
      explainToResident(assessment, { language, standard }),
    ]);
    const is = `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
    const file = new URL(`./explained/${name}.txt`, import.meta.url);
    if (process.env.UPDATE === '1') writeFileSync(file, is);
    expect(existsSync(file)).toBe(true);
    expect(is).toBe(readFileSync(file, 'utf8'));
  },
);
