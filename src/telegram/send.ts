import type { Api } from 'grammy';
import type { Delivery, Outgoing, Photo } from '../channel/channel.ts';
import type { Rendered } from '../text/rendered.ts';
import type { Refused } from './ahead.ts';
import { type Failure, isTokenRefused, toFailure } from './failure.ts';
import { keyboard } from './keyboard.ts';
import type { Pictures } from '../channel/pictures.ts';
import { split } from '../channel/split.ts';
import type { Voice } from '../channel/voice.ts';
import { sendPhoto } from './send-photo.ts';
import { sendPicture } from './send-picture.ts';
import { sendVoice } from './send-voice.ts';

/** Characters (UTF-16 units) that one Telegram message may hold. */
export const MAX_MESSAGE = 4096;

/** What goes out before a question, where the house has it. */
export type Before = { readonly pictures?: Pictures | undefined; readonly voice?: Voice | undefined };

/**
 * Sends one message, its drawings and its voice before it, or changes the one it edits, and says what became of it; `ref`
 * is the message with the buttons.
 */
export async function send(api: Api, outgoing: Outgoing, before: Before = {}): Promise<Delivery> {
  const parts = split(outgoing.rendered.text, MAX_MESSAGE);
  const markup = keyboard(outgoing.rendered);
  const message = { chatId: chatIdOf(outgoing.address), parts, markup };
  const edits = Number(outgoing.edits);
  // A text that takes several messages cannot be put into the place of one.
  if (outgoing.edits !== undefined && Number.isSafeInteger(edits) && parts.length === 1)
    return edit(api, message, edits);
  const refused = await sendBefore(api, message.chatId, outgoing.rendered, before);
  return refused === null ? postWith(api, message, outgoing.photo) : toDelivery(failureOf(refused.failed));
}

async function sendBefore(
  api: Api,
  chatId: number | string,
  { picture, speech }: Rendered,
  { pictures, voice }: Before,
): Promise<Refused> {
  const drawn =
    picture === undefined || pictures === undefined
      ? null
      : await sendPicture(api, chatId, picture, pictures);
  if (drawn !== null || speech === undefined || voice === undefined) return drawn;
  return sendVoice(api, chatId, speech, voice);
}

type Message = {
  readonly chatId: number | string;
  readonly parts: readonly string[];
  readonly markup: ReturnType<typeof keyboard>;
};

/** A picture goes before the message that belongs to it. */
async function postWith(api: Api, message: Message, photo: Photo | undefined): Promise<Delivery> {
  const refused = photo === undefined ? null : await sendPhoto(api, message.chatId, photo);
  return refused === null ? post(api, message) : toDelivery(failureOf(refused.failed));
}

async function edit(api: Api, message: Message, messageId: number): Promise<Delivery> {
  try {
    const text = message.parts.join('');
    await api.editMessageText(message.chatId, messageId, text, options(message.markup));
    return { kind: 'sent', ref: String(messageId) };
  } catch (error) {
    const failure = failureOf(error);
    if (isBadRequest(failure, /message is not modified/i)) return { kind: 'sent', ref: String(messageId) };
    if (isBadRequest(failure, /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i)) {
      return post(api, message);
    }
    return toDelivery(failure);
  }
}

/** A failure at a later part sends all parts again: to read a page twice is better than to miss one. */
async function post(api: Api, { chatId, parts, markup }: Message): Promise<Delivery> {
  try {
    let ref = '';
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      const sent = await api.sendMessage(chatId, part, options(isLast ? markup : undefined));
      ref = String(sent.message_id);
    }
    return { kind: 'sent', ref };
  } catch (error) {
    return toDelivery(failureOf(error));
  }
}

function options(markup: Message['markup']) {
  return { link_preview_options: { is_disabled: true }, ...(markup ? { reply_markup: markup } : {}) };
}

function chatIdOf(address: string): number | string {
  return /^-?\d+$/.test(address) ? Number(address) : address;
}

function failureOf(error: unknown): Failure {
  const failure = toFailure(error);
  if (failure === null) throw error;
  return failure;
}

function isBadRequest(failure: Failure, wording: RegExp): boolean {
  return failure.kind === 'refused' && failure.code === 400 && wording.test(failure.reason);
}

function toDelivery(failure: Failure): Delivery {
  const { reason } = failure;
  if (failure.kind === 'network') return { kind: 'retry', reason };
  if (failure.code === 429 || failure.code >= 500) {
    const { afterSeconds } = failure;
    return { kind: 'retry', reason, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
  }
  // The message is not at fault: it goes out once the token is set right.
  if (isTokenRefused(failure))
    return { kind: 'retry', afterSeconds: 60, reason: `${reason} (TELEGRAM_BOT_TOKEN)` };
  if (failure.code === 403 || isBadRequest(failure, /chat not found|PEER_ID_INVALID/i))
    return { kind: 'gone', reason };
  return { kind: 'rejected', reason: failure.moved ? `${reason} (the chat has a new id)` : reason };
}
