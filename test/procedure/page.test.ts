import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { procedurePage } from '../../src/procedure/page.ts';

test('the page of the procedure is current (npm run graph)', () => {
  expect(readFileSync(new URL('../../docs/procedure.md', import.meta.url), 'utf8')).toBe(procedurePage());
});
