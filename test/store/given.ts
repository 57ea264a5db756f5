import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Incoming } from '../../src/incoming.ts';
import { addWard, addZone } from '../../src/store/areas.ts';
import { type Database, rows } from '../../src/store/db.ts';
import { type Speaker, speakerOf } from '../../src/store/people.ts';

/** A moment of the day on which the store tests take place, by the clock in Vietnam: `at('07:30')`. */
export function at(clock: string): Date {
  return new Date(`2026-09-15T${clock}:00+07:00`);
}

/** Takes all rows out, so that no test sees those of another. */
export async function empty(db: Database): Promise<void> {
  await db.q.execute(sql`truncate wards, persons, inbox, web_lines cascade`);
}

/** What somebody said; only what a test is about needs to be given. */
export function incoming(given: Partial<Incoming>): Incoming {
  return {
    channel: 'telegram',
    bot: 'b',
    key: '1',
    address: 'hoa',
    input: { kind: 'text', text: 'xin chào' },
    ...given,
  };
}

/** Somebody who has spoken from this address. */
export async function speakerAt(db: Database, address: string, now = at('06:00')): Promise<Speaker> {
  return db.tx((q) => speakerOf(q, incoming({ address }), now));
}

/** A zone in a ward of its own. */
export async function zoneNamed(
  db: Database,
  name: string,
): Promise<{ readonly ward: number; readonly zone: number }> {
  const ward = await addWard(db.q, {
    code: `ward-${name}`,
    name: `Ward ${name}`,
    area: 'rural',
    demo: false,
  });
  return { ward, zone: await addZone(db.q, { wardId: ward, name, code: name }) };
}

/** Waits until so many connections to the test's server stand before a lock that another one holds. */
export async function waitUntilBlocked(db: Database, connections: number): Promise<void> {
  const blocked = sql`select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect
    .poll(() => rows(db.q, blocked, z.object({ count: z.number() })), { interval: 5, timeout: 10_000 })
    .toEqual([{ count: connections }]);
}
