import type { Outgoing } from '../../src/channel/channel.ts';
import type { Incoming } from '../../src/incoming.ts';
import type { Published } from '../../src/report/published.ts';
import type { GlancePage, Line, PostedPage, WebPort } from '../../src/web/port.ts';

/** A port over plain maps; `inbox` shows what came in, each key once. */
export const memoryPort = (answer: (incoming: Incoming) => void = () => {}) => {
  const inbox = new Map<string, Incoming>();
  const kept = new Map<string, Line & { readonly address: string }>();
  const lists = new Map<string, PostedPage>();
  const glances = new Map<string, GlancePage>();
  const published = new Map<string, Published>();
  let change = 0;
  let failing = false;

  const keep = (name: string, address: string, line: Pick<Line, 'from' | 'key' | 'rendered'>): void => {
    const before = kept.get(name);
    change += 1;
    const id = before?.id ?? change;
    kept.set(name, { ...line, address, id, change, at: before?.at ?? new Date().toISOString() });
  };
  const port: WebPort = {
    async receive(batch) {
      if (failing) throw new Error('the database is away');
      const fresh = batch.filter((one) => !inbox.has(one.key));
      for (const one of fresh) inbox.set(one.key, one);
      for (const one of fresh) answer(one);
    },
    async lines(address, afterChange) {
      return [...kept.values()]
        .filter((line) => line.address === address && line.change > afterChange)
        .sort((a, b) => a.change - b.change)
        .map(({ address: _, ...line }) => line);
    },
    async keepOwn(address, key, text) {
      const name = `own:${address}:${key}`;
      if (kept.has(name)) return;
      keep(name, address, { from: 'me', key, rendered: { text, options: [], actions: [] } });
    },
    posted: async (token) => lists.get(token) ?? null,
    async glance(token) {
      const found = glances.get(token) ?? null;
      glances.delete(token);
      return found;
    },
    published: async (ward, round) => published.get(`${ward}/${round}`) ?? null,
    async keepSent({ id, address, rendered, edits }: Outgoing) {
      const name = edits ?? `bot:${id}`;
      const before = kept.get(name);
      if (before === undefined || edits !== undefined) keep(name, address, { from: 'bot', rendered });
      return { ref: name };
    },
  };
  return {
    port,
    inbox,
    kept,
    lists,
    published,
    glances,
    fail(isFailing: boolean) {
      failing = isFailing;
    },
  };
};
