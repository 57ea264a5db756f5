import { type UpdateQueue, updateQueue } from './updates.ts';

/** A button under a message. */
export type Button = {
  readonly text: string;
  readonly callback_data?: string | undefined;
  readonly url?: string | undefined;
};

/** A message as it stands in a chat at this moment, after all edits. */
export type Shown = {
  readonly id: number;
  readonly from: 'bot' | 'person';
  text: string;
  buttons: readonly (readonly Button[])[];
  /** Its text is the caption then. */
  readonly photo?: Photo;
  readonly voice?: Voice;
  date: number;
};

export type Voice = { readonly bytes: Buffer };
export type Photo = { readonly filename: string; readonly width: number; readonly height: number };

/** A private chat; `started` once the person has written to the bot, before that the bot cannot find it. */
export type Chat = {
  readonly id: number;
  readonly firstName: string;
  readonly username: string;
  started: boolean;
  blocked: boolean;
  readonly messages: Shown[];
};

/** Everything that the stand-in remembers. */
export type World = {
  readonly bot: { readonly id: number; readonly username: string };
  readonly chats: Map<number, Chat>;
  readonly updates: UpdateQueue;
  /** Presses that wait for an answer: the button still turns. */
  readonly openQueries: Set<string>;
  readonly commands: Map<string, readonly { command: string; description: string }[]>;
  webhook: string;
  webhookSecret: string;
  nextMessageId: number;
  nextQueryId: number;
};

/** An empty world around one bot. */
export function newWorld(bot: World['bot']): World {
  return {
    bot,
    chats: new Map(),
    updates: updateQueue(),
    openQueries: new Set(),
    commands: new Map(),
    webhook: '',
    webhookSecret: '',
    nextMessageId: 1,
    nextQueryId: 1,
  };
}

/** The chat with this id, made on first sight; its names are there to be found where they must not be. */
export function chatOf(world: World, id: number): Chat {
  const known = world.chats.get(id);
  if (known !== undefined) return known;
  const firstName = `Nguyễn Thị Bí Mật ${id}`;
  const chat = { id, firstName, username: `bi_mat_${id}`, started: false, blocked: false, messages: [] };
  world.chats.set(id, chat);
  return chat;
}

/** Puts a message into a chat. */
export function addMessage(
  world: World,
  chat: Chat,
  message: Pick<Shown, 'from' | 'text' | 'buttons' | 'photo' | 'voice'>,
): Shown {
  const shown = { ...message, id: world.nextMessageId++, date: now() };
  chat.messages.push(shown);
  return shown;
}

/** The bot as a User object. */
export function botUser({ bot }: World): Record<string, unknown> {
  return { id: bot.id, is_bot: true, first_name: 'Rà soát', username: bot.username };
}

/** The person of a private chat as a User object. */
export function personUser(chat: Chat): Record<string, unknown> {
  const { id, firstName, username } = chat;
  return { id, is_bot: false, first_name: firstName, username, language_code: 'vi' };
}

/** A message as the Bot API writes it. */
export function toMessage(world: World, chat: Chat, message: Shown): Record<string, unknown> {
  const { id, firstName, username } = chat;
  return {
    message_id: message.id,
    from: message.from === 'bot' ? botUser(world) : personUser(chat),
    chat: { id, type: 'private', first_name: firstName, username },
    date: message.date,
    ...contentOf(message),
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
  };
}

function contentOf({ text, photo, voice }: Shown): Record<string, unknown> {
  if (photo !== undefined) return photoOf(photo, text);
  if (voice === undefined) return { text };
  return { voice: { file_id: 'voice', file_unique_id: 'voice', duration: 1, file_size: voice.bytes.length } };
}

function photoOf({ filename, width, height }: Photo, caption: string): Record<string, unknown> {
  const photo = [{ file_id: filename, file_unique_id: filename, width, height }];
  return caption === '' ? { photo } : { photo, caption };
}

/** The time as Telegram counts it, in seconds. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
