import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import type { Movement } from '../procedure/movement.ts';
import type { Reader } from '../record/entry.ts';
import type { OfficialClass } from '../review/official.ts';
import { type GroupId, groups } from '../support/groups.ts';
import { openLines, supportLines, supportName } from '../support/lines.ts';
import type { openQuestions } from '../support/open-questions.ts';
import type { SupportName } from '../support/policy.ts';
import type { Support } from '../support/supports-for.ts';
import { toPerson } from '../survey/person.ts';
import { className, flowPick } from '../talk/told-step.ts';

/** Support that somebody promised to a household, and whether it arrived. */
export type Promised = {
  readonly policy: string;
  readonly name: SupportName;
  readonly on: string;
  readonly arrivedOn: string | null;
  /** Why it does not come, once somebody wrote that down. */
  readonly note: string | null;
};

/** A recognised household as it is cared for (theo dõi, hỗ trợ thoát nghèo bền vững). */
export type Followed = {
  /** As what its reader cares for it. */
  readonly as: Reader;
  readonly dossier: number;
  readonly step: number;
  readonly name: string;
  readonly zone: string;
  readonly category: OfficialClass;
  /** How it moved since the last list. */
  readonly movement: Movement;
  readonly groups: readonly GroupId[] | null;
  readonly causes: readonly string[];
  readonly promised: readonly Promised[];
  /** What it may ask for that nobody has promised yet. */
  readonly open: readonly Support[];
  /** What it lacks and no support that we know of fits. */
  readonly unmet: ReturnType<typeof openQuestions>;
  readonly lastVisit: { readonly on: string; readonly note: string } | null;
  readonly nextVisit: string | null;
};

const kind = 'flow-follow';

/** The households of a zone that are cared for, whom to visit first at the front; `lines` say why. */
export function followList(
  all: readonly { readonly dossier: number; readonly name: string; readonly nextVisit: string | null }[],
  lines: readonly Phrase[],
  from: number,
): Message {
  if (all.length === 0) return { kind, parts: [say('follow.none')], options: [], actions: [toPerson] };
  const first = from < all.length ? from : 0;
  const page = all.slice(first, first + atOnce);
  const next = first + page.length;
  return {
    kind,
    parts: [say('follow.list', { count: all.length }), ...(first === 0 ? lines : [])],
    options: page.map(({ dossier, name, nextVisit }) =>
      flowPick(
        'follow',
        'one',
        dossier,
        0,
        '',
        nextVisit === null
          ? say('follow.pick', { name })
          : say('follow.pick-visit', { name, day: { day: nextVisit } }),
      ),
    ),
    actions: next < all.length ? [flowPick('follow', 'more', next, 0, '', say('follow.more'))] : [toPerson],
    shows: [{ as: 'collaborator', why: 'list' }],
  };
}

const atOnce = 10;

/**
 * One household: what was promised and came, what fits it besides, when to visit it next. After something was done
 * (`lead` says what) only what changes is shown again.
 */
export function followCard(of: Followed, lead: readonly Phrase[]): Message {
  const isFirst = lead.length === 0;
  const { category, causes, lastVisit, movement, name, nextVisit, promised, unmet, zone } = of;
  return {
    kind,
    parts: [
      ...lead,
      say('follow.card', { name, zone, class: { phrase: className(category) } }),
      say(`follow.movement.${movement}`),
      groupLine(of.groups),
      ...(causes.length === 0
        ? []
        : [say('follow.causes', { causes: { list: causes.map((cause) => say(`desk.cause.${cause}`)) } })]),
      ...(promised.length === 0
        ? []
        : [say('follow.promised', { lines: { lines: promised.map(promisedLine) } })]),
      ...(isFirst ? [...supportLines(of.open), ...openLines(unmet)] : []),
      ...(lastVisit === null
        ? []
        : [say('follow.visited', { day: { day: lastVisit.on }, note: lastVisit.note })]),
      nextVisit === null ? say('follow.no-visit') : say('follow.next-visit', { day: { day: nextVisit } }),
    ],
    options: cardPicks(of),
    actions: [
      ...(isFirst ? [] : [flowPick('follow', 'one', of.dossier, 0, '', say('follow.whole'))]),
      flowPick('follow', 'open', 0, 0, '', say('follow.back')),
    ],
    shows: [{ as: of.as, why: 'follow', dossier: of.dossier }],
  };
}

function cardPicks({ dossier, open, promised, step }: Followed): readonly Pick[] {
  const pick = (act: string, arg = '', phrase?: Phrase) =>
    flowPick('follow', act, dossier, step, arg, phrase ?? say(`follow.act.${act}`));
  const waiting = promised.filter(({ arrivedOn, note }) => arrivedOn === null && note === null);
  return [
    ...waiting.flatMap(({ name, policy }) => [
      pick('arrived', policy, say('follow.act.arrived', { name: { phrase: supportName(name) } })),
      pick('failed', policy, say('follow.act.failed', { name: { phrase: supportName(name) } })),
    ]),
    ...(open.length === 0 ? [] : [pick('promise')]),
    pick('groups'),
    pick('visit'),
  ];
}

function groupLine(own: Followed['groups']): Phrase {
  if (own === null) return say('follow.no-groups');
  return say('follow.groups', { groups: { list: own.map((id) => say(`support.group.${id}`)) } });
}

function promisedLine({ arrivedOn, name: policy, note, on }: Promised): Phrase {
  const name = { phrase: supportName(policy) };
  const day = { day: on };
  if (arrivedOn !== null) return say('follow.line.arrived', { name, day, arrived: { day: arrivedOn } });
  return note === null
    ? say('follow.line.waiting', { name, day })
    : say('follow.line.failed', { name, day, note });
}

/** Which of the support that fits it was promised. */
export function askPromise({ dossier, name, open, step }: Followed): Message {
  return {
    kind,
    parts: [say('follow.ask-promise', { name })],
    options: open.map(({ policy }) =>
      flowPick('follow', 'promised', dossier, step, policy.id, supportName(policy.name)),
    ),
    actions: [flowPick('follow', 'one', dossier, 0, '', say('follow.back-one'))],
  };
}

/** The groups of a household, ticked one by one; whoever is in none is among the others. */
export function askGroups({ dossier, name, step }: Followed, picked: readonly GroupId[]): Message {
  const ticks = groups
    .filter(({ id }) => id !== 'other')
    .map(({ id }) => ({
      ...flowPick('follow', 'group', dossier, step, id, say(`support.group.${id}`)),
      picked: picked.includes(id),
    }));
  const done = picked.length === 0 ? say('follow.act.groups-other') : say('follow.act.groups-done');
  return {
    kind,
    parts: [say('follow.ask-groups', { name })],
    options: [...ticks, flowPick('follow', 'groups-done', dossier, step, '', done)],
    actions: [flowPick('follow', 'one', dossier, 0, '', say('follow.back-one'))],
    edits: true,
  };
}

/** Asks for words: what was seen at a visit, or why a support does not come. */
export function askWords(of: Named, what: 'visit' | 'failed', lead: readonly Phrase[]): Message {
  return {
    kind,
    parts: [...lead, say(`follow.ask-${what}`, { name: of.name })],
    options: [],
    actions: [flowPick('follow', 'one', of.dossier, 0, '', say('follow.back-one'))],
  };
}

type Named = { readonly dossier: number; readonly name: string };

/** After how many days a household is visited next. */
export const visitDays = [7, 30, 90, 180] as const;

/** When the next visit is to be; nothing is promised to the household by it. */
export function askNextVisit({ dossier, name, step }: Followed): Message {
  return {
    kind,
    parts: [say('follow.ask-next', { name })],
    options: [
      ...visitDays.map((days) =>
        flowPick('follow', 'next', dossier, step, String(days), say('follow.act.next', { days })),
      ),
      flowPick('follow', 'next', dossier, step, '0', say('follow.act.no-next')),
    ],
    actions: [],
  };
}
