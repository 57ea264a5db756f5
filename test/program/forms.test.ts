import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { admin, dataDir, folder, freePort, startProgram } from './program.ts';

test(
  'a template is fetched and put in place while the program holds the database',
  { timeout: 300_000 },
  async () => {
    const settings = { DATA_DIR: await dataDir(), PORT: String(await freePort()) };
    const program = await startProgram(settings);
    const file = join(folder(), 'refusal.docx');
    const at = ['--ward', 'demo-uong-bi', '--paper', 'refusal'];
    const run = async (...args: readonly string[]) => {
      const { code, err, out } = await admin([...args], settings);
      return { code, said: out + err };
    };
    expect(await run('paper', 'template', 'get', ...at, '--out', file)).toMatchObject({ code: 0 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    const set = await run('paper', 'template', 'set', ...at, '--file', file, '--by', 'Cô Mẫu');
    expect(set.said).toContain('refusal is made from this template now.');
    const out = join(folder(), 'giay');
    const none = await run('paper', 'make', '--paper', 'refusal', '--round', '1', '--out', out);
    expect([none.code, none.said, existsSync(out)]).toEqual([
      1,
      'Nothing in round 1 to make refusal of, as it was asked for. See: round list, progress, waiting.\n',
      false,
    ]);
    const wrong = await run('paper', 'template', 'set', ...at, '--file', 'package.json', '--by', 'x');
    expect([wrong.code, wrong.said]).toEqual([
      1,
      '--file cannot be used: it is no DOCX file that can be read. papers/README.md lists the fields of every paper.\n',
    ]);
    await program.end();
  },
);
