import { pino } from 'pino';
import { startApp } from './app.ts';
import { ConfigError, parseConfig } from './config.ts';
import { DatabaseError } from './store/db.ts';
import { DataDirError } from './store/lock.ts';

/** Reads the environment, starts the program, and stops it when asked. Nothing else reads the environment. */
async function main(): Promise<void> {
  const parent = process.ppid;
  const config = parseConfig(process.env);
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const app = await startApp(config, log, () => new Date());
  process.stdout.write(
    `${greeting(config.databaseUrl === undefined ? `embedded, in ${config.dataDir}` : 'PostgreSQL', app)}\n`,
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // What hangs must not keep the program alive: everything that was confirmed is on the disk.
    setTimeout(() => process.exit(0), 8000).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // `npm start` gives a signal to the shell between it and us, which ends without passing it on.
  if (process.env['npm_lifecycle_event'] === 'start')
    setInterval(() => process.ppid === parent || stop(), 200).unref();
}

function greeting(database: string, app: { readonly url: string; readonly demo: boolean }): string {
  return [
    'rasoat is running.',
    `  Database:  ${database}`,
    `  Web chat:  ${app.url}/`,
    ...(app.demo
      ? [
          `  Try it:    ${app.url}/demo  (a resident's and a zone head's phone; made-up data, end it with: npm run admin -- demo remove)`,
        ]
      : ['  Next:      npm run admin -- ward add …, zone add …, invite …  (see the README)']),
    '  Stop:      Ctrl+C',
  ].join('\n');
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigError || error instanceof DatabaseError || error instanceof DataDirError;
  const shown =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`rasoat did not start.\n${shown}\n`);
  process.exit(1);
});
