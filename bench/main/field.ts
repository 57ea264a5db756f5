import type { ChildProcess } from 'node:child_process';
import postgres from 'postgres';
import { z } from 'zod';
import { answerOf, begin, end } from './processes.ts';
import type { Play } from './round.ts';

/** Who takes part, in the order of their turns. */
export const names = {
  ours: 'rasoat',
  conversations: 'grammY conversations',
  telegraf: 'Telegraf wizard',
} as const;
export type Name = keyof typeof names;

/** One round of a contender: `waits` by person and answer, and its own processor time, in milliseconds. */
export type Turn = {
  readonly seconds: number;
  readonly waits: readonly (readonly number[])[];
  readonly cpu: number;
};

/** All contenders at work, each in a process and a database of its own, and the Bot API they talk with. */
export type Field = {
  readonly play: (name: Name, play: Play) => Promise<Turn>;
  readonly databaseUrl: (name: Name) => string;
  readonly close: () => Promise<void>;
};

const helloSchema = z.object({ port: z.number() });
const playedSchema = z.union([
  z.object({ seconds: z.number(), waits: z.array(z.array(z.number())) }),
  z.object({ error: z.string() }),
]);

/** Starts everybody with as many questions as are asked. */
export async function openField(server: string, questions: number): Promise<Field> {
  const children: ChildProcess[] = [];
  const close = async () => {
    await Promise.all(children.map(end));
  };
  const databaseUrl = (name: Name) => {
    const url = new URL(server);
    url.pathname = `/${name}_${questions}`;
    return url.href;
  };
  try {
    const [api, hello] = await begin('./bot-api.ts', {});
    children.push(api);
    const apiRoot = `http://127.0.0.1:${helloSchema.parse(hello).port}`;
    const processes = new Map<Name, ChildProcess>();
    for (const name of nameList) {
      await createDatabase(server, `${name}_${questions}`);
      const [child] = await begin(`./${name}.ts`, {
        BENCH_API_ROOT: apiRoot,
        BENCH_TOKEN: tokens[name],
        BENCH_DATABASE_URL: databaseUrl(name),
        BENCH_QUESTIONS: String(questions),
      });
      children.push(child);
      processes.set(name, child);
    }
    const play = async (name: Name, asked: Play): Promise<Turn> => {
      const child = processes.get(name);
      if (child === undefined) throw new Error(`${name} does not take part`);
      const before = await cpuOf(child);
      const played = playedSchema.parse(await answerOf(api, { token: tokens[name], ...asked }));
      if ('error' in played) throw new Error(`${names[name]}: ${played.error}`);
      return { ...played, cpu: (await cpuOf(child)) - before };
    };
    return { play, databaseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The names, in the order of their turns. */
export const nameList: readonly Name[] = ['ours', 'conversations', 'telegraf'];

const tokens: Readonly<Record<Name, string>> = {
  ours: '7000000001:bench-token-of-nobody-0001',
  conversations: '7000000002:bench-token-of-nobody-0002',
  telegraf: '7000000003:bench-token-of-nobody-0003',
};

async function cpuOf(child: ChildProcess): Promise<number> {
  return z.number().parse(await answerOf(child, {}));
}

async function createDatabase(server: string, name: string): Promise<void> {
  const sql = postgres(server, { max: 1 });
  await sql`create database ${sql(name)}`;
  await sql.end();
}
