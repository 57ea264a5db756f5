import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import {
  columnType,
  type Database,
  DatabaseError,
  ended,
  type Query,
  readInteger,
  reason,
} from './database.ts';
import { named, openLane, openLanes, type Work } from './lanes.ts';

/** By this name the server knows this program's connections from those of another rasoat. */
const ownName = `rasoat ${randomBytes(4).toString('hex')}`;

/** Opens the server at an address, if it fits; says what to do when it does not. */
export async function openPostgres(url: string): Promise<Database> {
  const client = connect(url);
  try {
    await Promise.race([refuseUnfit(client), deadline(client.options.connect_timeout + 1)]);
  } catch (error) {
    await client.end({ timeout: 0 });
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`Cannot connect to ${withoutPassword(url)}: ${reason(error)}. ${remedy(error)}`);
  }
  // The types of arrays are known now. When a connection breaks while it asks for them again, nobody hears the error, which
  // ends the program.
  Object.assign(client.options, { fetch_types: false });
  // Without a limit of age, for the driver would end an old connection also in the pauses of a transaction.
  const forLane = { max: 1, max_lifetime: null, idle_timeout: 0, fetch_types: false } as const;
  const lanes = openLanes(() => openLane((onclose) => connect(url, { ...forLane, onclose }), client.options));
  const q: Query = drizzle({ client: named(client, { begin: (work: Work) => lanes.transact(work) }) });
  // Drizzle lets times through as they are, also a Date given to raw SQL, which the driver then could not send.
  client.options.serializers[columnType.timestamptz] = (time: unknown): unknown =>
    time instanceof Date ? time.toISOString() : time;
  const close = async () => {
    await Promise.all([client.end({ timeout: 5 }), lanes.close()]);
  };
  return { engine: 'postgres', q, tx: (work) => q.transaction(work).then(ended), close };
}

function connect(
  url: string,
  options: { max?: 1; max_lifetime?: null; idle_timeout?: 0; fetch_types?: false; onclose?: () => void } = {},
): postgres.Sql {
  try {
    const client = postgres(url, {
      onnotice: () => {},
      connection: { application_name: ownName, TimeZone: 'UTC' },
      types: {
        int8: { to: columnType.int8, from: [columnType.int8], serialize: String, parse: readInteger },
      },
      ...options,
    });
    return client;
  } catch {
    // The error quotes the address with its password.
    throw new DatabaseError(
      'DATABASE_URL is not an address of a PostgreSQL database. Write it as postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
    );
  }
}

// The driver tries for ever when something takes the connection and closes it, such as a proxy without its server.
async function deadline(seconds: number): Promise<never> {
  await setTimeout(seconds * 1000, undefined, { ref: false });
  throw new Error(`no answer within ${seconds} seconds`);
}

async function refuseUnfit(client: postgres.Sql): Promise<void> {
  const [server] = await client`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`;
  const { number, version, encoding } = z
    .object({ number: z.number(), version: z.string(), encoding: z.string() })
    .parse(server);
  refuseOldVersion(number, version);
  if (encoding !== 'UTF8') {
    throw new DatabaseError(
      `The database of DATABASE_URL stores text as ${encoding}, which cannot hold every Vietnamese letter. Create it anew with: createdb --encoding=UTF8 --template=template0 <name>.`,
    );
  }
}

/** Refuses a PostgreSQL server that is older than what the queries were written for and tested with. */
export function refuseOldVersion(number: number, version: string): void {
  if (number >= 150_000) return;
  throw new DatabaseError(
    `The server of DATABASE_URL runs PostgreSQL ${version}; 15 or newer is needed. Upgrade it, or point DATABASE_URL at another one.`,
  );
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return 'the address in DATABASE_URL';
  const { protocol, username, host, pathname } = new URL(address);
  return `DATABASE_URL (${protocol}//${username ? `${username}@` : ''}${host}${pathname})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function remedy(error: unknown): string {
  switch (codeOf(error)) {
    case '3D000':
      return 'Create the database first: createdb --encoding=UTF8 --template=template0 <name>.';
    case '28P01':
    case '28000':
      return 'Check the user and the password in DATABASE_URL, and the pg_hba.conf of the server.';
    case '57P03':
      return 'The server is starting or stopping; try again in a moment.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'Check the host name in DATABASE_URL.';
    default:
      return 'Check that the server runs, and that the host and the port in DATABASE_URL are right.';
  }
}
