import { textOfHtml } from './html.ts';
import { badRequest, Refusal } from './refusal.ts';
import * as schema from './schemas.ts';
import { addMessage, type Button, botUser, type Chat, now, toMessage, type World } from './world.ts';

type Method = (world: World, params: unknown, gone: AbortSignal) => unknown;

/** The methods of the Bot API that the stand-in knows; every other is "method not found". */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getMe', getMe],
  ['getUpdates', getUpdates],
  ['setWebhook', setWebhook],
  ['deleteWebhook', deleteWebhook],
  ['getWebhookInfo', getWebhookInfo],
  ['setMyCommands', setMyCommands],
  ['sendMessage', sendMessage],
  ['sendPhoto', sendPhoto],
  ['sendVoice', sendVoice],
  ['editMessageText', editMessageText],
  ['answerCallbackQuery', answerCallbackQuery],
]);

function getMe(world: World, params: unknown): unknown {
  schema.read(schema.nothingSchema, params);
  const may = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
  return { ...botUser(world), ...may };
}

async function getUpdates(world: World, params: unknown, gone: AbortSignal): Promise<unknown> {
  const asked = schema.read(schema.getUpdatesSchema, params);
  if (world.webhook !== '') {
    const why =
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    throw new Refusal(409, `Conflict: ${why}`);
  }
  return world.updates.get(asked, gone);
}

function setWebhook(world: World, params: unknown): unknown {
  const asked = schema.read(schema.setWebhookSchema, params);
  const { url, drop_pending_updates: drop, allowed_updates: kinds } = asked;
  if (url !== '' && !url.startsWith('https://')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (drop) world.updates.drop();
  if (kinds !== undefined) world.updates.allow(kinds);
  world.webhook = url;
  world.webhookSecret = asked.secret_token ?? '';
  world.updates.interrupt('setWebhook');
  return true;
}

function deleteWebhook(world: World, params: unknown): unknown {
  if (schema.read(schema.deleteWebhookSchema, params).drop_pending_updates) world.updates.drop();
  world.webhook = '';
  return true;
}

function getWebhookInfo(world: World, params: unknown): unknown {
  schema.read(schema.nothingSchema, params);
  const waiting = world.updates.pending().length;
  return { url: world.webhook, has_custom_certificate: false, pending_update_count: waiting };
}

function setMyCommands(world: World, params: unknown): unknown {
  const { commands, scope, language_code: language = '' } = schema.read(schema.setMyCommandsSchema, params);
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('LANG_CODE_INVALID');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  world.commands.set(`${scope?.type ?? 'default'}:${language}`, commands);
  return true;
}

function sendMessage(world: World, params: unknown): unknown {
  const sent = schema.read(schema.sendMessageSchema, params);
  const chat = reachable(world, sent.chat_id);
  const buttons = buttonsOf(sent.reply_markup);
  const message = addMessage(world, chat, { from: 'bot', text: textOf(sent.text, sent.parse_mode), buttons });
  return toMessage(world, chat, message);
}

function sendPhoto(world: World, params: unknown): unknown {
  const sent = schema.read(schema.sendPhotoSchema, params);
  const chat = reachable(world, sent.chat_id);
  const caption = sent.caption ?? '';
  if (caption.length > 1024) throw badRequest('message caption is too long');
  const { filename, bytes } = sent.photo;
  const photo = { filename, ...sizeOf(bytes) };
  const buttons = buttonsOf(sent.reply_markup);
  return toMessage(world, chat, addMessage(world, chat, { from: 'bot', text: caption, buttons, photo }));
}

function sendVoice(world: World, params: unknown): unknown {
  const sent = schema.read(schema.sendVoiceSchema, params);
  const chat = reachable(world, sent.chat_id);
  const { bytes } = sent.voice;
  // Anything else would come as a file to download instead of a voice message.
  if (bytes.subarray(0, 4).toString('latin1') !== 'OggS') throw badRequest('this stand-in plays only Ogg');
  const voice = { bytes };
  return toMessage(world, chat, addMessage(world, chat, { from: 'bot', text: '', buttons: [], voice }));
}

/** A photo has at most 10 MB, sides of 10,000 together, and is at most twenty times as long as wide. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n')
    throw badRequest('IMAGE_PROCESS_FAILED');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || !(ratio <= 20)) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  if (bytes.length > 10_000_000) throw new Refusal(413, 'Request Entity Too Large');
  return { width, height };
}

function editMessageText(world: World, params: unknown): unknown {
  const edit = schema.read(schema.editMessageTextSchema, params);
  const chat = reachable(world, edit.chat_id);
  const message = chat.messages.find(({ id }) => id === edit.message_id);
  if (message === undefined) throw badRequest('message to edit not found');
  if (message.photo !== undefined || message.voice !== undefined)
    throw badRequest('there is no text in the message to edit');
  if (message.from !== 'bot') throw badRequest("message can't be edited");
  const text = textOf(edit.text, edit.parse_mode);
  const buttons = buttonsOf(edit.reply_markup);
  if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  message.text = text;
  message.buttons = buttons;
  return { ...toMessage(world, chat, message), edit_date: now() };
}

function answerCallbackQuery(world: World, params: unknown): unknown {
  const { callback_query_id: id } = schema.read(schema.answerCallbackQuerySchema, params);
  if (world.openQueries.delete(id)) return true;
  throw badRequest('query is too old and response timeout expired or query ID is invalid');
}

function reachable(world: World, chatId: number | string): Chat {
  if (chatId === '') throw badRequest('chat_id is empty');
  const chat = world.chats.get(Number(chatId));
  if (chat === undefined || !chat.started) throw badRequest('chat not found');
  if (chat.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
  return chat;
}

function textOf(text: string, parseMode: string | undefined): string {
  if (parseMode !== undefined && parseMode !== 'HTML')
    throw badRequest(`this stand-in reads no ${parseMode}`);
  const plain = (parseMode === 'HTML' ? textOfHtml(text) : text).trim();
  if (plain === '') throw badRequest('message text is empty');
  if (plain.length > 4096) throw badRequest('message is too long');
  return plain;
}

function buttonsOf(keyboard: schema.Keyboard | undefined): readonly (readonly Button[])[] {
  const rows = (keyboard?.inline_keyboard ?? []).filter((row) => row.length > 0);
  if (rows.flat().length > 100 || rows.some((row) => row.length > 8))
    throw badRequest('reply markup is too long');
  for (const { text, callback_data: data, url } of rows.flat()) {
    if (text === '') throw badRequest('inline keyboard button text is empty');
    if (data === undefined && url === undefined) {
      throw badRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      );
    }
    const bytes = Buffer.byteLength(data ?? 'x');
    if ((data !== undefined && url !== undefined) || bytes < 1 || bytes > 64)
      throw badRequest('BUTTON_DATA_INVALID');
  }
  return rows;
}
