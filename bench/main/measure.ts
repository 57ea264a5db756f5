import { cpus } from 'node:os';
import { type Field, type Name, nameList, names, openField, type Turn } from './field.ts';
import { type Figures, figuresOf } from './figures.ts';
import { pgbench } from './pgbench.ts';
import type { Play } from './round.ts';

const isShort = process.argv.includes('--short');
const rounds = isShort ? 1 : 3;
const lengths = isShort ? [120] : [40, 120];
const crowds = isShort ? [1, 20] : [1, 50];
const server = process.env['TEST_DATABASE_URL'];
if (server === undefined) throw new Error('npm run bench starts this, on a server of its own');

type Result = { readonly play: Play; readonly name: Name; readonly figures: Figures };

console.log(`${cpus()[0]?.model ?? 'processor unknown'} × ${cpus().length}, node ${process.version}`);
console.log('PostgreSQL with fsync and synchronous_commit on; one loopback Bot API; buttons pressed at once');
console.log(
  `${rounds} round(s) of each in turn after one to warm up; times in ms from the press to the next question\n`,
);

const results: Result[] = [];
for (const questions of lengths) {
  const field = await openField(server, questions);
  try {
    for (const chats of crowds) results.push(...(await playAll(field, { chats, questions })));
    if (questions === 120) await floor(field.databaseUrl('ours'));
  } finally {
    await field.close();
  }
}
goals();

/** Everybody in turn, round after round, so that what disturbs the machine disturbs all; before that all warm up. */
async function playAll(field: Field, play: Play): Promise<readonly Result[]> {
  const turns: Readonly<Record<Name, Turn[]>> = { ours: [], conversations: [], telegraf: [] };
  for (const name of nameList) await field.play(name, { ...play, chats: isShort ? 5 : 50 });
  for (let round = 1; round <= rounds; round += 1)
    for (const name of nameList) turns[name].push(await field.play(name, play));
  const found = nameList.map((name) => ({ play, name, figures: figuresOf(turns[name], play.questions) }));
  console.log(`${play.chats} chat(s), ${play.questions} questions`);
  console.table(found.map(({ name, figures }) => row(names[name], figures, play.questions)));
  return found;
}

function row(name: string, figures: Figures, questions: number) {
  const { perSecond, p50, p95, first, last, cpu } = figures;
  return {
    name,
    'answers/s': Math.round(perSecond),
    p50: rounded(p50),
    p95: rounded(p95),
    'answers 1–5': rounded(first),
    [`${questions - 4}–${questions}`]: rounded(last),
    'own cpu': rounded(cpu),
  };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}

async function floor(databaseUrl: string): Promise<void> {
  const seconds = isShort ? 2 : 8;
  const [one, fifty] = [await pgbench(databaseUrl, 1, seconds), await pgbench(databaseUrl, 50, seconds)];
  console.log(
    `pgbench, the writes of one answer of ours as one statement: ${Math.round(one)}/s with 1 client,`,
  );
  console.log(`${Math.round(fifty)}/s with 50\n`);
}

function goals(): void {
  for (const { chats, questions } of results.filter(({ name }) => name === 'ours').map(({ play }) => play)) {
    const of = (wanted: Name) =>
      results.find(
        ({ name, play }) => name === wanted && play.chats === chats && play.questions === questions,
      );
    const [ours, theirs] = [of('ours')?.figures, of('conversations')?.figures];
    if (ours === undefined || theirs === undefined) continue;
    const where = `${chats} chat(s), ${questions} questions`;
    goal(
      `${where}: answers/s, times the conversations plugin`,
      ours.perSecond / theirs.perSecond,
      (x) => x > 1,
    );
    if (questions === 120)
      goal(`${where}: flat, the last five answers to the first`, ours.last / ours.first, (x) => x <= 1.25);
  }
}

function goal(what: string, figure: number, isReached: (figure: number) => boolean): void {
  console.log(`${what}: ${figure.toFixed(2)}: ${isReached(figure) ? 'reached' : 'MISSED'}`);
}
