import type { Incoming, Input } from '../incoming.ts';
import {
  type TelegramMembership,
  type TelegramMessage,
  type TelegramUpdate,
  updateSchema,
} from './update.ts';

type Heard = { readonly chat: { readonly id: number }; readonly input: Input };
type Me = { readonly id: number; readonly username: string };

/**
 * Takes Telegram's shape off one update; null when nobody spoke to the bot (group chatter, other bots, no chat).
 * `bot` is `telegram:<bot id>`; `username` is needed to know a mention of the bot.
 */
export function toIncoming(update: unknown, bot: string, username = ''): Incoming | null {
  const parsed = updateSchema.safeParse(update);
  if (!parsed.success) return null;
  const heard = hear(parsed.data, {
    id: Number(bot.slice(bot.indexOf(':') + 1)),
    username: username.toLowerCase(),
  });
  if (heard === null) return null;
  const key = String(parsed.data.update_id);
  return { channel: 'telegram', bot, key, address: String(heard.chat.id), input: heard.input };
}

function hear(update: TelegramUpdate, me: Me): Heard | null {
  const { message, edited_message: edited, callback_query: press, my_chat_member: membership } = update;
  if (message) return hearMessage(message, me);
  // A shared live location comes as a new edit every few seconds: nobody wants an answer to each.
  if (edited) {
    const spoken = edited.chat.type === 'private' && !edited.from?.is_bot && edited.location === undefined;
    return spoken ? { chat: edited.chat, input: { kind: 'unsupported', what: 'edited' } } : null;
  }
  if (press?.message)
    return { chat: press.message.chat, input: pressed(press.message.chat.type, press.data) };
  if (membership) return hearMembership(membership);
  return null;
}

function hearMessage(message: TelegramMessage, me: Me): Heard | null {
  const { chat } = message;
  if (message.from?.is_bot) return null;
  if (chat.type !== 'private') return isForUs(message, me) ? { chat, input: { kind: 'group' } } : null;
  if (message.text === undefined) return { chat, input: { kind: 'unsupported', what: whatIs(message) } };
  return { chat, input: { kind: 'text', text: withoutOurName(message.text, me) } };
}

function pressed(chatType: string, data: string | undefined): Input {
  if (chatType !== 'private') return { kind: 'group' };
  return data === undefined ? { kind: 'unsupported', what: 'other' } : { kind: 'button', data };
}

function hearMembership({
  chat,
  old_chat_member: before,
  new_chat_member: now,
}: TelegramMembership): Heard | null {
  if (chat.type === 'private') {
    if (now.status === 'kicked') return { chat, input: { kind: 'blocked' } };
    return now.status === 'member' ? { chat, input: { kind: 'unblocked' } } : null;
  }
  const wasIn = before !== undefined && isIn(before);
  return !wasIn && isIn(now) ? { chat, input: { kind: 'group' } } : null;
}

function isIn(member: TelegramMembership['new_chat_member']): boolean {
  if (member.status === 'restricted') return member.is_member === true;
  return ['creator', 'administrator', 'member'].includes(member.status);
}

type Unsupported = Extract<Input, { kind: 'unsupported' }>['what'];

function whatIs(message: TelegramMessage): Unsupported {
  if (message.sticker !== undefined) return 'sticker';
  // A round video is a spoken message too.
  if (message.voice !== undefined || message.audio !== undefined || message.video_note !== undefined)
    return 'voice';
  if (message.photo !== undefined) return 'photo';
  if (message.document !== undefined || message.video !== undefined || message.animation !== undefined)
    return 'file';
  return 'other';
}

function isForUs(message: TelegramMessage, me: Me): boolean {
  if (message.reply_to_message?.from.id === me.id) return true;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => {
    const part = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === 'text_mention') return entity.user?.id === me.id;
    if (entity.type === 'mention') return part === `@${me.username}`;
    if (entity.type !== 'bot_command' || entity.offset !== 0) return false;
    return !part.includes('@') || part.endsWith(`@${me.username}`);
  });
}

/** `/start@our_bot CODE`, as some apps complete it, is `/start CODE`. */
function withoutOurName(text: string, me: Me): string {
  const command = /^(\/\w+)@(\w+)/.exec(text);
  const [whole, name, to] = command ?? [];
  if (whole === undefined || to?.toLowerCase() !== me.username) return text;
  return `${name}${text.slice(whole.length)}`;
}
