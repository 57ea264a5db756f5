import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { admin, dataDir, folder, freePort, startProgram } from './program.ts';

test(
  'posters are written where the operator is, while the program holds the database',
  { timeout: 180_000 },
  async () => {
    const settings = { DATA_DIR: await dataDir(), PORT: String(await freePort()) };
    const program = await startProgram(settings);
    const out = join(folder(), 'posters.pdf');
    const ward = ['--ward', 'demo-uong-bi'];
    const unnamed = await admin(['poster', ...ward], settings);
    expect([unnamed.code, unnamed.err]).toEqual([1, 'Say where to write it: --out file.pdf\n']);
    const lost = await admin(['slips', '--ward', 'khong-co', '--out', out], settings);
    expect([lost.code, existsSync(out)]).toEqual([1, false]);
    const made = await admin(['poster', ...ward, '--out', out, '--language', 'en'], settings);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain(`Written to ${out}.`);
    expect(made.out).toContain('Warning: the links lead to http://127.0.0.1:');
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    const again = await admin(['poster', ...ward, '--out', out], settings);
    expect([again.code, again.err]).toEqual([
      1,
      `${out} cannot be written: it is there already. Choose another name.\n`,
    ]);
    await program.end();
  },
);
