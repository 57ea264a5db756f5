import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { admin, adminJson, dataDir } from './program.ts';

test('the operator gets the progress of a ward in lines and as a picture', { timeout: 240_000 }, async () => {
  const data = await dataDir();
  const settings = { DATA_DIR: data };
  const path = join(data, 'chart.png');
  for (const code of ['mot', 'hai'])
    await adminJson(['ward', 'add', '--name', `phường ${code}`, '--area', 'urban', '--code', code], settings);
  await adminJson(['zone', 'add', '--ward', 'hai', '--name', 'Khu 1'], settings);
  const drawn = await admin(['progress', '--ward', 'hai', '--png', path], settings);
  expect([drawn.code, drawn.err]).toEqual([0, '']);
  expect(drawn.out).toMatch(/^phường hai\n {2}Khu 1: 0 of 0 done; 0 wait for the head/);
  expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG');
  const both = await admin(['progress', '--png', path], settings);
  expect([both.code, both.out]).toEqual([1, '']);
  expect(both.err).toMatch('--png draws one ward: choose it with --ward (mot, hai).');
});
