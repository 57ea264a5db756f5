import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { causes } from '../../src/review/cause.ts';
import { categories } from '../../src/rules/values.ts';
import { openQuestions } from '../../src/support/open-questions.ts';
import { isFitting, type Support, supportsFor } from '../../src/support/supports-for.ts';
import { groupIds, indicators } from './lists.ts';

const need = z.strictObject({
  on: z.string(),
  area: z.enum(['rural', 'urban']),
  category: z.enum(categories),
  leftPovertyOn: z.string().nullable().default(null),
  deprived: z.array(z.enum(indicators)),
  causes: z.array(z.enum(causes)),
  groups: z.array(z.enum(groupIds)).default([]),
});
const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      need,
      fitting: z.array(z.string()),
      others: z.array(z.string()),
      open: z.array(z.string()),
    }),
  )
  .min(1)
  .parse(parse(readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8')));

test.each(cases)('$name', ({ fitting, need, open, others }) => {
  const supports = supportsFor(need);
  const missing = openQuestions(need);
  expect({
    fitting: supports.filter(isFitting).map(inWords),
    others: supports.filter((each) => !isFitting(each)).map(inWords),
    open: [...missing.indicators, ...missing.causes],
  }).toEqual({ fitting, others, open });
  // What fits goes first.
  expect(supports.map(isFitting)).toEqual(supports.map(isFitting).toSorted((a, b) => Number(b) - Number(a)));
});

function inWords({ because, certainty, policy }: Support): string {
  return [policy.id, certainty, ...because.indicators, ...because.causes, ...because.groups].join(' ');
}
