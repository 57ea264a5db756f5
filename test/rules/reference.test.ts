import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePage } from '../../src/rules/reference.ts';

test('the reference page of the standards is current (npm run docs)', () => {
  expect(readFileSync(new URL('../../docs/standards.md', import.meta.url), 'utf8')).toBe(referencePage());
});
