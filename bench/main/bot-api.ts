import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { type Happening, newRound, type Play, type Played, type Round, type Standing } from './round.ts';

/** What the process is asked to play, and with the bot of which token. */
export const orderSchema = z.object({ token: z.string(), chats: z.number(), questions: z.number() });

type Bot = {
  pending: Update[];
  nextUpdate: number;
  nextMessage: number;
  nextChat: number;
  /** Answers the poll that is held. */
  release: (() => void) | null;
  round: Round | null;
};
type Update = { readonly update_id: number };

/** Far more than anybody takes: a round that hangs must end. */
const patienceMs = (play: Play) => 60_000 + play.chats * play.questions * 50;
const bots = new Map<string, Bot>();

function botOf(token: string): Bot {
  const known = bots.get(token);
  if (known !== undefined) return known;
  const bot: Bot = {
    pending: [],
    nextUpdate: 1,
    nextMessage: 2,
    nextChat: 1_000_001,
    release: null,
    round: null,
  };
  bots.set(token, bot);
  return bot;
}

function happens(bot: Bot, happenings: readonly Happening[]): void {
  for (const happening of happenings) {
    bot.pending.push({ update_id: bot.nextUpdate, ...happening });
    bot.nextUpdate += 1;
  }
  bot.release?.();
}

/** One round with a bot; what it has not finished in time is an error, never a figure. */
async function play(bot: Bot, asked: Play): Promise<Played> {
  const round = newRound(asked, bot.nextChat);
  bot.nextChat += asked.chats;
  bot.round = round;
  happens(bot, round.begin());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${round.missing()} of ${asked.chats} chats got no answer`)),
      patienceMs(asked),
    );
  });
  try {
    return await Promise.race([round.ended, late]);
  } finally {
    clearTimeout(timer);
    bot.round = null;
  }
}

const pollSchema = z.object({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
});

/** Long polling as Telegram has it: a higher offset confirms, and an empty answer is held back. */
async function getUpdates(bot: Bot, params: unknown): Promise<readonly Update[]> {
  const { offset, limit, timeout } = pollSchema.parse(params);
  bot.pending = bot.pending.filter((update) => update.update_id >= offset);
  if (bot.pending.length === 0 && timeout > 0)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeout * 1000);
      bot.release = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  bot.release = null;
  return bot.pending.slice(0, limit);
}

const sendSchema = z.object({
  chat_id: z.coerce.number(),
  text: z.string(),
  reply_markup: z.custom<Standing['reply_markup']>().optional(),
});

function sendMessage(bot: Bot, params: unknown) {
  const { chat_id: chat, text: words, reply_markup: markup } = sendSchema.parse(params);
  const standing = { message_id: bot.nextMessage, text: words, ...(markup && { reply_markup: markup }) };
  bot.nextMessage += 1;
  const next = bot.round?.hears(chat, standing) ?? null;
  if (next !== null) happens(bot, [next]);
  return { ...standing, date: 0, chat: { id: chat, type: 'private', first_name: 'Thử' } };
}

async function perform(bot: Bot, token: string, method: string, params: unknown): Promise<unknown> {
  switch (method) {
    case 'getUpdates':
      return getUpdates(bot, params);
    case 'sendMessage':
      return sendMessage(bot, params);
    case 'getMe':
      return { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Thử', username: 'bench_bot' };
    case 'answerCallbackQuery':
    case 'deleteWebhook':
    case 'setMyCommands':
      return true;
    default:
      throw new Error(`The bench has no ${method}`);
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
  const body = await text(request);
  const result = await perform(botOf(token), token, method, body === '' ? {} : JSON.parse(body));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
}

function refuse(response: ServerResponse, error: unknown): void {
  console.error(error);
  const refused = { ok: false, error_code: 400, description: String(error) };
  response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(refused));
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => refuse(response, error));
});
// Who waits for its turn finds its connections open: Node closes them after five seconds, just when they may be used again.
server.keepAliveTimeout = 3_600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('message', (message) => {
  const { token, ...asked } = orderSchema.parse(message);
  play(botOf(token), asked).then(
    (played) => process.send?.(played),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
