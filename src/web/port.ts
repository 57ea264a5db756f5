import type { Outgoing } from '../channel/channel.ts';
import type { Receive } from '../incoming.ts';
import type { Published } from '../report/published.ts';
import type { Language } from '../text/language.ts';
import type { Rendered, RenderedChart } from '../text/rendered.ts';

/** One bubble of a conversation as it is kept; a bubble changed in place keeps its `id` and gets a higher `change`. */
export type Line = {
  /** Where the line stands in its conversation; own and bot lines share one order. */
  readonly id: number;
  /** Grows with each line kept or changed; within one address they become visible in this order. */
  readonly change: number;
  readonly from: 'bot' | 'me';
  /** Of an own line: the key it was said with, so that the browser knows its own bubble again. */
  readonly key?: string;
  readonly rendered: Rendered;
  /** When it was said, as an ISO date and time. */
  readonly at: string;
};

/** A posted list of a zone as its page shows it: names and classes, nothing else. Days are `YYYY-MM-DD`. */
export type PostedPage = {
  readonly zone: string;
  readonly ward: string;
  readonly listYear: number;
  readonly from: string;
  readonly until: string;
  readonly untilConfirmed: boolean;
  readonly lines: readonly {
    readonly name: string;
    readonly category: 'poor' | 'near-poor' | 'average' | 'none';
  }[];
};

/** A round as its office sees it at a glance, in words. The day is `YYYY-MM-DD`. */
export type GlancePage = {
  readonly ward: string;
  readonly listYear: number;
  readonly day: string;
  readonly notes: readonly string[];
  readonly charts: readonly RenderedChart[];
};

/** What the web channel needs from the house: an inbox, and a memory of what was said. */
export type WebPort = {
  /** The durable inbox. */
  readonly receive: Receive;
  /** All lines of the address with a change after `afterChange`, in order of change. */
  lines(address: string, afterChange: number): Promise<readonly Line[]>;
  /** Keeps what the person said or pressed; a second call with the same address and key changes nothing. */
  keepOwn(address: string, key: string, text: string): Promise<void>;
  /** Keeps a message of the bot, once per `outgoing.id`; with `edits` it changes the line of that reference in place. */
  keepSent(outgoing: Outgoing): Promise<{ readonly ref: string }>;
  /** The list behind the link of its page, while it hangs; or null. */
  posted(token: string): Promise<PostedPage | null>;
  /** What the office of a ward has published of a round, small numbers hidden; or null. */
  published(ward: string, round: number): Promise<Published | null>;
  /** What a one-time link of the office opens; it is used up, and null once it is, or who was given it holds no such post. */
  glance(token: string, language: Language): Promise<GlancePage | null>;
};
