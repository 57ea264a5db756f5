import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { plainText } from '../../src/text/plain.ts';
import { ownDatabase } from '../store/database.ts';
import { type Cast, casts, type Player, type Seen } from './players.ts';
import { setStage } from './stage.ts';

/**
 * Whole conversations, played through inbox, database and outbox in every channel. What the bot said stands in the
 * transcript word for word, so that an official can read and correct it; UPDATE=1 writes it anew, to be read in the diff.
 */
const folder = new URL('./cases/', import.meta.url);

const stepSchema = z.strictObject({
  by: z.string(),
  says: z.string().optional(),
  presses: z.string().optional(),
  ticks: z.array(z.string()).optional(),
  /** The clock before this step. */
  at: z.string().optional(),
  /** What each person heard, word for word. */
  heard: z.record(z.string(), z.array(z.string())).optional(),
});
const journeySchema = z.strictObject({
  name: z.string(),
  language: z.enum(['vi', 'en']),
  at: z.string(),
  channels: z.array(z.string()).optional(),
  quiet: z.string().optional(),
  /** Somebody to speak to is named before it begins. */
  contacts: z.boolean().optional(),
  /** Households on the list of the year before, in the first zone. */
  listed: z
    .array(
      z.strictObject({ name: z.string(), address: z.string().nullable(), people: z.number().nullable() }),
    )
    .optional(),
  people: z.array(z.string()),
  steps: z.array(stepSchema),
});
type Step = z.infer<typeof stepSchema>;

const database = ownDatabase();
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const path = new URL(file, folder);
  const journey = journeySchema.parse(parse(readFileSync(path, 'utf8')));
  describe(journey.name, () => {
    for (const channel of journey.channels ?? Object.keys(casts)) {
      test(`on ${channel}`, async () => {
        const update = process.env.UPDATE === '1' && channel === 'pressed';
        const heard = await play(journey, channel, update);
        if (update) {
          const steps = journey.steps.map((step, index) => ({ ...step, heard: heard[index] }));
          writeFileSync(path, stringify({ ...journey, steps }, { lineWidth: 0 }));
        }
      });
    }
  });
}

async function play(journey: z.infer<typeof journeySchema>, channel: string, update: boolean) {
  const [from = '', to = ''] = (journey.quiet ?? '').split('-');
  const stage = await setStage(
    database.db,
    journey.at,
    journey.quiet ? { from: Number(from), to: Number(to) } : null,
  );
  if (journey.contacts === true) await stage.nameContacts();
  for (const household of journey.listed ?? []) await stage.listed('demo-khu-1', household);
  const cast: Cast = await casts[channel]!(stage, journey.language);
  endings.push(() => cast.close());
  const people = new Map<string, Player>();
  for (const name of journey.people) people.set(name, await cast.player(name));
  const all: Record<string, string[]>[] = [];
  let code = '';
  for (const [index, step] of journey.steps.entries()) {
    if (step.at !== undefined) stage.clock = new Date(step.at);
    await act(step, people.get(step.by)!, channel, {
      invitation: () => stage.invitation('demo-khu-1'),
      code: async () => code,
    });
    await stage.exhaust();
    expect(stage.failures, `step ${index + 1} failed inside`).toEqual([]);
    const heard: Record<string, string[]> = {};
    for (const [name, player] of people) {
      const messages = await player.hears();
      code =
        messages.map(({ text }) => text.match(deviceCode)?.[0]).findLast((each) => each !== undefined) ??
        code;
      if (messages.length > 0) heard[name] = messages.map((message) => written(message));
    }
    if (!update) compare(step, heard, index, channel);
    all.push(heard);
  }
  return all;
}

/** What is made at random stands in a transcript by its name. */
type Made = Readonly<Record<'invitation' | 'code', () => Promise<string>>>;
const deviceCode = /LK \d{4} \d{3} \d{3}/g;

async function act(step: Step, player: Player, channel: string, made: Made): Promise<void> {
  if (step.presses !== undefined) return player.presses(namedAs(step.presses, channel));
  if (step.ticks !== undefined) return player.ticks(step.ticks);
  let text = step.says ?? '';
  for (const [name, make] of Object.entries(made)) {
    if (text.includes(`{${name}}`)) text = text.replace(`{${name}}`, await make());
  }
  return player.says(text);
}

/** Transcripts are written on Telegram; a device's own channel is named by each. */
function namedAs(text: string, channel: string): string {
  const names: Readonly<Record<string, string>> = { typed: 'máy tính', web: 'trang web', zalo: 'Zalo' };
  return text.replaceAll('Telegram', names[channel] ?? 'Telegram');
}

function written({ text, choices }: Seen): string {
  const all = choices === undefined ? text : [text, ...choices].join('\n');
  return all.replace(deviceCode, '{code}');
}

/** In a channel whose buttons look different the words are compared, elsewhere the choices too. */
function compare(step: Step, heard: Record<string, string[]>, index: number, channel: string): void {
  const label = `step ${index + 1} on ${channel}: ${step.by} ${step.says ?? step.presses ?? step.ticks?.join(', ')}`;
  const seenAs = { telegram: withoutChoices, zalo: inPlainText }[channel] ?? ((message: string) => message);
  const tidy = channel === 'zalo' ? onOneLine : (message: string) => message;
  expect(mapped(heard, tidy), label).toEqual(
    mapped(step.heard ?? {}, (message) => tidy(seenAs(namedAs(message, channel)))),
  );
}

function mapped(heard: Record<string, string[]>, how: (message: string) => string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(heard).map(([name, messages]) => [name, messages.map(how)]));
}

/** A message with its choices as a channel without buttons writes them. */
function inPlainText(message: string): string {
  const text = withoutChoices(message);
  const choices = message.slice(text.length).split('\n');
  const within = (from: string, to: string) =>
    choices.filter((line) => line.startsWith(from) && line.endsWith(to)).map((line) => line.slice(1, -1));
  const options = within('[', ']').map((label) => ({
    label: label.replace(/^✓ /, ''),
    data: '',
    picked: label.startsWith('✓ '),
  }));
  const actions = within('(', ')').map((label) => ({ label, data: '' }));
  return plainText({ text, options, actions });
}

/** Where a long message was cut is no matter: its words are compared. */
function onOneLine(message: string): string {
  return message.replace(/\s+/g, ' ');
}

/** The text of a message alone: the choices stand in brackets, each in a line of its own, behind it. */
function withoutChoices(message: string): string {
  return message.replace(/(?:\n(?:\[.*\]|\(.*\)))+$/, '');
}
