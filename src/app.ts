import type { Logger } from 'pino';
import { addDemoOnce, demoCodes, openDemoRound } from './admin/demo.ts';
import { runAdmin } from './admin/run.ts';
import { tidy } from './admin/tidy.ts';
import type { Channel } from './channel/channel.ts';
import type { Pictures } from './channel/pictures.ts';
import type { Voice } from './channel/voice.ts';
import { secretFrom } from './channel/webhook.ts';
import type { BotConfig, Config } from './config.ts';
import { ConfigError, servicesOf } from './config.ts';
import { say } from './decision.ts';
import { lookAtDeadlines } from './deadlines.ts';
import { deliverDue, leaseMs, openStraight } from './deliver.ts';
import { chartSvg } from './draw/chart.ts';
import { pngOf } from './draw/png.ts';
import type { Receive } from './incoming.ts';
import { startLoop } from './loop.ts';
import { serveControl } from './store/control.ts';
import type { Database } from './store/db.ts';
import { openDatabase } from './store/db.ts';
import { writeDown } from './store/inbox.ts';
import { lockDataDir } from './store/lock.ts';
import { migrate } from './store/migrate.ts';
import { freeClaims } from './store/outbox.ts';
import { linkRecord } from './store/record-link.ts';
import { remindDue } from './remind.ts';
import { picturesOf } from './pictures.ts';
import { type Surveys, surveys } from './surveys/register.ts';
import { menuCommands } from './talk/menu-commands.ts';
import { telegramChannel } from './telegram/channel.ts';
import type { Speaker, Texts } from './text/i18n.ts';
import { speakerOf } from './text/i18n.ts';
import { loadTexts } from './text/load.ts';
import type { RenderedChart, RenderedPicture } from './text/rendered.ts';
import { espeakVoice } from './voice/espeak.ts';
import { webChannel } from './web/channel.ts';
import { webPort } from './web-port.ts';
import { openWork, type Work } from './work.ts';
import { zaloChannel } from './zalo/channel.ts';

/** The running program. */
export type App = {
  /** Where the web chat listens. */
  readonly url: string;
  /** Is the demonstration there? */
  readonly demo: boolean;
  /** Finishes what is in hand and leaves nothing running. */
  stop(): Promise<void>;
};

/** What is asked, and all words. */
export type Content = { readonly surveys: Surveys; readonly texts: Texts };

type Undo = () => Promise<void>;
type Outside = { readonly log: Logger; readonly clock: () => Date; readonly content: Content };

/** Builds all parts and joins them; what was begun is undone when a later part cannot start. */
export async function startApp(
  config: Config,
  log: Logger,
  clock: () => Date,
  content: Content = { surveys, texts: loadTexts() },
): Promise<App> {
  const undo: Undo[] = [];
  const stop = async () => {
    for (const each of undo.splice(0).reverse()) await each();
  };
  try {
    return { ...(await start(config, { log, clock, content }, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, outside: Outside, undo: Undo[]): Promise<Omit<App, 'stop'>> {
  const { log, clock, content } = outside;
  const voice = config.voice === null ? undefined : await espeakVoice(config.voice.path).catch(wrongSetting);
  const db = await openStore(config, undo);
  if (isOwn(config)) await addDemoOnce(db);
  await openDemoRound(db, clock());
  const speaker = speakerOf(content.texts);
  let begin: Work['begin'] = () => {};
  const receive: Receive = async (batch) => begin(await writeDown(db, batch, clock()));
  const demo = demoCodes(db, clock);
  const pictures = picturesOf(speaker);
  const services = serviceChannels(config, { speaker, receive, log, pictures, voice });
  const web = webChannel({
    port: webPort(db, receive, { clock, speaker }),
    host: config.host,
    httpPort: config.port,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    demo,
    ready: () => isReady(db),
    draw,
    svg: chartSvg,
    png: (sheet) => pictures.png(sheet),
    voice,
    webhooks: services.flatMap(({ webhook }) => (webhook === undefined ? [] : [webhook])),
    report: (error) => log.error(nameOf(error), 'a web page failed'),
  });
  const channels: readonly Channel[] = [web, ...services];
  const own = `http://${config.host}:${config.port}`;
  const base = () => config.publicUrl ?? web.url() ?? own;
  begin = startLoops(config, { db, log, clock, surveys: content.surveys, speaker, channels, base }, undo);
  for (const channel of channels) {
    await channel.start().catch(wrongSetting);
    undo.push(() => channel.stop());
  }
  await openControl(config, db, base, clock, undo);
  return { url: base(), demo: (await demo()) !== null };
}

/** A channel that cannot start names the setting in plain words; anything else is a bug and keeps its stack. */
function wrongSetting(error: unknown): never {
  throw error instanceof Error && error.name === 'Error'
    ? new ConfigError(error.message, { cause: error })
    : error;
}

async function openStore(config: Config, undo: Undo[]): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const lock = await lockDataDir(config.dataDir);
    undo.push(() => lock.release());
  }
  const db = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  undo.push(() => db.close());
  await migrate(db);
  return db;
}

type Parts = {
  readonly db: Database;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly surveys: Surveys;
  readonly speaker: Speaker;
  readonly channels: readonly Channel[];
  /** The address at which people see our pages. */
  readonly base: () => string;
};

const everyMs = 1000;
/** A server may take a while to notice that a program is dead. */
const freeEveryMs = 5000;
const remindEveryMs = 60_000;
const tidyEveryMs = 60_000;

function startLoops(config: Config, parts: Parts, undo: Undo[]): Work['begin'] {
  const { base, db, log, clock, surveys, speaker, channels } = parts;
  const failed = (error: unknown) => log.error(nameOf(error), 'a loop failed; it goes on');
  const refused = (fields: object) => log.error(fields, 'a channel refused a message for good');
  // A loop for each channel: one that hangs does not keep the others waiting.
  const inherited = new Date(clock().getTime() + leaseMs);
  const freeing = startLoop(
    async () => {
      if (clock() < inherited) await freeClaims(db, inherited);
      return false;
    },
    freeEveryMs,
    failed,
  );
  undo.push(freeing.stop);
  const linking = startLoop(async () => (await linkRecord(db)) > 0, everyMs, failed);
  undo.push(linking.stop);
  const tidying = startLoop(
    async () => {
      await tidy(db, { now: clock(), quiet: config.quiet });
      return false;
    },
    tidyEveryMs,
    failed,
  );
  undo.push(tidying.stop);
  const delivery = { db, clock, speaker, refused, draw };
  const deliveries = channels.map((channel) => {
    const loop = startLoop(() => deliverDue(delivery, channel), everyMs, failed);
    undo.push(loop.stop);
    return { name: channel.name, nudge: loop.nudge };
  });
  const nudge = (name?: string) => {
    for (const loop of deliveries) if (name === undefined || loop.name === name) loop.nudge();
  };
  const straight = openStraight(delivery, channels, nudge, failed);
  undo.push(straight.stop);
  const reminding = startLoop(
    () => remindDue({ db, clock, quiet: config.quiet, reminded: () => nudge() }),
    remindEveryMs,
    failed,
  );
  undo.push(reminding.stop);
  const deadlines = startLoop(
    async () => {
      await lookAtDeadlines({ db, clock, quiet: config.quiet, reminded: () => nudge() });
      return false;
    },
    remindEveryMs,
    failed,
  );
  undo.push(deadlines.stop);
  const named = (name: string) => channels.find((each) => each.name === name);
  const work = openWork(
    {
      db,
      clock,
      surveys,
      words: speaker.words,
      quiet: config.quiet,
      pageLink: (path) => base() + path,
      privateLink: (name) => named(name)?.link?.(null) ?? null,
      speaks: (name) => named(name)?.can.voice ?? false,
      leaseFor: straight.leaseFor,
      handled: (claimed) => (claimed === null ? nudge() : straight.send(claimed)),
      failed: (error, update) => log.error({ update, ...nameOf(error) }, 'an update could not be handled'),
    },
    () => working.nudge(),
  );
  undo.push(work.stop);
  const working = startLoop(work.workOff, everyMs, failed);
  undo.push(working.stop);
  return work.begin;
}

/** A chart as a picture, for channels that show one. */
async function draw(chart: RenderedChart): Promise<Uint8Array> {
  return pngOf(chartSvg(chart));
}

/** Nobody but whoever sits at this computer talks with the program: the demonstration may be shown. */
function isOwn(config: Config): boolean {
  const { databaseUrl, publicUrl, telegram, zalo } = config;
  return databaseUrl === undefined && publicUrl === undefined && telegram === null && zalo === null;
}

type Shared = {
  readonly speaker: Speaker;
  readonly receive: Receive;
  readonly log: Logger;
  readonly pictures: Pictures;
  readonly voice: Voice | undefined;
};

/** The register: the channels of the services whose token is set. The web chat is always there. */
function serviceChannels(config: Config, { speaker, receive, log, pictures, voice }: Shared): Channel[] {
  const { telegram, zalo, publicUrl } = config;
  const described = (language: 'vi' | 'en') =>
    menuCommands[language].map(({ command, key }) => ({
      command,
      description: speaker.say(say(key), language),
    }));
  const pictureUrl = (picture: RenderedPicture): string | null => {
    const path = pictures.path(picture);
    return path === null || publicUrl === undefined ? null : publicUrl + path;
  };
  const commands = { vi: described('vi'), en: described('en') };
  return [
    ...(telegram === null
      ? []
      : [telegramChannel({ ...reached(telegram, config), receive, log, commands, pictures, voice })]),
    ...(zalo === null
      ? []
      : [
          zaloChannel({
            ...reached(zalo, config),
            receive,
            log,
            ...(publicUrl === undefined ? {} : { pictureUrl }),
          }),
        ]),
  ];
}

function reached({ token, apiRoot, webhookSecret }: BotConfig, { publicUrl }: Config) {
  const webhook =
    publicUrl === undefined ? undefined : { base: publicUrl, secret: webhookSecret ?? secretFrom(token) };
  return { token, apiRoot, webhook };
}

async function openControl(
  config: Config,
  db: Database,
  base: () => string,
  clock: () => Date,
  undo: Undo[],
): Promise<void> {
  if (config.databaseUrl !== undefined) return;
  const control = await serveControl(config.dataDir, ({ command, args }) =>
    runAdmin(db, command, args, {
      now: clock(),
      baseUrl: base(),
      quiet: config.quiet,
      services: servicesOf(config),
    }),
  );
  undo.push(() => control.close());
}

async function isReady(db: Database): Promise<boolean> {
  try {
    await db.q.execute('select 1');
    return true;
  } catch {
    return false;
  }
}

/** An error by its name and code only: a database's message quotes what people said. */
function nameOf(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/') || line.includes('/dist/'))
    ?.trim();
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : undefined;
  return {
    error: error.name,
    ...(cause === undefined ? {} : { code: cause }),
    ...(at === undefined ? {} : { at }),
  };
}
