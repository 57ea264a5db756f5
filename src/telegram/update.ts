import { z } from 'zod';

const chatSchema = z.object({ id: z.number(), type: z.string() });

const senderSchema = z.object({ id: z.number(), is_bot: z.boolean().catch(false) });

const entitySchema = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: z.object({ id: z.number() }).optional().catch(undefined),
});

const attachment = z.unknown().optional();

const messageSchema = z.object({
  chat: chatSchema,
  from: senderSchema.optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
  entities: z.array(entitySchema).optional().catch(undefined),
  caption_entities: z.array(entitySchema).optional().catch(undefined),
  reply_to_message: z.object({ from: senderSchema }).optional().catch(undefined),
  sticker: attachment,
  voice: attachment,
  audio: attachment,
  video_note: attachment,
  photo: attachment,
  document: attachment,
  video: attachment,
  animation: attachment,
  location: attachment,
});
export type TelegramMessage = z.infer<typeof messageSchema>;

const pressSchema = z.object({
  data: z.string().optional().catch(undefined),
  /** Also there when the message is too old to be read: then only its chat is told. */
  message: z.object({ chat: chatSchema }).optional().catch(undefined),
});

const memberSchema = z.object({ status: z.string(), is_member: z.boolean().optional().catch(undefined) });

const membershipSchema = z.object({
  chat: chatSchema,
  old_chat_member: memberSchema.optional().catch(undefined),
  new_chat_member: memberSchema,
});
export type TelegramMembership = z.infer<typeof membershipSchema>;

/** The few fields of an update that we read; names, usernames and phone numbers are left out and so never go further. */
export const updateSchema = z.object({
  update_id: z.number().int(),
  message: messageSchema.optional().catch(undefined),
  edited_message: messageSchema.optional().catch(undefined),
  callback_query: pressSchema.optional().catch(undefined),
  my_chat_member: membershipSchema.optional().catch(undefined),
});
export type TelegramUpdate = z.infer<typeof updateSchema>;
