import { glanceIn } from './export/glance.ts';
import type { Receive } from './incoming.ts';
import { glanceNotes } from './office/ward/glance.ts';
import { wardsAs } from './procedure/party.ts';
import { chartsOf } from './report/glance-charts.ts';
import { placesOf, wardName } from './store/areas.ts';
import type { Database, Query } from './store/db.ts';
import { takeGlanceLink } from './store/glance-links.ts';
import { postedAt } from './store/postings.ts';
import { publicationOf } from './store/publications.ts';
import { roundById } from './store/rounds.ts';
import { wardPostsOf } from './store/ward-posts.ts';
import { changeWebLine, keepWebLine, webLinesAfter } from './store/web-lines.ts';
import type { Speaker } from './text/i18n.ts';
import type { Language } from './text/language.ts';
import { renderChart } from './text/render.ts';
import { vietnamDay } from './time/vietnam.ts';
import type { GlancePage, PostedPage, WebPort } from './web/port.ts';

/** The web chat's memory, kept in the database. */
export function webPort(
  db: Database,
  receive: Receive,
  { clock, speaker }: { readonly clock: () => Date; readonly speaker: Speaker },
): WebPort {
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
    glance: (token, language) => db.tx((q) => glancePage(q, token, { language, now: clock(), speaker })),
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

/** Rights are asked when the link is opened: a post may have ended since it was given. */
async function glancePage(
  q: Query,
  token: string,
  { language, now, speaker }: { readonly language: Language; readonly now: Date; readonly speaker: Speaker },
): Promise<GlancePage | null> {
  const link = await takeGlanceLink(q, token, now);
  if (link === null) return null;
  const today = vietnamDay(now);
  const round = await roundById(q, link.round);
  const wards = wardsAs('officer', await wardPostsOf(q, link.person, today));
  if (!wards.includes(round.ward)) return null;
  const glance = await glanceIn(q, round, today);
  return {
    ward: await wardName(q, round.ward),
    listYear: round.listYear,
    day: today,
    notes: glanceNotes(glance.open).map((note) => speaker.say(note, language)),
    charts: chartsOf(glance).map((chart) => renderChart(chart, language, speaker)),
  };
}
