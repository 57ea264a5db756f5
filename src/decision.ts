import { z } from 'zod';
import { readers, readings, type Shows } from './record/entry.ts';

/** A piece of text by its key in locales/; words are made at delivery, in the reader's language of that moment. */
export type Phrase = {
  readonly key: string;
  readonly params?: { readonly [name: string]: Param } | undefined;
};

/** What a phrase may hold: plain values, money in VND, a day, another phrase, or several. */
export type Param =
  | string
  | number
  | { readonly money: number }
  | { readonly day: string }
  | { readonly phrase: Phrase }
  | { readonly list: readonly Phrase[] }
  | { readonly either: readonly Phrase[] }
  | { readonly lines: readonly Phrase[] }
  /** Lines that are called by their numbers. */
  | { readonly numbered: readonly Phrase[] };

export type Pick = { readonly phrase: Phrase; readonly data: string; readonly picked?: boolean | undefined };

/** Bars of one length, each filled by its parts; drawn at delivery. Its numbers are told in the message as well. */
export type Chart = {
  /** Where it is given, the parts stand beside each other instead, each a bar of its own. */
  readonly as?: 'beside' | undefined;
  readonly title: Phrase;
  /** What the parts are, in their order. */
  readonly series: readonly Phrase[];
  readonly rows: readonly { readonly label: string | Phrase; readonly values: readonly number[] }[];
};

/** Drawings of what can be chosen, one for each option in its order. */
export type Picture = {
  /** The page on which all of them stand, each under its option's number. */
  readonly sheet: string;
  readonly drawings: readonly string[];
  /** What the page shows, for those who do not see it. */
  readonly alt: Phrase;
  /** It stands above already, so a channel that sends it as a message of its own leaves it out. */
  readonly again?: boolean | undefined;
};

/** What the bot says: a few paragraphs and what can be chosen. Holds no prose, so it can wait in the outbox. */
export type Message = {
  /** What it is, for logs, statistics and transcripts: `ask`, `refused`, `notice`, `card`, … */
  readonly kind: string;
  readonly parts: readonly Phrase[];
  readonly options: readonly Pick[];
  readonly actions: readonly Pick[];
  /** It replaces the latest question on the screen where the channel can do so (a tick list being ticked). */
  readonly edits?: boolean | undefined;
  readonly chart?: Chart | undefined;
  readonly picture?: Picture | undefined;
  /** It is read aloud too, where the channel can do so. */
  readonly speech?: boolean | undefined;
  /** What it shows of households to somebody who is not of them: written into the record when it is out. */
  readonly shows?: readonly Shows[] | undefined;
};

/** Who is told: the one who just spoke, the household of the case, the heads of its zone, those of the zone it has left. */
export type Audience = 'self' | 'household' | 'heads' | 'former-heads';
export type Addressed = { readonly to: Audience; readonly message: Message };

/** All that a pure core may answer. */
export type Decision<Event> = { readonly events: readonly Event[]; readonly messages: readonly Addressed[] };

const phraseSchema: z.ZodType<Phrase> = z.lazy(() =>
  z.object({ key: z.string(), params: z.record(z.string(), paramSchema).optional() }),
);
const paramSchema: z.ZodType<Param> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ money: z.number() }),
    z.object({ day: z.string() }),
    z.object({ phrase: phraseSchema }),
    z.object({ list: z.array(phraseSchema) }),
    z.object({ either: z.array(phraseSchema) }),
    z.object({ lines: z.array(phraseSchema) }),
    z.object({ numbered: z.array(phraseSchema) }),
  ]),
);
/** The stored shape of a choice. */
export const pickSchema = z.object({
  phrase: phraseSchema,
  data: z.string(),
  picked: z.boolean().optional(),
});

/** The stored shape of a chart. */
export const chartSchema = z.object({
  as: z.literal('beside').optional(),
  title: phraseSchema,
  series: z.array(phraseSchema),
  rows: z.array(z.object({ label: z.union([z.string(), phraseSchema]), values: z.array(z.number()) })),
});

const pictureSchema = z.object({
  sheet: z.string(),
  drawings: z.array(z.string()),
  alt: phraseSchema,
  again: z.boolean().optional(),
});

/** The stored shape of a message. */
export const messageSchema: z.ZodType<Message> = z.object({
  kind: z.string(),
  parts: z.array(phraseSchema),
  options: z.array(pickSchema),
  actions: z.array(pickSchema),
  edits: z.boolean().optional(),
  chart: chartSchema.optional(),
  picture: pictureSchema.optional(),
  speech: z.boolean().optional(),
  shows: z
    .array(
      z.object({
        as: z.enum(readers),
        why: z.enum(readings),
        case: z.number().optional(),
        dossier: z.number().optional(),
      }),
    )
    .optional(),
});

/** A phrase by its key. */
export function say(key: string, params?: { readonly [name: string]: Param }): Phrase {
  return params === undefined ? { key } : { key, params };
}

/** What only the one who just spoke is told. */
export function toSelf(...messages: readonly Message[]): readonly Addressed[] {
  return messages.map((message) => ({ to: 'self', message }));
}

/** A message that offers nothing to choose. */
export function notice(kind: string, ...parts: readonly Phrase[]): Message {
  return { kind, parts, options: [], actions: [] };
}
