import { encodeButton } from '../button.ts';
import { type Chart, type Message, notice, type Phrase, type Pick, say } from '../decision.ts';
import type { Shows } from '../record/entry.ts';
import { needsKnock } from '../progress/tally.ts';
import type { Stuck, Tally } from '../progress/tally.ts';
import { mostReminders } from '../progress/silence.ts';
import { deadEnd } from '../survey/person.ts';
import { menu } from './notices.ts';

/** By what a household is called: a name of the list or of its first member, or the number of its case. */
export type Called = { readonly name: string } | { readonly case: number };

/** A household that stopped, and the day since which it is silent, Vietnam time. */
export type StuckLine = {
  readonly called: Called;
  readonly zone: string;
  readonly since: string;
  readonly row: Stuck['case'];
};

/** A household of the list that has not begun. */
export type ListedLine = { readonly name: string; readonly zone: string };

/** Heads and collaborators alike are named the households; which of both somebody is makes no difference to them. */
const namesShown: readonly Shows[] = [{ as: 'collaborator', why: 'list' }];

/** So many households are named at once. */
export const namedAtOnce = 10;

/** A part of a longer list: how many came before, and how many there are. */
export type Page = { readonly from: number; readonly of: number };

/** How far each zone is, and who has stopped. `beside` is what else can be looked at. */
export function progressMessage(
  zones: readonly Tally[],
  stuck: readonly StuckLine[],
  page: Page,
  beside: readonly Pick[],
): Message {
  const counted = page.from === 0 ? zones.map(tallyPhrase) : [];
  const named =
    stuck.length === 0 ? [] : [say('progress.stuck', { lines: { lines: stuck.map(stuckPhrase) } })];
  return {
    kind: 'progress',
    parts: [...counted, ...named, ...pagePhrase(page, stuck.length)],
    options: [],
    actions: [...more('progress', page, stuck.length), ...beside],
    shows: named.length === 0 ? [] : namesShown,
  };
}

/** The households of the list that have not begun. */
export function notBegunMessage(households: readonly ListedLine[], page: Page): Message {
  if (households.length === 0) return notice('not-begun', say('progress.all-begun'));
  const lines = households.map(({ name, zone }) => say('progress.listed', { name, zone }));
  return {
    kind: 'not-begun',
    parts: [say('progress.not-begun', { lines: { lines } }), ...pagePhrase(page, households.length)],
    options: [],
    actions: [...more('not-begun', page, households.length), menu('progress')],
    shows: namesShown,
  };
}

/** All zones of a ward side by side: as a picture where the channel shows one, and always in numbers. */
export function chartMessage(ward: string, zones: readonly Tally[], day: string): Message {
  const chart = chartOf(ward, zones, day);
  const lines = zones.map((each) =>
    say('progress.chart-line', {
      zone: each.name,
      total: each.total,
      done: each.done,
      waiting: each.waiting,
      open: each.open + each.stopped,
      notBegun: each.notBegun,
    }),
  );
  return {
    kind: 'chart',
    parts: [chart.title, say('progress.chart-lines', { lines: { lines } })],
    options: [],
    actions: [menu('progress')],
    chart,
  };
}

/** How far the zones of a ward are on a day, as bars. */
export function chartOf(ward: string, zones: readonly Tally[], day: string): Chart {
  return {
    title: say('progress.chart', { ward, day: { day } }),
    series: [say('progress.done'), say('progress.waiting'), say('progress.open'), say('progress.to-do')],
    rows: zones.map(({ name, done, waiting, open, stopped, notBegun }) => ({
      label: name,
      values: [done, waiting, open + stopped, notBegun],
    })),
  };
}

/** Who holds no post sees no progress. */
export function noProgress(): Message {
  return deadEnd('refused', say('progress.no-post'));
}

function tallyPhrase({ name, total, done, waiting, open, stopped, notBegun }: Tally): Phrase {
  if (total === 0) return say('progress.nobody', { zone: name });
  return say('progress.zone', { zone: name, total, done, waiting, open, stopped, notBegun });
}

function stuckPhrase({ called, zone, since, row }: StuckLine): Phrase {
  const name =
    'name' in called
      ? say('progress.household', { name: called.name })
      : say('progress.case', { case: called.case });
  return say('progress.line', {
    household: { phrase: name },
    zone,
    day: { day: since },
    reminded: { phrase: remindedPhrase(row) },
  });
}

/** What the reminders came to, and whether it is time to go there. */
function remindedPhrase(row: Stuck['case']): Phrase {
  if (!row.reachable) return say('progress.unreachable');
  if (row.remindersOff) return say('progress.reminders-off');
  if (needsKnock(row)) return say('progress.knock', { count: mostReminders });
  return row.reminded === 0
    ? say('progress.not-reminded')
    : say('progress.reminded', { count: row.reminded });
}

function pagePhrase({ from, of }: Page, shown: number): readonly Phrase[] {
  return of > shown ? [say('progress.page', { first: from + 1, last: from + shown, count: of })] : [];
}

function more(act: string, { from, of }: Page, shown: number): readonly Pick[] {
  const next = from + shown;
  if (next >= of) return [];
  return [{ phrase: say('desk.more'), data: encodeButton({ kind: 'menu', act, arg: String(next) }) }];
}
