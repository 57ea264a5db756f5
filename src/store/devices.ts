import { randomInt, scrypt } from 'node:crypto';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Query } from './db.ts';
import { giveUp } from './outbox.ts';
import { noteDown } from './record.ts';
import { cases } from './schema-cases.ts';
import { outbox } from './schema-queues.ts';
import { chats, deviceCodes, persons, posts } from './schema.ts';
import { eraseWebLines } from './web-lines.ts';

const nothingAsked = { askedKind: null, askedCase: null, askedMenu: null, toldMenu: null };

/** A phone, browser or account in which a person talks with the bot. */
export type Device = { readonly chat: number; readonly channel: string; readonly lastUsedAt: Date };

/** Makes a one-time code that joins a further device to this person. It is given out once; only its hash is kept. */
export async function makeDeviceCode(
  q: Query,
  code: { readonly person: number; readonly issuedBy: number; readonly expiresAt: Date },
): Promise<string> {
  // Only digits: they are read over the phone, and typed on a small keyboard.
  const digits = String(randomInt(10 ** 5)).padStart(5, '0') + String(randomInt(10 ** 5)).padStart(5, '0');
  const { person, issuedBy, expiresAt } = code;
  await q.insert(deviceCodes).values({ hash: await hashOf(digits), personId: person, issuedBy, expiresAt });
  return digits;
}

export type DeviceCode = { readonly person: number; readonly issuedBy: number };

/** Whose account a code opens while it can still be used; looking does not use it up. */
export async function findDeviceCode(q: Query, code: string, now: Date): Promise<DeviceCode | null> {
  const [found] = await q
    .select({ person: deviceCodes.personId, issuedBy: deviceCodes.issuedBy })
    .from(deviceCodes)
    .where(await usable(code, now));
  return found ?? null;
}

/** Uses a code up, once; null when it can no longer be used. */
export async function takeDeviceCode(q: Query, code: string, now: Date): Promise<DeviceCode | null> {
  const [taken] = await q
    .update(deviceCodes)
    .set({ usedAt: now })
    .where(await usable(code, now))
    .returning({ person: deviceCodes.personId, issuedBy: deviceCodes.issuedBy });
  return taken ?? null;
}

/** All devices of a person that were not lost, in the order in which they came. */
export async function devicesOf(q: Query, person: number): Promise<readonly Device[]> {
  return q
    .select({ chat: chats.id, channel: chats.channel, lastUsedAt: chats.lastUsedAt })
    .from(chats)
    .where(and(eq(chats.personId, person), isNull(chats.goneAt)))
    .orderBy(asc(chats.id));
}

/**
 * Makes one account of two: the devices, cases and posts of one go over to the other. The empty one stays and says where
 * they went, for what happened in its name happened.
 */
export async function joinAccounts(q: Query, from: number, to: number, now: Date): Promise<void> {
  await q.update(chats).set({ personId: to }).where(eq(chats.personId, from));
  const moved = await q
    .update(cases)
    .set({ personId: to })
    .where(eq(cases.personId, from))
    .returning({ id: cases.id });
  const noted = moved.map(({ id }) => ({ of: 'case', action: 'AccountJoined', case: id }) as const);
  await noteDown(
    q,
    noted.map((each) => ({ ...each, actor: to })),
    now,
  );
  await q.update(persons).set({ joinedTo: to, desk: null }).where(eq(persons.id, from));
  // Whoever was joined to that one before goes along.
  await q.update(persons).set({ joinedTo: to }).where(eq(persons.joinedTo, from));
  // A code for the empty account would lead nowhere.
  await q.delete(deviceCodes).where(and(eq(deviceCodes.personId, from), isNull(deviceCodes.usedAt)));
}

/** Holds a further account for this transaction; before its cases, as all who speak do. */
export async function holdAccount(q: Query, person: number): Promise<void> {
  await q.execute(sql`select id from persons where id = ${person} for no key update`);
}

/**
 * Takes a device from its account. It becomes nobody's: what was waiting to be said there is given up, and the web
 * chat's transcript is erased. False when it does not belong to that person (any more).
 */
export async function forgetDevice(q: Query, person: number, chat: number, now: Date): Promise<boolean> {
  const own = and(eq(chats.id, chat), eq(chats.personId, person));
  const [device] = await q
    .select({ channel: chats.channel, address: chats.address, language: persons.language })
    .from(chats)
    .innerJoin(persons, eq(persons.id, chats.personId))
    .where(own);
  if (device === undefined) return false;
  const { language, channel, address } = device;
  const [nobody] = await q.insert(persons).values({ language, createdAt: now }).returning({ id: persons.id });
  if (nobody === undefined) throw new Error('The database gave no id for a new person.');
  await q
    .update(chats)
    .set({ personId: nobody.id, promptRef: null, promptOf: null, ...nothingAsked })
    .where(own);
  // It may be in other hands: what codes the account gave out itself are void.
  await q
    .delete(deviceCodes)
    .where(
      and(eq(deviceCodes.personId, person), eq(deviceCodes.issuedBy, person), isNull(deviceCodes.usedAt)),
    );
  await giveUp(q, eq(outbox.chatId, chat), now, 'forgotten');
  if (channel === 'web') await eraseWebLines(q, address);
  return true;
}

/** Whether somebody holds any post. */
export async function holdsPost(q: Query, person: number): Promise<boolean> {
  return (await q.$count(posts, eq(posts.personId, person))) > 0;
}

async function usable(code: string, now: Date) {
  return and(
    eq(deviceCodes.hash, await hashOf(code)),
    isNull(deviceCodes.usedAt),
    gt(deviceCodes.expiresAt, now),
  );
}

/** Slow on purpose: there are so few codes of ten digits that a quick hash in a stolen dump would be guessed. */
async function hashOf(code: string): Promise<string> {
  return new Promise((resolve, reject) =>
    scrypt(code, 'rasoat device code', 32, (error, hash) =>
      error === null ? resolve(hash.toString('hex')) : reject(error),
    ),
  );
}
