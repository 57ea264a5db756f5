import type { Audience, Message } from '../decision.ts';
import { type Database, together } from '../store/db.ts';
import { dossierOf } from '../store/dossiers.ts';
import { finishUpdate, giveUpUpdate, takeUpdate } from '../store/inbox.ts';
import type { Claimed, Queued } from '../store/outbox.ts';
import { enqueue, enqueueClaimed } from '../store/outbox.ts';
import { reach, speakerOf } from '../store/people.ts';
import { actingHeads } from '../store/posts.ts';
import { placeOf } from '../survey/answer.ts';
import { saidBy } from '../talk/said.ts';
import { notInQuietHours, vietnamDay } from '../time/vietnam.ts';
import { answer } from './answer.ts';
import { keepMenu } from './menu.ts';
import { whenToSay } from './tell.ts';
import type { HandleSettings, Reply, Turn } from './turn.ts';

/** An update was handled. `claimed` is the answer to be sent at once; all else that is to be said waits in the queue. */
export type Handled = { readonly claimed: Claimed | null };

/**
 * One update, one transaction: taken, understood, decided, kept, answered, finished, or nothing of it.
 * Nothing is sent in here; what is to be said waits in the outbox for the commit. Null when it was taken already.
 */
export async function handle(
  db: Database,
  settings: HandleSettings,
  id: number,
  now: Date,
): Promise<Handled | null> {
  return db.tx(async (q) => {
    const incoming = await takeUpdate(q, id);
    if (incoming === null) return null;
    const speaker = await speakerOf(q, incoming, now);
    const turn: Turn = { q, now, today: vietnamDay(now), speaker, settings };
    const reply = await answer(turn, saidBy(incoming.input));
    const [handled] = await together(tell(turn, reply), finishUpdate(q, id, now));
    return handled;
  });
}

/** Queues all that is to be said. */
async function tell(turn: Turn, first: Reply): Promise<Handled> {
  let claimed: Claimed | null = null;
  for (let reply: Reply | undefined = first; reply !== undefined; reply = reply.also) {
    const own = { ...turn, speaker: reply.speaker ?? turn.speaker };
    const queued = await addressed(own, reply);
    const isAll = reply === first && reply.also === undefined;
    const straight = isAll ? await answerStraight(own, queued) : null;
    claimed = straight?.claimed ?? null;
    const ids = straight === null ? await enqueue(turn.q, queued, turn.now) : [straight.id];
    await keepMenu(own, reply, ids, reply === first);
  }
  return { claimed };
}

/** Where a single message to the one who speaks is all there is to say, it is claimed with its making. */
async function answerStraight({ q, now, speaker, settings }: Turn, queued: readonly Queued[]) {
  const [only, ...others] = queued;
  const leaseMs = settings.leaseFor(speaker.channel);
  if (leaseMs === null || only === undefined || others.length > 0 || only.chat !== speaker.chat) return null;
  return enqueueClaimed(q, only, now, leaseMs);
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
  const elsewhere = (reply.elsewhere ?? []).map((each) => ({ ...each, ...about, notBefore: turn.now }));
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
