import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AdminError } from '../admin/error.ts';
import { commands, runAdmin } from '../admin/run.ts';
import { NoPointTable, pointTemplate, readPointRows } from '../classify/point-rows.ts';
import { ConfigError, parseConfig } from '../config.ts';
import { askControl, ControlError } from '../store/control.ts';
import { DatabaseError, openDatabase } from '../store/db.ts';
import { DataDirError, lockDataDir } from '../store/lock.ts';
import { migrate } from '../store/migrate.ts';
import { writeProgressPng } from './progress-png.ts';

const answerSchema = z.object({ lines: z.array(z.string()), data: z.unknown() });

/** Files to fill in; printed here, without a database. */
const templates: Readonly<Record<string, string>> = { 'points template': pointTemplate };

/** `npm run admin -- <command> [--option value …] [--json]`: the operator's desk. */
async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean' },
      name: { type: 'string' },
      code: { type: 'string' },
      area: { type: 'string' },
      province: { type: 'string' },
      ward: { type: 'string' },
      zone: { type: 'string' },
      hours: { type: 'string' },
      case: { type: 'string' },
      head: { type: 'string' },
      person: { type: 'string' },
      until: { type: 'string' },
      back: { type: 'boolean' },
      from: { type: 'string' },
      into: { type: 'string' },
      'dry-run': { type: 'boolean' },
      signed: { type: 'boolean' },
      file: { type: 'string' },
      standard: { type: 'string' },
      document: { type: 'string' },
      article: { type: 'string' },
      url: { type: 'string' },
      'signed-on': { type: 'string' },
      certainty: { type: 'string' },
      by: { type: 'string' },
      region: { type: 'string' },
      deprived: { type: 'string' },
      ticked: { type: 'string' },
      png: { type: 'string' },
    },
  });
  const command = positionals.join(' ');
  if (values.help === true || command === '')
    return print([...Object.values(commands).map(({ usage }) => usage), ...Object.keys(templates)]);
  const template = templates[command];
  if (template !== undefined) return print([template]);
  const { file: path, png, ...args } = values;
  // Files are read here, where the operator is; the program that runs may be elsewhere.
  const file = path === undefined ? {} : { file: await readPointRows(path) };
  const answer = answerSchema.parse(await ask(command, { ...args, ...file }));
  if (png !== undefined) await writeProgressPng(png, answer.data);
  if (values.json === true) print([JSON.stringify(answer.data)]);
  else print(answer.lines);
}

/** The embedded database is held by the program that runs: it is asked; a server's database is opened beside it. */
async function ask(command: string, args: unknown): Promise<unknown> {
  const config = parseConfig(process.env);
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host;
  const baseUrl = config.publicUrl ?? `http://${host}:${config.port}`;
  const settings = { now: new Date(), baseUrl, quiet: config.quiet };
  if (config.databaseUrl === undefined) {
    const asked = await askControl(config.dataDir, { command, args });
    if (asked.kind === 'answer') return asked.value;
  }
  const lock = config.databaseUrl === undefined ? await lockDataDir(config.dataDir) : null;
  try {
    const db = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
    try {
      await migrate(db);
      return await runAdmin(db, command, args, settings);
    } finally {
      await db.close();
    }
  } finally {
    await lock?.release();
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isExpected(error: Error): boolean {
  const kinds = [AdminError, ControlError, ConfigError, DatabaseError, DataDirError, NoPointTable];
  return (
    kinds.some((kind) => error instanceof kind) ||
    ('code' in error && /^(ERR_PARSE_ARGS|ENOENT|EACCES|EISDIR)/.test(String(error.code)))
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const shown =
    error instanceof Error
      ? isExpected(error)
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${shown}\n`);
  process.exit(1);
});
