import { createWriteStream, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Classified, classify, type Compared, type Plan } from './classify.ts';
import { classifiedHeader, classifiedRow, comparedHeader, comparedRow } from './flat.ts';
import { Moves } from './moves.ts';
import { type Asked, parseOptions, usage, UsageError } from './options.ts';
import { lineOf, type Refused } from './problem.ts';
import { type Aside, Progress } from './progress.ts';
import { readSource, type Source } from './source.ts';
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

/** Carries out a command line; gives the exit code: 0, 1 after a bad row, 2 for wrong usage. */
export async function run(argv: readonly string[], world: World): Promise<0 | 1 | 2> {
  try {
    const asked = parseOptions(argv);
    switch (asked.kind) {
      case 'help':
        world.stdout.write(usage);
        return 0;
      case 'template':
        await writeTemplate(asked.path);
        return 0;
      case 'classify':
        checkFiles(asked);
        return await carryOut(asked, world);
      default:
        return asked satisfies never;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
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
  for (const source of sources) {
    for await (const read of readSource(source, stdin)) {
      progress.add(read.rows);
      if (read.kind === 'refused') tally.refuse(read);
      else for (const output of tally.keep(classify(read, plan))) yield output;
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
      throw error;
    }
  }
  // A run that is cut off leaves the file that was there before.
  const part = `${output}.part`;
  if (format === 'ndjson') await pipeline(ndjsonOf(outputs), createWriteStream(part));
  else {
    const header = plan.by.kind === 'compare' ? comparedHeader : classifiedHeader;
    await writeXlsx(part, { header }, flat(outputs));
  }
  await rename(part, output);
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

/** Counts what is read, and says each bad row as soon as it is met. */
class Tally {
  readonly #plan: Plan;
  readonly #say: (lines: readonly string[]) => void;
  readonly #moves = new Moves();
  #good = 0;
  #refused = 0;
  #differing = 0;
  bad = 0;

  constructor(plan: Plan, say: (lines: readonly string[]) => void) {
    this.#plan = plan;
    this.#say = say;
  }

  refuse({ problems, rows }: Refused): void {
    this.bad += problems.length;
    if (rows > 0) this.#refused += 1;
    this.#say(problems.map(lineOf));
  }

  /** What is written of one household's outcomes. */
  *keep(outcomes: ReturnType<typeof classify>): Generator<Classified | Compared> {
    let isGood = true;
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') {
        this.refuse(outcome);
        isGood = false;
      } else if (outcome.kind === 'classified') yield outcome;
      else {
        const { before, after } = outcome;
        this.#moves.add(before.category, after.category);
        if (before.category === after.category) continue;
        this.#differing += 1;
        yield outcome;
      }
    }
    if (isGood) this.#good += 1;
  }

  summary(): readonly string[] {
    const { by } = this.#plan;
    const counted = `${this.#good} households classified, ${this.#refused} refused; ${this.bad} bad rows.`;
    if (by.kind !== 'compare') return [counted];
    return [
      ...this.#moves.lines(by.one.id, by.other.id),
      `${this.#differing} of ${this.#good} households change their class.`,
      counted,
    ];
  }
}
