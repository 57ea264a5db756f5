import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Outgoing } from '../../src/channel/channel.ts';
import { commandKinds } from '../../src/procedure/command.ts';
import { transitions } from '../../src/procedure/transitions.ts';
import type { Database } from '../../src/store/db.ts';
import { rows } from '../../src/store/db.ts';
import { vietnamTime } from '../../src/time/vietnam.ts';
import type { Home } from './world.ts';

/** One message as it was heard: when, by whom, and whether that person had just spoken. */
export type Heard = {
  readonly at: Date;
  readonly address: string;
  readonly text: string;
  readonly asked: boolean;
};

/** What was delivered since the last time, with its hour. */
export function heardSince(
  sent: readonly Outgoing[],
  from: number,
  at: Date,
  speakers: ReadonlySet<string>,
): readonly Heard[] {
  return sent
    .slice(from)
    .map(({ address, rendered }) => ({ at, address, text: rendered.text, asked: speakers.has(address) }));
}

/** Nobody is written to at night who did not speak then. */
export function atNight(heard: readonly Heard[]): readonly Heard[] {
  return heard.filter(({ asked, at }) => {
    const time = vietnamTime(at);
    return !asked && (time >= '21:00' || time < '07:00');
  });
}

const amount = /\d{1,3}(?:\.\d{3})+ ?(?:đ|đồng)/;

/**
 * Names and amounts where they do not belong: an amount of money is for the household itself and the heads of its zone;
 * a household's name is for itself, its zone (on a posted list, and for those who hold a post there), its ward's office.
 */
export function leaks(
  heard: readonly Heard[],
  homes: readonly Home[],
  people: ReadonlyMap<string, Place>,
): readonly string[] {
  const own = new Map(homes.map((home) => [home.address, home]));
  const named = new RegExp(homes.map(({ name }) => name).join('|'), 'g');
  const byName = new Map(homes.map((home) => [home.name, home]));
  return heard.flatMap(({ address, text }) => {
    const mine = own.get(address);
    const place = people.get(address);
    const money = amount.test(text) && mine === undefined && place?.zone === undefined;
    const names = [...new Set(text.match(named) ?? [])].flatMap((name) => {
      const home = byName.get(name);
      if (home === undefined || home === mine || isNear(home, mine, place, text)) return [];
      return [`${address} hears of ${name}: ${text}`];
    });
    return money ? [`${address} hears of money: ${text}`, ...names] : names;
  });
}

/** Where somebody works: a head in a zone, an officer in a ward; and whom they stand in for or check once more. */
export type Place = { readonly ward: string; readonly zone?: string; readonly also?: readonly string[] };

function isNear(home: Home, mine: Home | undefined, place: Place | undefined, text: string): boolean {
  if (place !== undefined)
    return place.zone === undefined
      ? place.ward === home.ward
      : place.zone === home.zone || place.also?.includes(home.name) === true;
  // Neighbours see a posted list, and choose from it.
  return mine?.zone === home.zone && /danh sách|ý kiến|chưa đúng/i.test(text);
}

/**
 * How often a household was told of its steps, and how often it must have been: once for each step that tells it, and once
 * for each complaint of its own that was answered.
 */
export async function toldOfSteps(db: Database): Promise<{ readonly told: object; readonly steps: object }> {
  const kinds = commandKinds.filter((kind) => transitions[kind].tells.includes('household'));
  const count = z.object({ address: z.string(), n: z.number() });
  const told = await rows(
    db.q,
    sql`select c.address, count(*) as n from outbox o join chats c on c.id = o.chat_id
        where o.kind = 'step' and o.outcome = 'sent' and c.address like 'h%' and c.address not like 'head%' group by 1`,
    count,
  );
  const steps = await rows(
    db.q,
    sql`select address, count(*) as n from (
        select c.address from dossier_steps s join dossiers d on d.id = s.dossier_id
        join cases k on k.id = d.case_id join chats c on c.person_id = k.person_id
        where s.kind in ${[...kinds]} and s.actor <> k.person_id and s.actor <> 0
        union all select c.address from complaints k join chats c on c.person_id = k.person_id
        where k.answered_at is not null) told group by 1`,
    count,
  );
  const asObject = (found: readonly z.infer<typeof count>[]) =>
    Object.fromEntries(found.map(({ address, n }) => [address, n]));
  return { told: asObject(told), steps: asObject(steps) };
}

/** Every step of every household is numbered from 1 without a gap, and each begins where the one before it led. */
export async function expectWholeWays(db: Database): Promise<void> {
  const broken = await rows(
    db.q,
    sql`select s.dossier_id as id from dossier_steps s
        left join dossier_steps b on b.dossier_id = s.dossier_id and b.n = s.n - 1
        where s.n > 1 and (b.n is null or b.to_state <> s.from_state)`,
    z.object({ id: z.number() }),
  );
  expect(broken).toEqual([]);
}
