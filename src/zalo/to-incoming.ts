import { z } from 'zod';
import type { Incoming, Input } from '../incoming.ts';

/** The few fields of an event that we read; names, pictures and voices are left out and so never go further. */
const eventSchema = z.object({
  event_name: z.string(),
  message: z.object({
    from: z
      .object({ is_bot: z.boolean().catch(false) })
      .optional()
      .catch(undefined),
    chat: z.object({ id: z.string().min(1), chat_type: z.string().catch('PRIVATE') }),
    text: z.string().optional().catch(undefined),
    message_id: z.string().min(1),
  }),
});
type Event = z.infer<typeof eventSchema>;

const envelopeSchema = z.object({ result: z.unknown().optional() });

/**
 * Takes Zalo's shape off one event, as a webhook hands it over (in an envelope) or as it was fetched; null when nobody
 * spoke to the bot. `bot` is `zalo:<bot id>`. An event has no number of its own: its message's id is what counts once.
 */
export function toIncoming(body: unknown, bot: string): Incoming | null {
  const inner = envelopeSchema.safeParse(body);
  const parsed = eventSchema.safeParse(
    inner.success && inner.data.result !== undefined ? inner.data.result : body,
  );
  if (!parsed.success || parsed.data.message.from?.is_bot === true) return null;
  const { chat, message_id: key } = parsed.data.message;
  return { channel: 'zalo', bot, key, address: chat.id, input: inputOf(parsed.data) };
}

function inputOf({ event_name: name, message: { chat, text } }: Event): Input {
  if (chat.chat_type !== 'PRIVATE') return { kind: 'group' };
  if (name === 'message.text.received' && text !== undefined) return { kind: 'text', text };
  return { kind: 'unsupported', what: whatIs(name) };
}

/** An event that Zalo does not let bots read (a protected sender, `message.unsupported.received`) is answered like any other. */
function whatIs(name: string): Extract<Input, { kind: 'unsupported' }>['what'] {
  switch (name) {
    case 'message.image.received':
      return 'photo';
    case 'message.sticker.received':
      return 'sticker';
    case 'message.voice.received':
      return 'voice';
    default:
      return 'other';
  }
}
