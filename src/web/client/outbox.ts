import { newKey } from './key.ts';
import { type Body, post } from './post.ts';
import { parseJson, readRecord } from './record.ts';

/** Something said, on its way to the server. */
export type Entry = {
  readonly key: string;
  readonly body: Body;
  /** What the own bubble says; a tick has none. */
  readonly shown?: string;
  readonly at: string;
  readonly state: 'waiting' | 'sent' | 'failed';
};

/** What the outbox tells. */
export type OutboxEvents = {
  changed(): void;
  refused(entry: Entry, code: string): void;
  noAccount(): void;
};

/** Sends what was said in order, each exactly once, and keeps the unsent over a reload of the page. */
export const makeOutbox = (base: string, events: OutboxEvents) => {
  const storageKey = `rasoat-outbox:${base}`;
  let entries = restore(storageKey);
  let sending = false;
  let timer: number | undefined;
  let failures = 0;

  const set = (next: readonly Entry[]): void => {
    entries = next;
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(next.filter((one) => one.state === 'waiting')));
    } catch {
      // A full or forbidden storage loses only what a reload would have brought back.
    }
    events.changed();
  };
  const mark = (key: string, state: Entry['state']): void =>
    set(entries.map((one) => (one.key === key ? { ...one, state } : one)));

  const work = async (): Promise<void> => {
    clearTimeout(timer);
    const next = entries.find((one) => one.state === 'waiting');
    if (sending || next === undefined) return;
    sending = true;
    const answer = await post(`${base}/say`, { key: next.key, ...next.body });
    sending = false;
    failures = answer.kind === 'later' ? failures + 1 : 0;
    switch (answer.kind) {
      case 'accepted':
        // A tick has no line that would come back for it.
        if (next.shown === undefined) set(entries.filter((one) => one.key !== next.key));
        else mark(next.key, 'sent');
        return work();
      case 'refused':
        mark(next.key, 'failed');
        events.refused(next, answer.code);
        return work();
      case 'no-account':
        return events.noAccount();
      case 'later':
        timer = window.setTimeout(
          work,
          Math.max(answer.afterMs, Math.min(15_000, 1000 * 2 ** (failures - 1))),
        );
        return;
      default:
        return answer satisfies never;
    }
  };

  return {
    entries: (): readonly Entry[] => entries,
    push(body: Body, shown: string | undefined): void {
      const said = { key: newKey(), body, at: new Date().toISOString(), state: 'waiting' } as const;
      set([...entries, shown === undefined ? said : { ...said, shown }]);
      void work();
    },
    /** Forgets what was accepted and what the server's own lines show by now; what still waits goes on. */
    settle(keys: ReadonlySet<string | undefined>): void {
      const isSettled = (one: Entry): boolean => one.state !== 'waiting' && keys.has(one.key);
      if (entries.some(isSettled)) set(entries.filter((one) => !isSettled(one)));
    },
    isWaiting: (): boolean => entries.some((one) => one.state === 'waiting'),
    /** Tries again at once. */
    kick(): void {
      failures = 0;
      void work();
    },
  };
};

const restore = (storageKey: string): readonly Entry[] => {
  try {
    const kept = parseJson(sessionStorage.getItem(storageKey));
    return Array.isArray(kept) ? kept.flatMap((one) => parseEntry(one) ?? []) : [];
  } catch {
    return [];
  }
};

const parseEntry = (value: unknown): Entry | undefined => {
  const entry = readRecord(value);
  const body = readRecord(entry?.body);
  if (typeof entry?.key !== 'string' || typeof entry.at !== 'string' || body === undefined) return undefined;
  const label = typeof body.label === 'string' ? { label: body.label } : {};
  const said =
    typeof body.text === 'string'
      ? { text: body.text }
      : typeof body.data === 'string'
        ? { data: body.data }
        : undefined;
  if (said === undefined) return undefined;
  const kept = { key: entry.key, body: { ...said, ...label }, at: entry.at, state: 'waiting' } as const;
  return typeof entry.shown === 'string' ? { ...kept, shown: entry.shown } : kept;
};
