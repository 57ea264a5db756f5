import { z } from 'zod';

/** What a person did in a channel, with everything of the channel's own shape taken off. */
export const inputSchema = z.discriminatedUnion('kind', [
  /** Typed text, slash commands and start links included (`/start CODE`). */
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** A button of ours was pressed; `data` is what we put into it. */
  z.object({ kind: z.literal('button'), data: z.string() }),
  /** Something that the bot cannot read. */
  z.object({
    kind: z.literal('unsupported'),
    what: z.enum(['sticker', 'voice', 'photo', 'file', 'edited', 'other']),
  }),
  /** Somebody spoke to the bot where others listen. */
  z.object({ kind: z.literal('group') }),
  /** The person blocked the bot, or let it in again. */
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('unblocked') }),
]);
export type Input = z.infer<typeof inputSchema>;

/**
 * What a channel hands us: the only place where an address meets what its owner said.
 * `key` is unique per `bot`, so that the same update delivered twice counts once.
 */
export const incomingSchema = z.object({
  channel: z.enum(['web', 'telegram', 'zalo', 'terminal']),
  bot: z.string(),
  key: z.string(),
  address: z.string(),
  input: inputSchema,
});
export type Incoming = z.infer<typeof incomingSchema>;
export type ChannelName = Incoming['channel'];

/** Writes a batch down before it is confirmed to its channel; resolves only when it is durable. */
export type Receive = (batch: readonly Incoming[]) => Promise<void>;
