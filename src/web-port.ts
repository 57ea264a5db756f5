import type { Receive } from './incoming.ts';
import type { Database } from './store/db.ts';
import { changeWebLine, keepWebLine, webLinesAfter } from './store/web-lines.ts';
import type { WebPort } from './web/port.ts';

/** The web chat's memory, kept in the database. */
export function webPort(db: Database, receive: Receive, clock: () => Date): WebPort {
  return {
    receive,
    async lines(address, afterChange) {
      const found = await webLinesAfter(db, address, afterChange);
      return found.map(({ id, change, ref, sender, body, at }) => ({
        id,
        change,
        from: sender,
        rendered: body,
        at: at.toISOString(),
        ...(sender === 'me' ? { key: ref } : {}),
      }));
    },
    async keepOwn(address, key, text) {
      const body = { text, options: [], actions: [] };
      await keepWebLine(db, { address, ref: key, sender: 'me', body, at: clock() });
    },
    async keepSent({ id, address, rendered, edits }) {
      if (edits !== undefined && (await changeWebLine(db, address, edits, rendered))) return { ref: edits };
      await keepWebLine(db, { address, ref: String(id), sender: 'bot', body: rendered, at: clock() });
      return { ref: String(id) };
    },
  };
}
