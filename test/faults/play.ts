import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { isHistory } from '../../src/survey/event.ts';
import { keyboard } from '../../src/telegram/keyboard.ts';
import type { Rendered } from '../../src/text/rendered.ts';
import { adminJson } from '../program/program.ts';
import type { Call } from '../telegram/bot-api.ts';
import { type CrashPoint, crashPoints } from './crash-points.ts';
import { type Found, findPerson, findPlaces, findQueues } from './found.ts';
import { type Expected, expectedOf } from './oracle.ts';
import { messagesTo, type Person, type Surroundings, telegramPerson, webPerson } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import { type Engine, openWorld, type World } from './world.ts';

const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const seconds = Number(process.env.FAULT_SECONDS ?? 0);
const anyMoment = 12;
const [webPeople, telegramPeople] = [6, 4];
const headId = 100;

/** The time that a test which plays may take. */
export const limit = { timeout: 240_000 + seconds * 2000 };

/** People answer while the program is killed again and again; at the end all must be as if it never had been. */
export async function play(engine: Engine): Promise<void> {
  process.stdout.write(`${engine}: FAULT_SEED=${seed}\n`);
  const random = randomFrom(seed);
  const world = await openWorld(engine);
  onTestFinished(() => world.close());
  await seatHead(world);
  const people: Person[] = [];
  let killing = true;
  const heard = new Set<() => void>();
  const around: Surroundings = {
    api: world.api,
    url: world.url,
    zone: world.zone,
    kills: () => world.kills.length,
    accepted: () => {
      for (const ring of heard) ring();
      heard.clear();
    },
  };
  const seat = async (number: number): Promise<void> => {
    do {
      const own = randomFrom(Math.floor(random() * 2 ** 32));
      const chatId = 1000 + people.length;
      const person = number < webPeople ? await webPerson(around, own) : telegramPerson(around, chatId, own);
      people.push(person);
      while (await person.act()) await sleep(own() * 60);
    } while (killing);
  };
  const seats = Array.from({ length: webPeople + telegramPeople }, (_, number) => seat(number));
  const all = Promise.all(seats);
  const kills = async () => {
    for (const point of pointsOf(random)) {
      if (random() < 0.4) world.api.resend();
      await point.reach(world, random, () => new Promise((resolve) => heard.add(resolve)));
      await world.crash(point.name);
    }
    killing = false;
  };
  await Promise.all([kills(), all]);
  await check(world, people);
}

/** Somebody who heads the zone before the first kill, and afterwards only listens. */
async function seatHead({ api, settings, zone }: World): Promise<void> {
  const { code = '' } = await adminJson(['invite', '--zone', zone], settings);
  const head = api.person(headId);
  head.says(`/start ${code}`);
  await api.until(() => head.hears.length === 1, 60_000);
  head.presses('Nhận làm khu trưởng');
  await api.until(() => head.hears.length > 1, 60_000);
}

/** Each point once and "at any moment" twelve times, mixed; for as long as FAULT_SECONDS says if that is longer. */
function* pointsOf(random: Random): Generator<CrashPoint> {
  const until = Date.now() + seconds * 1000;
  const [any, ...others] = crashPoints;
  do {
    const all = [...Array.from({ length: anyMoment }, () => any!), ...others];
    while (all.length > 0) yield* all.splice(Math.floor(random() * all.length), 1);
  } while (Date.now() < until);
}

type Row = {
  times: number;
  updates: number;
  expected: number;
  found: number;
  repeated: number;
  ms: number[];
};

async function check(world: World, people: readonly Person[]): Promise<void> {
  const { api, kills } = world;
  await api.until(() => cardsOf(api.calls).size === people.length, 90_000);
  const db = await world.settle();
  onTestFinished(() => db.close());
  const rows = new Map<string, Row>();
  const row = (kill: number): Row => {
    const fault = kills[kill]?.fault ?? '(no kill)';
    const known = rows.get(fault) ?? { times: 0, updates: 0, expected: 0, found: 0, repeated: 0, ms: [] };
    rows.set(fault, known);
    return known;
  };
  for (const [number, { recoveredInMs }] of kills.entries()) {
    row(number).times += 1;
    if (recoveredInMs !== null) row(number).ms.push(recoveredInMs);
  }
  const repetitions = [repeatedToHead(api.calls)];
  const places = await findPlaces(db);
  for (const person of people) {
    const found = await findPerson(db, person.address);
    const place = places[0]!;
    const sayings = person.said.map(({ saying }) => saying);
    const expected = expectedOf(sayings, found.interview, { case: found.case, place, places });
    for (const { kills: before } of person.said) row(before).updates += 1;
    for (const [at, { saying, event }] of expected.history.entries()) {
      const its = row(person.said[saying]!.kills);
      its.expected += 1;
      if (JSON.stringify(found.history[at]) === JSON.stringify(event)) its.found += 1;
    }
    compare(person, expected, found);
    if (person.channel === 'telegram')
      repetitions.push(repeatedIn(world, messagesTo(api.calls, Number(person.address)), expected));
  }
  const causes = repetitions.map((calls) => calls.map((call) => killBefore(world, call)));
  for (const kill of causes.flat()) row(kill).repeated += 1;
  print(rows, people);
  const updates = people.reduce((sum, { said }) => sum + said.length, 0) + 2;
  expect(await findQueues(db)).toEqual({ updates, open: 0, failed: [], notSent: [] });
  for (const [fault, { expected, found }] of rows) expect([fault, found]).toEqual([fault, expected]);
  // Nothing is said twice without a kill, and in one chat one kill makes one repetition at most.
  for (const [chat, calls] of repetitions.entries()) expect(excess(calls, causes[chat]!, kills)).toEqual([]);
}

/** The repetitions without a kill before them, or beyond the first after one, in words. */
function excess(calls: readonly Call[], causes: readonly number[], kills: World['kills']): readonly string[] {
  return calls.flatMap(({ params }, at) => {
    const kill = causes[at]!;
    if (kill >= 0 && causes.indexOf(kill) === at) return [];
    return [`${kills[kill]?.fault ?? 'no kill'} (${kill}): ${JSON.stringify(params)}`];
  });
}

function compare(person: Person, expected: Expected, found: Found): void {
  expect(expected.interview.stage).toBe('sent');
  expect(found.interview).toEqual(expected.interview);
  expect(found.history).toEqual(expected.history.map(({ event }) => event).filter(isHistory));
  if (person.channel === 'web') expect(found.lines).toEqual(asLines(expected.told));
}

/** How told messages stand in a chat where the latest question can be changed in place, by one of its own kind. */
function asLines(told: Expected['told']): readonly Rendered[] {
  const lines: Rendered[] = [];
  let question: { readonly at: number; readonly kind: string } | undefined;
  for (const { rendered, kind, edits } of told) {
    const at = edits && question?.kind === kind ? question.at : lines.length;
    lines[at] = rendered;
    if (rendered.options.length + rendered.actions.length > 0) question = { at, kind };
  }
  return lines;
}

/** The calls that said once more what was just said; fails when anything else is out of order, missing or too much. */
function repeatedIn(world: World, calls: readonly Call[], { told }: Expected): readonly Call[] {
  const wanted = told.map(({ rendered }) => written(rendered.text, keyboard(rendered)));
  const said = calls.map(({ params }) => written(params.text, params.reply_markup));
  const repeated: Call[] = [];
  let at = 0;
  for (let from = 0; from < wanted.length;) {
    const text = wanted[from]!;
    const times = runLength(wanted, from);
    const heard = said[at] === text ? runLength(said, at) : 0;
    if (heard < times)
      expect(said.slice(at, at + times), 'a message out of order').toEqual(wanted.slice(from, from + times));
    repeated.push(...extraIn(world, calls.slice(at, at + heard), heard - times));
    from += times;
    at += heard;
  }
  expect(said.slice(at), 'messages that nobody asked for').toEqual([]);
  return repeated;
}

/** How often the same stands in a row. */
function runLength(texts: readonly string[], from: number): number {
  const next = texts.slice(from).findIndex((text) => text !== texts[from]);
  return next < 0 ? texts.length - from : next;
}

/** Of equal messages in a row those are the repetitions that a kill came before. */
function extraIn(world: World, row: readonly Call[], extra: number): readonly Call[] {
  const killed = row.filter(
    (call, at) => at > 0 && killBefore(world, call) > killBefore(world, row[at - 1]!),
  );
  const others = row.slice(1).filter((call) => !killed.includes(call));
  return [...killed, ...others].slice(0, extra);
}

function written(text: unknown, markup: unknown): string {
  return `${String(text)} ${JSON.stringify(markup ?? null)}`;
}

function killBefore({ api, kills }: World, call: Call): number {
  const at = api.calls.indexOf(call);
  return kills.findLastIndex(({ calls }) => calls <= at);
}

/** What the head was told twice: every card is of another case. */
function repeatedToHead(calls: readonly Call[]): readonly Call[] {
  const seen = new Set<string>();
  return messagesTo(calls, headId).filter(({ params }) => {
    const said = written(params.text, params.reply_markup);
    return seen.has(said) || !seen.add(said);
  });
}

/** The cards that the head was given, by case. */
function cardsOf(calls: readonly Call[]): ReadonlySet<string> {
  const found = messagesTo(calls, headId).flatMap(
    ({ params }) =>
      /"callback_data":"d\|(\w+)\|/.exec(JSON.stringify(params.reply_markup ?? ''))?.slice(1, 2) ?? [],
  );
  return new Set(found);
}

function print(rows: ReadonlyMap<string, Row>, people: readonly Person[]): void {
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const table = [...rows].map(([fault, { times, updates, expected, found, repeated, ms }]) => [
    fault,
    times,
    updates,
    expected,
    found,
    repeated,
    ms.length === 0
      ? ''
      : `${seconds(ms.reduce((sum, each) => sum + each, 0) / ms.length)} (≤ ${seconds(Math.max(...ms))})`,
  ]);
  const head = ['killed', 'times', 'updates', 'expected', 'found', 'repeated', 's to recover'];
  const lines = [head, ...table].map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(48) : String(cell).padStart(at === 6 ? 16 : 9)))
      .join(''),
  );
  const longest = Math.max(...people.map(({ longestWaitMs }) => longestWaitMs));
  process.stdout.write(
    `${lines.join('\n')}\n${people.length} people; longest wait for an answer ${seconds(longest)} s\n`,
  );
}
