import { openDatabase } from '../../src/store/db.ts';
import { adminJson, dataDir, type Program, startProgram } from '../program/program.ts';
import { testDatabase } from '../store/database.ts';
import { type BotApi, startBotApi } from '../telegram/bot-api.ts';

/** A real program with a stand-in of Telegram, on one of the two engines, that can be killed and started again. */
export type World = {
  readonly api: BotApi;
  readonly zone: string;
  readonly url: () => string;
  readonly program: () => Program;
  /** One for each kill: where in the calls of the stand-in it was, and how long until it was ready again. */
  readonly kills: { readonly fault: string; readonly calls: number; recoveredInMs: number | null }[];
  readonly settings: Readonly<Record<string, string>>;
  /** Kills the program. */
  kill(fault: string): Promise<void>;
  /** Kills the program and starts it again. */
  crash(fault: string): Promise<void>;
  /** Stops the program politely and opens its database. */
  settle(): Promise<Awaited<ReturnType<typeof openDatabase>>>;
  close(): Promise<void>;
};

export type Engine = 'embedded' | 'postgres';

/** Sets up a zone, and starts the program. */
export async function openWorld(engine: Engine): Promise<World> {
  const api = await startBotApi();
  const server = engine === 'postgres' ? await testDatabase() : null;
  // Nobody else may be connected: a program frees what a dead one had in hand only if it is there alone.
  await server?.db.close();
  const settings = {
    DATA_DIR: await dataDir(),
    ...(server === null ? {} : { DATABASE_URL: server.databaseUrl! }),
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    QUIET_HOURS: '',
    LOG_LEVEL: 'warn',
  };
  let program = await startProgram(settings);
  await adminJson(['ward', 'add', '--name', 'Thử', '--area', 'urban', '--code', 'thu'], settings);
  await adminJson(['zone', 'add', '--ward', 'thu', '--name', 'Khu 1', '--code', 'khu-1'], settings);
  const kills: World['kills'] = [];
  const kill = async (fault: string): Promise<void> => {
    await program.end('SIGKILL');
    // What it sent with its last breath may still be on the way to the stand-in.
    await api.quiet();
    kills.push({ fault, calls: api.calls.length, recoveredInMs: null });
  };
  return {
    api,
    zone: 'khu-1',
    url: () => program.url,
    program: () => program,
    kills,
    settings,
    kill,
    async crash(fault) {
      const before = performance.now();
      await kill(fault);
      program = await startProgram(settings);
      Object.assign(kills.at(-1)!, { recoveredInMs: performance.now() - before });
    },
    async settle() {
      await program.end();
      return openDatabase({ databaseUrl: server?.databaseUrl, dataDir: settings.DATA_DIR });
    },
    async close() {
      await program.end('SIGKILL');
      await api.close();
      await server?.close();
    },
  };
}
