import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { papersPage } from '../../src/papers/page.ts';

const page = (name: string) => readFileSync(new URL(`../../papers/${name}`, import.meta.url), 'utf8');

test('the pages of the templates are current (npm run docs)', () => {
  expect(page('README.md')).toBe(papersPage('en'));
  expect(page('README.vi.md')).toBe(papersPage('vi'));
});

test('they say of a form how sure its number is, and of a field where it was seen', () => {
  expect(papersPage('en')).toContain('Phụ lục 1b (unconfirmed)');
  expect(papersPage('en')).toMatch(
    /^\| `#members` \(list\) .* \| stops \| \[Phụ lục 2e, .*\(verified\) \|$/m,
  );
  expect(papersPage('vi')).toMatch(/^\| `reasons` \| .* \| dừng \| chưa thấy \|$/m);
});
