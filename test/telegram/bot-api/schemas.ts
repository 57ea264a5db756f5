import { z } from 'zod';
import { badRequest } from './refusal.ts';

// What each method takes, strictly: a field that the documentation does not name is refused.
const inlineButton = z.strictObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });
const linkPreview = z.strictObject({
  is_disabled: z.boolean().optional(),
  url: z.string().optional(),
  prefer_small_media: z.boolean().optional(),
  prefer_large_media: z.boolean().optional(),
  show_above_text: z.boolean().optional(),
});
const chatId = z.union([z.number().int(), z.string()]);
const parseMode = z.enum(['HTML', 'MarkdownV2', 'Markdown']);
const updateKinds = z.array(
  z.enum([
    'message',
    'edited_message',
    'channel_post',
    'edited_channel_post',
    'business_connection',
    'business_message',
    'edited_business_message',
    'deleted_business_messages',
    'message_reaction',
    'message_reaction_count',
    'inline_query',
    'chosen_inline_result',
    'callback_query',
    'shipping_query',
    'pre_checkout_query',
    'purchased_paid_media',
    'poll',
    'poll_answer',
    'my_chat_member',
    'chat_member',
    'chat_join_request',
    'chat_boost',
    'removed_chat_boost',
  ]),
);

/** https://core.telegram.org/bots/api#getupdates. */
export const getUpdatesSchema = z.strictObject({
  offset: z.number().int().optional(),
  limit: z.number().int().min(1).max(100).optional(),
  timeout: z.number().int().min(0).optional(),
  allowed_updates: updateKinds.optional(),
});
/** …#setwebhook. */
export const setWebhookSchema = z.strictObject({
  url: z.string(),
  max_connections: z.number().int().min(1).max(100).optional(),
  allowed_updates: updateKinds.optional(),
  drop_pending_updates: z.boolean().optional(),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
});
/** …#deletewebhook. */
export const deleteWebhookSchema = z.strictObject({ drop_pending_updates: z.boolean().optional() });
/** …#setmycommands. */
export const setMyCommandsSchema = z.strictObject({
  commands: z.array(z.strictObject({ command: z.string(), description: z.string() })),
  scope: z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']),
      }),
      z.strictObject({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
    ])
    .optional(),
  language_code: z.string().optional(),
});
/** …#sendmessage, without what a bot in private chats never uses. */
export const sendMessageSchema = z.strictObject({
  chat_id: chatId,
  text: z.string(),
  parse_mode: parseMode.optional(),
  link_preview_options: linkPreview.optional(),
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
  reply_parameters: z.strictObject({ message_id: z.number().int() }).optional(),
  reply_markup: inlineKeyboard.optional(),
});
/** …#sendphoto, of a file that comes with the call, without what a bot in private chats never uses. */
export const sendPhotoSchema = z.strictObject({
  chat_id: chatId,
  photo: z.strictObject({ filename: z.string().regex(/\.png$/), bytes: z.instanceof(Buffer) }),
  caption: z.string().optional(),
  parse_mode: parseMode.optional(),
  disable_notification: z.boolean().optional(),
  reply_markup: inlineKeyboard.optional(),
});
/** …#sendvoice, of a file that comes with the call, without what a bot in private chats never uses. */
export const sendVoiceSchema = z.strictObject({
  chat_id: chatId,
  voice: z.strictObject({ filename: z.string().regex(/\.ogg$/), bytes: z.instanceof(Buffer) }),
  duration: z.number().int().optional(),
  disable_notification: z.boolean().optional(),
});
/** …#editmessagetext. */
export const editMessageTextSchema = z.strictObject({
  chat_id: chatId,
  message_id: z.number().int(),
  text: z.string(),
  parse_mode: parseMode.optional(),
  link_preview_options: linkPreview.optional(),
  reply_markup: inlineKeyboard.optional(),
});
/** …#answercallbackquery. */
export const answerCallbackQuerySchema = z.strictObject({
  callback_query_id: z.string(),
  text: z.string().max(200).optional(),
  show_alert: z.boolean().optional(),
  url: z.string().optional(),
  cache_time: z.number().int().min(0).optional(),
});
/** For methods without parameters. */
export const nothingSchema = z.strictObject({});
/** An inline keyboard as it is sent. */
export type Keyboard = z.infer<typeof inlineKeyboard>;

/** Reads the parameters of a call or refuses it with 400. */
export function read<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`);
}
