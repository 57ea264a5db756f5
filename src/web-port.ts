import type { Receive } from './incoming.ts';
import { placesOf } from './store/areas.ts';
import type { Database, Query } from './store/db.ts';
import { postedAt } from './store/postings.ts';
import { publicationOf } from './store/publications.ts';
import { roundById } from './store/rounds.ts';
import { changeWebLine, keepWebLine, webLinesAfter } from './store/web-lines.ts';
import { vietnamDay } from './time/vietnam.ts';
import type { PostedPage, WebPort } from './web/port.ts';

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
    posted: (token) => postedPage(db.q, token, vietnamDay(clock())),
    published: (ward, round) => publicationOf(db.q, ward, round),
  };
}

async function postedPage(q: Query, token: string, today: string): Promise<PostedPage | null> {
  const posting = await postedAt(q, token, today);
  if (posting === null) return null;
  const { from, lines, round, until, untilConfirmed, zone } = posting;
  const place = (await placesOf(q, [zone])).get(zone);
  return {
    zone: place?.zoneName ?? '?',
    ward: place?.wardName ?? '?',
    listYear: (await roundById(q, round)).listYear,
    from,
    until,
    untilConfirmed,
    lines: lines.map(({ category, name }) => ({ category, name })),
  };
}
