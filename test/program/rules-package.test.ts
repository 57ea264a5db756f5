import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureBuilt } from './built.ts';
import { folder, root } from './program.ts';

/** A project of somebody else, in which rasoat is installed. */
function project(): string {
  ensureBuilt();
  const home = folder();
  mkdirSync(join(home, 'node_modules'));
  symlinkSync(root, join(home, 'node_modules', 'rasoat'));
  return home;
}

describe('rasoat/rules in the project of somebody else', () => {
  test('runs as its README shows it', () => {
    const home = project();
    const readme = readFileSync(join(root, 'src/rules/README.md'), 'utf8');
    writeFileSync(join(home, 'example.mjs'), /```js\n([\s\S]*?)```/.exec(readme)![1]!);
    const { status, stderr, stdout } = spawnSync(process.execPath, ['example.mjs'], { cwd: home });
    expect([status, String(stderr)]).toEqual([0, '']);
    expect(String(stdout)).toContain('near-poor true');
    expect(String(stdout)).toContain('Result: near-poor household.');
  });

  test('has types that need nothing else, and refuse what is wrong', () => {
    const home = project();
    const types = { module: 'nodenext', strict: true, noEmit: true, types: [] };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: types, files: ['a.mts'] }));
    writeFileSync(
      join(home, 'a.mts'),
      `import { applicableStandards, assess, type Household } from 'rasoat/rules';
       declare const household: Household;
       assess(household, applicableStandards(2026)[0], 2026, '2026-09-01').category satisfies string;
       // @ts-expect-error A class is never a number.
       assess(household, applicableStandards(2026)[0], 2026, '2026-09-01').category satisfies number;
       // @ts-expect-error An unknown fact is 'unknown', never null.
       household.walls satisfies null;`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', home]);
    expect([status, String(stdout)]).toEqual([0, '']);
  });

  test('imports nothing but itself', () => {
    const home = project();
    const script = `import { register } from 'node:module';
      const hooks = 'export const resolve = (name, context, next) => { if (!name.startsWith(".") && !name.startsWith("file:") && name !== "rasoat/rules") throw new Error("it imports " + name); return next(name, context); }';
      register('data:text/javascript,' + encodeURIComponent(hooks));
      await import('rasoat/rules');`;
    writeFileSync(join(home, 'only.mjs'), script);
    const { status, stderr } = spawnSync(process.execPath, ['only.mjs'], { cwd: home });
    expect([status, String(stderr)]).toEqual([0, '']);
  });
});
