import { Postgres } from '@telegraf/session/pg';
import { Pool } from 'pg';
import { Scenes, session, Telegraf } from 'telegraf';
import { buttons, messageText, numbersTo, ready, thanks, toldIn } from './contender.ts';

type Kept = Scenes.WizardSession & { answers?: Record<string, string> };
type Asking = Scenes.WizardContext & { session: Kept };

/** A Telegraf wizard of one step for each question, its sessions in PostgreSQL. */
const { apiRoot, token, databaseUrl, count } = toldIn(process.env);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });

const ask = async (ctx: Asking, n: number, last: string | undefined) => {
  ctx.wizard.next();
  await ctx.reply(messageText(n, count, last), { reply_markup: buttons(n) });
};

const steps = numbersTo(count).map((n) => async (ctx: Asking) => {
  const query = ctx.callbackQuery;
  const pressed = query !== undefined && 'data' in query ? query.data : '';
  const last = /^a\|(\d+)\|(yes|no)$/.exec(pressed);
  if (last?.[1] !== String(n)) return;
  ctx.session.answers = { ...ctx.session.answers, [`q${n}`]: last[2] ?? '' };
  if (n < count) return ask(ctx, n + 1, last[2]);
  await ctx.reply(thanks);
  await ctx.scene.leave();
});

const wizard = new Scenes.WizardScene<Asking>('interview', (ctx) => ask(ctx, 1, undefined), ...steps);
const stage = new Scenes.Stage<Asking>([wizard]);
const bot = new Telegraf<Asking>(token, { telegram: { apiRoot } });
bot.use((ctx, next) => {
  // As ours does: nobody waits for the spinner to stop.
  if (ctx.callbackQuery) void ctx.answerCbQuery().catch(() => undefined);
  return next();
});
bot.use(session({ store: Postgres<Kept>({ pool }) }));
bot.use(stage.middleware());
bot.start((ctx) => ctx.scene.enter('interview'));
bot.catch((error) => console.error(error));
void bot.launch();
ready();
