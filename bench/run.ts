import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Benchmark = { readonly run: (args: readonly string[]) => Promise<void> };

/** Runs one benchmark: `npm run bench` the whole path of an answer, `npm run bench -- rules` the rules, `npm run bench -- report` a large report. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  main: () => import('./main/run.ts'),
  rules: () => import('./rules/run.ts'),
  report: () => import('./report/run.ts'),
};

const folder = fileURLToPath(new URL('.', import.meta.url));
const [first = 'main', ...rest] = process.argv.slice(2);
const [name, args] = first.startsWith('--') ? ['main', [first, ...rest]] : [first, rest];
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  console.error(`There is no benchmark '${name}', only: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 1;
} else {
  if (!existsSync(`${folder}node_modules`))
    execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'inherit' });
  const { run } = await benchmark();
  await run(args);
}
