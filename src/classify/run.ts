import { statSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Classified, classify, type Compared, type Plan } from './classify.ts';
import { classifiedHeader, classifiedRow, comparedHeader, comparedRow } from './flat.ts';
import { KnownHouseholds } from './known-households.ts';
import { type Asked, parseOptions, usage, UsageError } from './options.ts';
import { asUnwritable, Unwritable, writeFileWhole } from './output.ts';
import { type Aside, Progress } from './progress.ts';
import { readSource, type Source } from './source.ts';
import { Tally } from './tally.ts';
import { writeTemplate } from './template.ts';
import { ndjsonOf } from './write-ndjson.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What the program has of the machine; `now` in milliseconds. */
export type World = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Aside;
  readonly now: () => number;
};

type Job = Extract<Asked, { kind: 'classify' }>;

/** Carries out a command line; gives the exit code: 0, 1 after a bad row, 2 when nothing can be written. */
export async function run(argv: readonly string[], world: World): Promise<0 | 1 | 2> {
  try {
    const asked = parseOptions(argv);
    switch (asked.kind) {
      case 'help':
        world.stdout.write(usage);
        return 0;
      case 'template':
        await writeFileWhole(asked.path, (to) => writeTemplate(to, asked.format));
        return 0;
      case 'classify':
        checkFiles(asked);
        return await carryOut(asked, world);
      default:
        return asked satisfies never;
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Unwritable)) throw error;
    world.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** Before anything is written: every file is there, and none of them would be written over. */
function checkFiles({ sources, output }: Job): void {
  const over = output === null ? undefined : statSync(output, { throwIfNoEntry: false });
  for (const { path } of sources) {
    if (path === null) continue;
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined) throw new UsageError(`${path}: there is no such file.`);
    if (over !== undefined && over.ino === file.ino && over.dev === file.dev)
      throw new UsageError(`--output ${output ?? ''} would overwrite what is read; give another name.`);
  }
}

async function carryOut(job: Job, world: World): Promise<0 | 1> {
  const progress = new Progress(world.stderr, world.now);
  const say = (lines: readonly string[]): void => {
    progress.clear();
    world.stderr.write(`${lines.join('\n')}\n`);
  };
  const tally = new Tally(job.plan, say);
  const isWhole = await write(
    job,
    world.stdout,
    outputsOf(job.sources, job.plan, world.stdin, tally, progress),
  );
  if (isWhole) say(tally.summary());
  return tally.bad > 0 ? 1 : 0;
}

async function* outputsOf(
  sources: readonly Source[],
  plan: Plan,
  stdin: Readable,
  tally: Tally,
  progress: Progress,
): AsyncGenerator<Classified | Compared> {
  const reading = { year: plan.listYear, households: new KnownHouseholds() };
  for (const source of sources) {
    for await (const read of readSource(source, stdin, reading)) {
      progress.add(read.rows);
      if (read.kind === 'refused') {
        tally.refuse(read);
        continue;
      }
      tally.ask(read);
      for (const output of tally.keep(classify(read, plan))) yield output;
    }
  }
}

/** Writes all outputs; false when nobody wants to read on, which is no failure. */
async function write(
  { output, format, plan }: Job,
  stdout: Writable,
  outputs: AsyncIterable<Classified | Compared>,
): Promise<boolean> {
  if (output === null) {
    try {
      await pipeline(ndjsonOf(outputs), stdout, { end: false });
      return true;
    } catch (error) {
      if (isClosed(error)) return false;
      throw asUnwritable(error, 'Standard output');
    }
  }
  await writeFileWhole(output, async (to) => {
    if (format === 'ndjson') return pipeline(ndjsonOf(outputs), to);
    const header = plan.by.kind === 'compare' ? comparedHeader : classifiedHeader;
    return writeXlsx(to, { header }, flat(outputs));
  });
  return true;
}

async function* flat(outputs: AsyncIterable<Classified | Compared>) {
  for await (const output of outputs)
    yield output.kind === 'classified' ? classifiedRow(output) : comparedRow(output);
}

function isClosed(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
