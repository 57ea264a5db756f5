import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedStateStorage,
} from '@grammyjs/conversations';
import { run, sequentialize } from '@grammyjs/runner';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, type Context } from 'grammy';
import { type Client, Pool } from 'pg';
import { z } from 'zod';
import { buttons, messageText, numbersTo, ready, thanks, toldIn } from './contender.ts';

type Asking = ConversationFlavor<Context>;

/** grammY with its conversations plugin, each chat in order, chats side by side, everything in PostgreSQL. */
const { apiRoot, token, databaseUrl, count } = toldIn(process.env);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });
await pool.query('create table answers (chat bigint primary key, answers jsonb not null)');

async function interview(conversation: Conversation, ctx: Context): Promise<void> {
  const answers: Record<string, string> = {};
  let last: string | undefined;
  for (const n of numbersTo(count)) {
    await ctx.reply(messageText(n, count, last), { reply_markup: buttons(n) });
    const { match } = await conversation.waitForCallbackQuery(new RegExp(`^a\\|${n}\\|(yes|no)$`));
    last = match[1];
    answers[`q${n}`] = last ?? '';
  }
  await conversation.external(async () => {
    await pool.query('insert into answers values ($1, $2)', [ctx.chat?.id, JSON.stringify(answers)]);
  });
  await ctx.reply(thanks);
}

// It is typed for one connection; a pool answers in the same way, and lets chats go side by side.
const client = z.custom<Client>((given) => given instanceof Pool).parse(pool);
const made = await PsqlAdapter.create({ client, tableName: 'conversations' });
const adapter = z.custom<VersionedStateStorage<string, ConversationData>>().parse(made);

const bot = new Bot<Asking>(token, { client: { apiRoot } });
bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use((ctx, next) => {
  // As ours does: nobody waits for the spinner to stop.
  if (ctx.callbackQuery) void ctx.answerCallbackQuery().catch(() => undefined);
  return next();
});
bot.use(conversations({ storage: { type: 'key', adapter } }));
bot.use(createConversation(interview));
bot.command('start', (ctx) => ctx.conversation.enter('interview'));
bot.catch(({ error }) => console.error(error));
await bot.init();
run(bot);
ready();
