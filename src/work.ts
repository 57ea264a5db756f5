import { giveUp, handle } from './handle/handle.ts';
import type { HandleSettings } from './handle/turn.ts';
import type { Database } from './store/db.ts';
import { type Open, openUpdates, postponeUpdate } from './store/inbox.ts';
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

/** The work on the inbox: chats side by side, each chat in order. */
export type Work = {
  /** Handles what has just been written down, as far as hands are free, without a search of the inbox; nobody waits for it. */
  readonly begin: (written: readonly Open[]) => void;
  /** Works off what else stands in the inbox. True while there was something. */
  readonly workOff: () => Promise<boolean>;
  /** Waits for what is in hand. */
  readonly stop: () => Promise<void>;
};

const sideBySide = 32;
const atOnce = 10 * sideBySide;
const mostFailures = 5;
const waitMs = 2000;

/** Opens it. `more` hears that the inbox has to be searched after all. */
export function openWork(settings: WorkSettings, more: () => void): Work {
  /** By chat: the update, and whether another one came in meanwhile. */
  const inHand = new Map<
    string,
    { readonly id: number; readonly done: Promise<boolean>; hasMore: boolean }
  >();

  /** One update; if its chat is in hand already, that one sees to it that it is found. */
  function handleNow(open: Open): Promise<boolean> | null {
    const chat = `${open.bot} ${open.address}`;
    const busy = inHand.get(chat);
    if (busy !== undefined) {
      if (busy.id !== open.id) busy.hasMore = true;
      return null;
    }
    const done = one(settings, open).then(({ isDone, hasMore }) => {
      if (hasMore || inHand.get(chat)?.hasMore === true) more();
      inHand.delete(chat);
      return isDone;
    });
    inHand.set(chat, { id: open.id, done, hasMore: false });
    return done;
  }

  return {
    begin(written) {
      for (const open of written) {
        if (inHand.size >= sideBySide) return more();
        void handleNow(open);
      }
    },
    async workOff() {
      const left = (await openUpdates(settings.db, settings.clock(), atOnce)).values();
      const inTurn = async () => {
        let isAny = false;
        for (const open of left) if ((await handleNow(open)) === true) isAny = true;
        return isAny;
      };
      const done = await Promise.all(Array.from({ length: sideBySide }, inTurn));
      return done.some((each) => each);
    },
    async stop() {
      await Promise.all([...inHand.values()].map(({ done }) => done));
    },
  };
}

type Tried = { readonly isDone: boolean; readonly hasMore: boolean };

async function one(settings: WorkSettings, open: Open): Promise<Tried> {
  const { db, clock, handled, failed } = settings;
  try {
    const done = await handle(db, settings, open, clock());
    if (done !== null) handled(done.claimed);
    return { isDone: done !== null, hasMore: done?.more === true };
  } catch (error) {
    failed(error, open.id);
    const isDone = await again(settings, open.id, error);
    return { isDone, hasMore: isDone };
  }
}

/** Tried again a little later, then given up, so that one bad update never blocks a chat. True when it was given up. */
async function again(settings: WorkSettings, id: number, error: unknown): Promise<boolean> {
  const { db, clock, handled, failed } = settings;
  const now = clock();
  try {
    const failures = await postponeUpdate(db, id, new Date(now.getTime() + waitMs));
    if (failures < mostFailures) return false;
    const reason = error instanceof Error ? error.name : 'unknown';
    await giveUp(db, id, reason, sorry(), now);
    handled(null);
    return true;
  } catch (other) {
    // It stays open, and is found again.
    failed(other, id);
    return false;
  }
}
