import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePage } from '../../src/rules/reference.ts';
import { standardOf } from '../../src/rules/register.ts';

test('the reference page of the standards is current (npm run docs)', () => {
  expect(readFileSync(new URL('../../docs/standards.md', import.meta.url), 'utf8')).toBe(referencePage());
});

test('an indicator of which only the name is known shows where its name was seen, and that it was a draft', () => {
  const waste = referencePage([standardOf('national-2027-2030')]).match(/^\| Xử lý chất thải .*$/m)?.[0];
  expect(waste).toMatch(
    /\(`waste`\) \| secondary, from a draft \| \[Nghị định 351\/2025\/NĐ-CP\]\(https:[^|]+draft\) \| .*\? \| gap \|/,
  );
  const second = referencePage([standardOf('ho-chi-minh-2021-2025')]).match(/^\| second-income .*$/m)?.[0];
  expect(second).toContain(
    '| gap | Thành phố Hồ Chí Minh 2021–2025: chỉ số thứ hai của chiều thu nhập tên là gì? |',
  );
});

test('where town and country are not equally sure, each shows its own', () => {
  const national = standardOf('national-2022-2026');
  const { poor } = national.lines;
  const news = {
    value: 2_000_000,
    source: { document: 'Báo', signedOn: '2021-01-28' },
    certainty: 'secondary',
  } as const;
  const by = { ...national, lines: { ...national.lines, poor: { ...poor, urban: news } } };
  const line = referencePage([by]).match(/^\| Line of the poor \(.*$/m)?.[0];
  expect(line).toMatch(
    /\| 2,000,000 \| rural: verified; urban: secondary \| rural: \[.*; urban: Báo \(signed 2021-01-28\) \|$/,
  );
});
