import type { Audience, Message } from '../decision.ts';
import { incomingSchema } from '../incoming.ts';
import { saveCase } from '../store/cases.ts';
import { type Database, Last } from '../store/db.ts';
import { dossierOf } from '../store/dossiers.ts';
import { finishUpdate } from '../store/finish.ts';
import { giveUpUpdate, type Open } from '../store/inbox.ts';
import type { Claimed, Queued } from '../store/outbox.ts';
import { enqueue } from '../store/outbox.ts';
import { reach } from '../store/people.ts';
import { actingHeads } from '../store/posts.ts';
import { unseal } from '../store/seal.ts';
import { takeUpdate } from '../store/take.ts';
import { placeOf } from '../survey/answer.ts';
import { type Said, saidBy } from '../talk/said.ts';
import { notInQuietHours, vietnamDay } from '../time/vietnam.ts';
import { answer } from './answer.ts';
import { whenToSay } from './tell.ts';
import type { HandleSettings, Reply, Turn } from './turn.ts';

/**
 * An update was handled. `claimed` is the answer to be sent at once; all else that is to be said waits in the queue.
 * `more`: its chat has said something else since.
 */
export type Handled = { readonly claimed: Claimed | null; readonly more: boolean };

/**
 * One update, one transaction: taken, understood, decided, kept, answered, finished, or nothing of it.
 * Nothing is sent in here; what is to be said waits in the outbox for the commit. Null when it was not to be had.
 */
export async function handle(
  db: Database,
  settings: HandleSettings,
  open: Open,
  now: Date,
): Promise<Handled | null> {
  return db.tx(async (q) => {
    const { channel, input } = unseal(open.body, incomingSchema);
    const said = saidBy(input);
    const taken = await takeUpdate(q, { ...open, channel, case: ownCaseIn(said) }, now);
    if (taken === null) return null;
    const { speaker, own: pressed } = taken;
    const turn: Turn = { q, now, today: vietnamDay(now), speaker, pressed, settings };
    return finish(turn, open.id, await answer(turn, said));
  });
}

/** The case that a button of a household names. */
function ownCaseIn(said: Said): number | null {
  if (said.kind !== 'button') return null;
  const { button } = said;
  return 'case' in button && button.kind !== 'desk' ? button.case : null;
}

/** Queues all that is to be said. Where that is one message to the one who speaks, or none, all goes in one statement. */
async function finish(turn: Turn, update: number, first: Reply): Promise<Last<Handled>> {
  const own = speaking(turn, first);
  const queued = await addressed(own, first);
  const [only = null, ...others] = queued;
  const { chat, channel } = own.speaker;
  const isAll = first.also === undefined && others.length === 0 && (only === null || only.chat === chat);
  if (!isAll) await tell(turn, first, queued);
  const leaseMs = turn.settings.leaseFor(channel);
  const rest = isAll ? { kept: first.kept, queued: only } : { kept: null, queued: null };
  return new Last(() => finishUpdate(turn.q, { update, leaseMs, ...rest }, turn.now));
}

/** Queues the messages of one reply after the other; those of the first are addressed already. */
async function tell(turn: Turn, first: Reply, queued: readonly Queued[]): Promise<void> {
  for (let reply: Reply | undefined = first; reply !== undefined; reply = reply.also) {
    const own = speaking(turn, reply);
    if (reply.kept !== null) await saveCase(turn.q, reply.kept, turn.now);
    const messages = reply === first ? queued : await addressed(own, reply);
    await enqueue(turn.q, messages, turn.now);
  }
}

function speaking(turn: Turn, { speaker }: Reply): Turn {
  return speaker === undefined ? turn : { ...turn, speaker };
}

/** An update that cannot be handled is given up; its sender is told kindly, and what comes after it goes on. */
export async function giveUp(
  db: Database,
  id: number,
  reason: string,
  sorry: Message,
  now: Date,
): Promise<void> {
  await db.tx(async (q) => {
    const chat = await giveUpUpdate(q, id, now, reason);
    if (chat === null) return;
    await enqueue(q, [{ chat, ward: null, case: null, message: sorry, notBefore: now }], now);
  });
}

async function addressed(turn: Turn, reply: Reply): Promise<readonly Queued[]> {
  const place = reply.about === null ? null : placeOf(reply.about.interview.answers);
  const about = { ward: place?.ward ?? null, case: reply.about?.id ?? null };
  const all = await Promise.all(
    reply.messages.map(async ({ to, message }) => {
      if (to === 'self') return [{ chat: turn.speaker.chat, ...about, message, notBefore: turn.now }];
      const reached = await reach(turn.q, await audience(turn, to, reply));
      return Promise.all(
        reached.map(async ({ chat, channel }) => ({
          chat,
          ...about,
          message,
          unasked: true,
          notBefore: await whenToSay(
            turn.q,
            { now: turn.now, quiet: turn.settings.quiet },
            channel,
            about.ward,
          ),
        })),
      );
    }),
  );
  const elsewhere = (reply.elsewhere ?? []).map((each) => ({
    ...each,
    ...about,
    unasked: true,
    notBefore: turn.now,
  }));
  return [...all.flat(), ...elsewhere];
}

/**
 * The household of a case, or the heads who act for a zone on the day on which it is said; nobody verifies their own
 * household. In the evening that day is tomorrow: a stand-in's last day is over then.
 */
async function audience(
  { q, now, settings }: Turn,
  to: Exclude<Audience, 'self'>,
  reply: Reply,
): Promise<readonly number[]> {
  const { about } = reply;
  if (about === null) return [];
  if (to === 'household') return [about.owner];
  const here = placeOf(about.interview.answers)?.zone ?? null;
  const zone = to === 'heads' ? here : (reply.formerZone ?? null);
  if (zone === null) return [];
  const heads = await actingHeads(q, zone, vietnamDay(notInQuietHours(now, settings.quiet)));
  const reviewed = await dossierOf(q, about.id);
  // Kin hear nothing of it, and who was named in their place does.
  const deputies = to === 'heads' ? (reviewed?.deputies ?? []) : [];
  const all = [...new Set([...heads, ...deputies])];
  return all.filter((head) => head !== about.owner && reviewed?.kin.includes(head) !== true);
}
