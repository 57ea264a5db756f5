import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeXlsForm } from '../../src/export/xlsform.ts';
import { concerns } from '../../src/surveys/concerns.ts';
import { household } from '../../src/surveys/household.ts';
import { formName, formOf } from '../../src/xlsform/form.ts';
import { readWorkbook } from '../report/workbook.ts';

const day = '2026-11-20';
const form = formOf(household, { listYear: 2026, day });
const rowCalled = (name: string) => form.survey.find((row) => row.name === name)!;

/** What an XLSForm must be (https://xlsform.org): the types that we use, of those it knows. */
const types = /^(?:begin_repeat|end_repeat|integer|text|note|select_one \w+|select_multiple \w+)$/;
const open = form.survey.filter(({ type }) => type !== 'end_repeat');

describe('the questionnaire as a form', () => {
  test('has every question of the interview but the language, once', () => {
    const asked = household.questions.map(({ id }) => id).filter((id) => id !== 'language');
    for (const id of asked) expect(open.filter(({ name }) => name === formName(id))).toHaveLength(1);
  });

  test('has types, names and lists that a form may have', () => {
    for (const { name, type } of form.survey) {
      expect(type).toMatch(types);
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
    }
    expect(new Set(open.map(({ name }) => name)).size).toBe(open.length);
    const lists = new Set(form.choices.map(({ list }) => list));
    const used = form.survey.flatMap(({ type }) => /^select_\w+ (\w+)$/.exec(type)?.[1] ?? []);
    expect(used.filter((list) => !lists.has(list))).toEqual([]);
    expect([...lists].filter((list) => !used.includes(list))).toEqual([]);
    const values = form.choices.map(({ list, name }) => `${list} ${name}`);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((value) => !/^\w+ [\w-]+$/.test(value))).toEqual([]);
  });

  test('closes the repeat that it opens, and points only to questions that come before', () => {
    const depth = form.survey.reduce<number[]>((all, { type }) => {
      const last = all.at(-1) ?? 0;
      return [...all, last + (type === 'begin_repeat' ? 1 : type === 'end_repeat' ? -1 : 0)];
    }, []);
    expect([Math.min(...depth), Math.max(...depth), depth.at(-1)]).toEqual([0, 1, 0]);
    form.survey.forEach(({ constraint = '', relevant = '' }, at) => {
      const before = form.survey.slice(0, at).map(({ name }) => name);
      for (const [, name] of `${constraint} ${relevant}`.matchAll(/\$\{(\w+)\}/g))
        expect(before).toContain(name);
    });
  });

  test('asks nothing without consent', () => {
    const inRepeat = form.survey.slice(
      form.survey.findIndex(({ type }) => type === 'begin_repeat') + 1,
      form.survey.findIndex(({ type }) => type === 'end_repeat') + 1,
    );
    const free = form.survey.filter(
      (row) => !inRepeat.includes(row) && row.relevant?.startsWith("${consent} = 'yes'") !== true,
    );
    expect(free.map(({ name }) => name)).toEqual(['consent']);
  });

  test('asks of each person what the interview asks of that age, and everything of whom the age is not known', () => {
    for (const [id, concern] of Object.entries(concerns)) {
      const relevant = rowCalled(id).relevant!;
      for (let age = 0; age <= 120; age += 1)
        expect([id, age, holds(relevant, { age, age_known: 'yes' })]).toEqual([
          id,
          age,
          concern({ min: age, max: age }),
        ]);
      expect(holds(relevant, { age: NaN, age_known: 'no' })).toBe(true);
    }
  });

  test('asks for devices only where a rule of the list year reads them', () => {
    const names = (listYear: number) => formOf(household, { listYear, day }).survey.map(({ name }) => name);
    expect(names(2026)).toContain('devices');
    expect(names(2030)).not.toContain('devices');
  });

  test('is a workbook of three sheets with words in both languages', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'form-')), 'form.xlsx');
    await writeXlsForm(path, { listYear: 2026, day, languages: ['vi', 'en'] });
    const book = await readWorkbook(path);
    expect([...book.keys()]).toEqual(['survey', 'choices', 'settings']);
    const head = book.get('survey')![0]!.map(({ value }) => value);
    expect(head.slice(0, 4)).toEqual(['type', 'name', 'label::Tiếng Việt (vi)', 'label::English (en)']);
    for (const row of book.get('survey')!.slice(1)) {
      if (row[0]!.value === 'end_repeat') continue;
      expect(row[2]!.value, String(row[1]!.value)).toBeTruthy();
      expect(row[3]!.value, String(row[1]!.value)).toBeTruthy();
    }
    expect(book.get('settings')![1]!.map(({ value }) => value)).toEqual([
      'Phiếu hỏi rà soát hộ nghèo, hộ cận nghèo, danh sách năm 2026',
      'rasoat_household_2026',
      '2',
      'Tiếng Việt (vi)',
    ]);
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors');
    await expect(writeXlsForm(path, { listYear: 2026, day, languages: ['vi'] })).rejects.toThrow('EEXIST');
  });
});

/** Whether a condition holds: the few words of XPath that our conditions are made of. */
function holds(relevant: string, values: Readonly<Record<string, string | number>>): boolean {
  const words = relevant
    .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => JSON.stringify(values[name]) ?? 'null')
    .replaceAll(/ and /g, ' && ')
    .replaceAll(/ or /g, ' || ')
    .replaceAll(/([^<>=])=(?!=)/g, '$1===');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return Boolean(new Function(`return ${words}`)());
}
