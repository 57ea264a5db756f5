import { expect } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/store/db.ts';
import { act, isNamedOnly, stepSchema } from './act.ts';
import { compare, type HeardBy } from './compare.ts';
import { type Cast, casts, type Player, type Seen } from './players.ts';
import { setStage, type Stage } from './stage.ts';

/** A conversation between people and the program, as it is written down. */
export const transcriptSchema = z.strictObject({
  name: z.string(),
  language: z.enum(['vi', 'en']),
  at: z.string(),
  channels: z.array(z.string()).optional(),
  quiet: z.string().optional(),
  /** Somebody to speak to is named before it begins. */
  contacts: z.boolean().optional(),
  /** A ward that is no demonstration, with so many zones: khu-1, khu-2, … */
  zones: z.number().optional(),
  /** Households on the list of the year before, in the first zone. */
  listed: z
    .array(
      z.strictObject({ name: z.string(), address: z.string().nullable(), people: z.number().nullable() }),
    )
    .optional(),
  people: z.array(z.string()),
  steps: z.array(stepSchema),
});
type Transcript = z.infer<typeof transcriptSchema>;

/**
 * Plays one in a channel, and holds what is heard against it unless it is to be written anew. Gives what each heard in
 * each step; its channel ends with the test.
 */
export async function play(
  db: Database,
  transcript: Transcript,
  channel: string,
  { update, endings }: { readonly update: boolean; readonly endings: (() => Promise<void>)[] },
): Promise<readonly HeardBy[]> {
  const stage = await prepared(db, transcript);
  const cast: Cast = await casts[channel]!(stage, transcript.language);
  endings.push(() => cast.close());
  const people = new Map<string, Player>();
  for (const name of transcript.people) people.set(name, await cast.player(name));
  const heard: HeardBy[] = [];
  let code = '';
  const { language } = transcript;
  const made = {
    invitation: () => stage.invitation(zoneOf(transcript)),
    code: async () => code,
  };
  for (const [index, step] of transcript.steps.entries()) {
    if (step.at !== undefined) stage.clock = new Date(step.at);
    await act(step, people.get(step.by ?? ''), { stage, channel, language, made });
    await stage.exhaust();
    expect(stage.failures, `step ${index + 1} failed inside`).toEqual([]);
    const now: Record<string, string[]> = {};
    for (const [name, player] of people) {
      const messages = await player.hears();
      code = codesIn(messages).at(-1) ?? code;
      const told = name === step.by && isNamedOnly(step) ? messages.slice(-1) : messages;
      if (told.length > 0) now[name] = told.map((message) => written(message));
    }
    const label = `step ${index + 1} on ${channel}: ${step.by} ${step.says ?? step.presses ?? step.ticks?.join(', ')}`;
    if (!update) compare(step.heard ?? {}, now, channel, label);
    heard.push(now);
  }
  return heard;
}

async function prepared(db: Database, transcript: Transcript): Promise<Stage> {
  const [from = '', to = ''] = (transcript.quiet ?? '').split('-');
  const quiet = transcript.quiet ? { from: Number(from), to: Number(to) } : null;
  const stage = await setStage(db, transcript.at, quiet);
  if (transcript.contacts === true) await stage.nameContacts();
  if (transcript.zones !== undefined) await stage.realWard(transcript.zones);
  for (const household of transcript.listed ?? []) await stage.listed(zoneOf(transcript), household);
  return stage;
}

function zoneOf({ zones }: Transcript): string {
  return zones === undefined ? 'demo-khu-1' : 'khu-1';
}

const deviceCode = /LK \d{4} \d{3} \d{3}/g;

function codesIn(messages: readonly Seen[]): readonly string[] {
  return messages.flatMap(({ text }) => text.match(deviceCode)?.slice(0, 1) ?? []);
}

function written({ text, choices }: Seen): string {
  const all = choices === undefined ? text : [text, ...choices].join('\n');
  return all.replace(deviceCode, '{code}').replace(/niem-yet\/[\w-]{24}/g, 'niem-yet/{page}');
}
