import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { asc, gt, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { dayOff } from '../../src/calendar/working-days.ts';
import { lookAtDeadlines } from '../../src/deadlines.ts';
import { messageSchema } from '../../src/decision.ts';
import { give } from '../../src/handle/procedure/give.ts';
import type { Command } from '../../src/procedure/command.ts';
import type { Person } from '../../src/procedure/party.ts';
import { lockDossier } from '../../src/store/dossiers.ts';
import { outbox } from '../../src/store/schema-queues.ts';
import { unseal } from '../../src/store/seal.ts';
import { vietnamDay, vietnamTime } from '../../src/time/vietnam.ts';
import { ownDatabase } from './database.ts';
import { ofHouseholds } from './due-ward.ts';

const test = ownDatabase();
const quiet = { from: 21, to: 7 };
const many = 4;
const moves = array(
  record({
    hours: integer({ min: 5, max: 72 }),
    household: integer({ min: 1, max: many }),
    step: constantFrom(null, null, null, null, null, 'interview', 'verify', 'remove'),
  }),
  { minLength: 30, maxLength: 45 },
);
const commands = {
  interview: { kind: 'interview', helper: null },
  verify: { kind: 'verify' },
  remove: { kind: 'remove', reason: 'Chuyển đi' },
} as const satisfies Record<string, Command>;

it('reminds of each step and level once, never of what is done, at night or on a day off', async () => {
  let told = 0;
  const runs = asyncProperty(moves, async (all) => {
    await test.db.q.execute(sql`truncate wards, persons restart identity cascade`);
    const { acting, households } = await ofHouseholds(test.db, many);
    let now = new Date('2026-01-26T09:00:00+07:00');
    let seen = 0;
    const once = new Set<string>();
    for (const { hours, household, step } of all) {
      now = new Date(now.getTime() + hours * 3_600_000);
      if (step !== null) await does(acting[step], households[household - 1]!, commands[step], now);
      await lookAtDeadlines({ db: test.db, clock: () => now, quiet, reminded: () => {} });
      const { chatId, id, kind, message } = outbox;
      const fresh = await test.db.q
        .select({ chatId, id, kind, message })
        .from(outbox)
        .where(gt(id, seen))
        .orderBy(asc(id));
      for (const each of fresh) {
        seen = each.id;
        if (each.kind !== 'reminder' || each.message === null) continue;
        const day = vietnamDay(now);
        expect(dayOff(day)).toBeNull();
        expect(vietnamTime(now) >= '07:00' && vietnamTime(now) < '21:00').toBe(true);
        for (const { name, todo, tone } of linesIn(unseal(each.message, messageSchema))) {
          const at = households.find((known) => known.name === name)!;
          const row = await test.db.tx((q) => lockDossier(q, at.dossier));
          expect(todo).toBe(`due.todo.${row!.dossier.state}`);
          const key = JSON.stringify([each.chatId, name, row!.dossier.step, tone]);
          expect(once.has(key), key).toBe(false);
          once.add(key);
          told += 1;
        }
      }
    }
  });
  await assert(runs, { numRuns: 8 });
  expect(told).toBeGreaterThan(20);
});

async function does(person: Person, { dossier }: { dossier: number }, command: Command, now: Date) {
  await test.db.tx(async (q) => {
    const row = await lockDossier(q, dossier);
    await give({ q, now, today: vietnamDay(now), quiet, person }, { row: row!, command, step: null });
  });
}

function linesIn({ parts }: ReturnType<typeof messageSchema.parse>) {
  return parts.flatMap(({ key, params }) => {
    const lines = params?.lines;
    if (lines === undefined || typeof lines !== 'object' || !('lines' in lines)) return [];
    return lines.lines.map((line) => {
      const todo = line.params?.todo;
      const of = typeof todo === 'object' && 'phrase' in todo ? todo.phrase.key : '';
      return { tone: key, name: line.params?.name, todo: of };
    });
  });
}
