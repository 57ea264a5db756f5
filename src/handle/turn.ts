import type { Addressed, Message, Phrase } from '../decision.ts';
import type { CaseRow, Kept } from '../store/cases.ts';
import type { Query } from '../store/db.ts';
import type { Speaker } from '../store/people.ts';
import type { By } from '../store/record.ts';
import type { Surveys } from '../surveys/register.ts';
import type { QuietHours } from '../time/vietnam.ts';

/** What handling needs from the house, built once in app.ts. */
export type HandleSettings = {
  readonly surveys: Surveys;
  /** How long the answer to the one who speaks may be claimed for being sent from here at once; null: it is queued. */
  readonly leaseFor: (channel: string) => number | null;
  readonly words: (phrase: Phrase) => readonly string[];
  readonly quiet: QuietHours;
  /** The address at which one talks with the bot alone, for groups; null while it is not known. */
  readonly privateLink: (channel: string) => string | null;
  /** The whole address of one of our pages. */
  readonly pageLink: (path: string) => string;
  /** Can this channel read a question aloud? */
  readonly speaks: (channel: string) => boolean;
};

/** One update being handled: the transaction, the moment, who speaks. */
export type Turn = {
  readonly q: Query;
  readonly now: Date;
  /** The calendar day in Vietnam. */
  readonly today: string;
  readonly speaker: Speaker;
  /** The case of the button that was pressed, held; null for no button, and for a case that is not the speaker's. */
  readonly pressed: CaseRow | null;
  readonly settings: HandleSettings;
};

/** What is to be said, and the case it is about; a case decides who its household and its heads are. */
export type Reply = {
  readonly messages: readonly Addressed[];
  readonly about: CaseRow | null;
  /** What is still to be kept of it, with the end of the update. */
  readonly kept: Kept | null;
  /** The zone that the case has just left. */
  readonly formerZone?: number | null;
  /** The account that the speaker belongs to from here on. */
  readonly speaker?: Speaker;
  /** What single devices are told, wherever their owner spoke last. */
  readonly elsewhere?: readonly { readonly chat: number; readonly message: Message }[];
  /** What is said after that, about another case. */
  readonly also?: Reply;
};

/** Who changes something in this turn, and when. */
export function byOf({ now, speaker }: Turn): By {
  return { by: speaker.id, now };
}

/** A reply to the one who spoke. */
export function toSelf(...messages: readonly Addressed['message'][]): Reply {
  return { messages: messages.map((message) => ({ to: 'self', message })), about: null, kept: null };
}
