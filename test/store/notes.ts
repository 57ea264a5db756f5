import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** A table of the tests of the database itself, so that they do not depend on the program's tables. */
export const note = pgTable('db_test_note', {
  id: bigint({ mode: 'number' }).primaryKey(),
  body: text().notNull(),
  at: timestamp({ withTimezone: true }),
});

/** The migration that makes it, and a counter. */
export const first = {
  '0000_note':
    'create table db_test_note (id bigint primary key, body text not null, at timestamptz);\n--> statement-breakpoint\ncreate table db_test_counter (n int not null);',
};

/** Writes migrations into a folder. */
export function migrations(steps: Record<string, string>): string {
  const made = fs.mkdtempSync(join(tmpdir(), 'rasoat-migrations-'));
  fs.mkdirSync(join(made, 'meta'));
  const tags = Object.keys(steps);
  for (const tag of tags) fs.writeFileSync(join(made, `${tag}.sql`), steps[tag]!);
  const entries = tags.map((tag, idx) => ({
    idx,
    version: '7',
    when: 1_700_000_000_000 + idx,
    tag,
    breakpoints: true,
  }));
  fs.writeFileSync(
    join(made, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  return made;
}
