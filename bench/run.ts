/** Runs one benchmark: `npm run bench -- rules`. */
const benchmarks: Readonly<Record<string, () => Promise<{ readonly run: () => Promise<void> }>>> = {
  rules: () => import('./rules/run.ts'),
};

const name = process.argv[2] ?? '';
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  console.error(`There is no benchmark '${name}', only: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 1;
} else {
  const { run } = await benchmark();
  await run();
}
