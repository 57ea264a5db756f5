import type { ChannelName } from '../incoming.ts';
import type { Rendered } from '../text/rendered.ts';
import type { Webhook } from './webhook.ts';

/** What a channel can do; the renderer makes the best of it. */
export type Abilities = {
  readonly buttons: boolean;
  readonly edit: boolean;
  /** It sends charts as photos. */
  readonly photo?: boolean;
  /** Drawings of what can be chosen. */
  readonly picture: boolean;
  /** A question read aloud. */
  readonly voice: boolean;
  /** Characters that one message may hold. */
  readonly maxText: number;
};

/** A picture that goes with a message, and its caption. */
export type Photo = { readonly png: Uint8Array; readonly caption: string };

/** One message on its way out. `id` is stable over repeats, so a channel that keeps its messages can drop a second copy. */
export type Outgoing = {
  readonly id: number;
  readonly address: string;
  readonly rendered: Rendered;
  /** The channel's own reference of the message to change in place, where the channel can edit. */
  readonly edits?: string;
  readonly photo?: Photo;
};

/** What became of one send: data, never an exception. */
export type Delivery =
  | { readonly kind: 'sent'; readonly ref?: string }
  | { readonly kind: 'retry'; readonly afterSeconds?: number; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'rejected'; readonly reason: string };

/** A way to reach people: one folder and one line in the register each. */
export type Channel = {
  readonly name: ChannelName;
  readonly can: Abilities;
  send(outgoing: Outgoing): Promise<Delivery>;
  /** Begins to take in what people say. Throws only when a setting is wrong. */
  start(): Promise<void>;
  /** Stops taking in; what is in hand is finished. */
  stop(): Promise<void>;
  /** Where its service hands updates over, while there is a public address. */
  readonly webhook?: Webhook;
  /** The address at which one talks with the bot alone, beginning with a code; null while it is not known. */
  link?(code: string | null): string | null;
};
