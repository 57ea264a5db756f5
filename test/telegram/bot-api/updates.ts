import { Refusal } from './refusal.ts';

/** One update, as it is handed over. */
export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** The kinds that are left out unless they are asked for by name. */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];

type Asked = {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly timeout?: number | undefined;
  readonly allowed_updates?: readonly string[] | undefined;
};
type Waiter = {
  readonly limit: number;
  readonly give: (updates: Update[]) => void;
  readonly refuse: (why: Refusal) => void;
};

/** Updates that wait to be taken, with getUpdates' rules of offset, long polling and one poller at a time. */
export type UpdateQueue = {
  push(kind: string, body: unknown): number;
  get(asked: Asked, gone: AbortSignal): Promise<Update[]>;
  /** Hands the last given batch over once more, as when its confirmation was lost. */
  resend(): void;
  interrupt(why: string): void;
  drop(): void;
  /** The kinds of updates that are wanted from now on. */
  allow(kinds: readonly string[]): void;
  /** The update has been handed over and is done with. */
  done(id: number): void;
  pending(): readonly Update[];
};

/** An empty queue. */
export function updateQueue(firstId = 900_000_001): UpdateQueue {
  let nextId = firstId;
  let waiting: Update[] = [];
  let repeats: Update[] = [];
  let lastGiven: Update[] = [];
  let allowed: readonly string[] = [];
  let waiter: Waiter | null = null;

  function isAllowed(kind: string): boolean {
    return allowed.length === 0 ? !ON_REQUEST.includes(kind) : allowed.includes(kind);
  }

  function take(limit: number): Update[] {
    const given = [...repeats, ...waiting].slice(0, limit);
    if (given.length > 0) lastGiven = given;
    repeats = [];
    return given;
  }

  function wake(): void {
    if (waiter !== null && repeats.length + waiting.length > 0) waiter.give(take(waiter.limit));
  }

  function confirm(offset: number): void {
    if (offset > 0) waiting = waiting.filter((update) => update.update_id >= offset);
    if (offset < 0) waiting = waiting.slice(offset);
  }

  return {
    push(kind, body) {
      const id = nextId++;
      if (isAllowed(kind)) waiting.push({ update_id: id, [kind]: body });
      wake();
      return id;
    },
    async get({ offset = 0, limit = 100, timeout = 0, allowed_updates: kinds }, gone) {
      if (kinds !== undefined) allowed = kinds;
      waiter?.refuse(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      confirm(offset);
      const ready = take(limit);
      if (ready.length > 0 || timeout === 0) return ready;
      return new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          gone.removeEventListener('abort', leave);
          if (waiter === mine) waiter = null;
        };
        const leave = () => mine.give([]);
        const mine: Waiter = {
          limit,
          give: (updates) => {
            end();
            resolve(updates);
          },
          refuse: (why) => {
            end();
            reject(why);
          },
        };
        const timer = setTimeout(leave, timeout * 1000);
        gone.addEventListener('abort', leave);
        waiter = mine;
        if (gone.aborted) leave();
      });
    },
    resend() {
      repeats = [...lastGiven];
      wake();
    },
    interrupt: (why) => waiter?.refuse(new Refusal(409, `Conflict: terminated by ${why} request`)),
    drop() {
      waiting = [];
    },
    allow(kinds) {
      allowed = kinds;
    },
    done(id) {
      waiting = waiting.filter((update) => update.update_id !== id);
    },
    pending: () => waiting,
  };
}
