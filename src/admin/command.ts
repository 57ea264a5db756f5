import { z } from 'zod';
import type { Database } from '../store/db.ts';
import type { QuietHours } from '../time/vietnam.ts';
import { AdminError } from './error.ts';

/** What a command answers: lines for a person, data for a program. */
export type Answered = {
  readonly lines: readonly string[];
  readonly data: unknown;
  /** It was carried out, and what it looked for is not well: the program ends with 1. */
  readonly failed?: boolean;
};

/** What the commands need beside the database. */
export type AdminSettings = {
  readonly now: Date;
  readonly baseUrl: string;
  /** Hours in which nobody is written to unasked. */
  readonly quiet: QuietHours;
  /** The services, by their names, in which people talk with the assistant beside the web chat. */
  readonly services?: readonly string[];
};

/** A command of `npm run admin`: how it is called, and what it does. Throws `AdminError` when it cannot. */
export type Command = {
  readonly usage: string;
  readonly run: (db: Database, args: unknown, settings: AdminSettings) => Promise<Answered>;
};

/** A command whose options are checked first; a wrong one is answered with how it is called. */
export function command<T>(
  usage: string,
  schema: z.ZodType<T>,
  run: (db: Database, args: T, settings: AdminSettings) => Promise<Answered>,
): Command {
  return { usage, run: async (db, args, settings) => run(db, checked(usage, schema, args), settings) };
}

/** The schema of a command without options. */
export const noArgs = z.object({});

function checked<T>(usage: string, schema: z.ZodType<T>, args: unknown): T {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new AdminError(`${wrong}\nUse it like this: ${usage}`);
}
