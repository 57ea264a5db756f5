import { giveUp, handle } from './handle/handle.ts';
import type { HandleSettings } from './handle/turn.ts';
import type { Database } from './store/db.ts';
import { openUpdates, postponeUpdate } from './store/inbox.ts';
import type { Claimed } from './store/outbox.ts';
import { sorry } from './talk/notices.ts';

/** What working off the inbox needs. */
export type WorkSettings = HandleSettings & {
  readonly db: Database;
  readonly clock: () => Date;
  /** There is something to send: this message at once, or else what is in the queue. */
  readonly handled: (claimed: Claimed | null) => void;
  readonly failed: (error: unknown, update: number) => void;
};

const sideBySide = 32;
const mostFailures = 5;
const waitMs = 2000;

/** Works off what stands in the inbox: chats side by side, each chat in order. True while there was something. */
export async function workOff(settings: WorkSettings): Promise<boolean> {
  const open = await openUpdates(settings.db, settings.clock(), sideBySide);
  const done = await Promise.all(open.map((id) => one(settings, id)));
  return done.some((each) => each);
}

async function one(settings: WorkSettings, id: number): Promise<boolean> {
  const { db, clock, handled, failed } = settings;
  try {
    const done = await handle(db, settings, id, clock());
    if (done !== null) handled(done.claimed);
    return done !== null;
  } catch (error) {
    failed(error, id);
    return again(settings, id, error);
  }
}

/** Tried again a little later, then given up, so that one bad update never blocks a chat. */
async function again(settings: WorkSettings, id: number, error: unknown): Promise<boolean> {
  const { db, clock, handled } = settings;
  const now = clock();
  const failures = await postponeUpdate(db, id, new Date(now.getTime() + waitMs));
  if (failures < mostFailures) return false;
  const reason = error instanceof Error ? error.name : 'unknown';
  await giveUp(db, id, reason, sorry(), now);
  handled(null);
  return true;
}
