import { describe, expect, test } from 'vitest';
import { register } from '../../../src/rules/register.ts';
import { casesOf } from '../case-file.ts';
import { failuresOf } from '../check.ts';
import { mutantsOf } from './mutants.ts';

/** Changes that no household can notice, each with the reason. */
const equivalent: readonly { readonly path: RegExp; readonly because: string }[] = [
  { path: /\.from 0 -> -1$/, because: 'completed years are never below zero' },
];

describe.each(register)('every literal of $id is held by a case', (standard) => {
  const cases = casesOf(standard.id);
  const mutants = mutantsOf(standard);

  test('unchanged, all cases hold', () => {
    expect(failuresOf(standard, cases)).toEqual([]);
    expect(mutants.length).toBeGreaterThan(40);
  });

  test('changed by one step, some case fails', () => {
    const survivors = mutants
      .filter((mutant) => failuresOf(mutant.standard, cases, 1).length === 0)
      .map(({ path }) => path);
    expect(survivors.filter((one) => !equivalent.some(({ path }) => path.test(one)))).toEqual([]);
  });

  test('a mutant is a copy: the standard itself stays as it was', () => {
    const before = JSON.stringify(standard);
    mutantsOf(standard);
    expect(JSON.stringify(standard)).toBe(before);
  });
});
