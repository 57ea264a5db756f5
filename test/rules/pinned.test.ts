import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { standardOf } from '../../src/rules/register.ts';
import { casesOf } from './case-file.ts';
import { householdOf } from './plain-household.ts';

/**
 * Whole results, byte for byte: a stored reading must stay what it was. Who changes one on purpose writes them anew with
 * `UPDATE=1 npx vitest run --project core test/rules/pinned.test.ts` and reads the difference.
 */
const pinned = [
  ['a-grandmother-alone', 'national-2022-2026', 'the same grandmother with a pit over the fish pond'],
  [
    'a-rented-room',
    'national-2022-2026',
    'three workers in one rented room, without contracts, over the line',
  ],
  [
    'a-worker-abroad',
    'national-2022-2026',
    'a worker abroad sends money home; whether it counts is not known, so the class is open',
  ],
  [
    'twins',
    'national-2022-2026',
    'twins of whom the grandfather knows only that they are at no school and not insured',
  ],
  ['poor-by-deprivations', 'national-2016-2021', 'three in a rented room in town, between the lines'],
  [
    'three-of-the-draft',
    'national-2027-2030',
    'three deprivations worded by the draft are enough, whatever the other nine say',
  ],
  [
    'quang-ninh',
    'quang-ninh-2023-2025',
    'rural, one VND over, of average living standard or not, for of that nothing is known',
  ],
  [
    'ho-chi-minh',
    'ho-chi-minh-2021-2025',
    'low income and two more deprivations are three, whatever the rest',
  ],
] as const;

test.each(pinned)('%s reads as it did', (name, id, caseName) => {
  const cases = casesOf(id).files.flatMap((file) => file.cases.filter((one) => one.name === caseName));
  expect(cases).toHaveLength(1);
  const { household: facts, listYear } = cases[0]!;
  const household = householdOf(facts);
  const assessment = assess(household, standardOf(id), listYear, `${listYear}-09-15`);
  const is = `${JSON.stringify({ household, assessment }, null, 2)}\n`;
  // Not named .json, so that nobody formats it.
  const file = new URL(`./pinned/${name}.txt`, import.meta.url);
  if (process.env.UPDATE === '1') writeFileSync(file, is);
  expect(existsSync(file)).toBe(true);
  expect(is).toBe(readFileSync(file, 'utf8'));
});
