import { type Message, type Phrase, type Pick, say } from '../../decision.ts';
import { transitions } from '../../procedure/transitions.ts';
import { className, dueLines, flowPick } from '../../talk/told-step.ts';
import type { Named, Work } from './household.ts';
import type { Page } from './page.ts';
import { listMessage, pagePhrase, wardMessage, wardPick } from './words.ts';

/** The lists of households that the office looks through; each household on one leads on. */
export type ListedWork = Extract<Work, 'assign' | 'deputy' | 'contradictory' | 'incomplete' | 'late'>;

/** The act by which that work is chosen for a whole round; `deputy` is the one for a single household, of which officers are told. */
export function actOf(work: Work): string {
  return work === 'deputy' ? 'deputies' : work;
}

/** The households of which something waits, so many at once. */
export function householdList(work: ListedWork, page: Page<Named>, round: number): Message {
  const more =
    page.next === null ? [] : [wardPick(actOf(work), round, say('ward.more'), 0, String(page.next))];
  return listMessage(
    [say(`ward.list.${work}`, { count: page.of }), ...pagePhrase(page)],
    page.shown.map((household) => itemPick(work, household)),
    more,
  );
}

/** The zones in which a list waits to be posted. */
export function zonesToPost(
  zones: readonly { readonly zone: number; readonly name: string; readonly count: number }[],
): Message {
  return wardMessage(
    [say('ward.list.post')],
    zones.map(({ count, name, zone }) =>
      flowPick('post', 'open', zone, 0, '', say('ward.item-zone', { zone: name, count })),
    ),
  );
}

/** Households that go by what was typed. */
export function foundList(page: Page<Named>, typed: string): Message {
  if (page.of === 0) return wardMessage([say('ward.not-found', { name: typed })]);
  return listMessage(
    [
      say('ward.found', { name: typed, count: page.of }),
      ...(page.next === null ? [] : [say('ward.found-more')]),
    ],
    page.shown.map((household) => openPick(household)),
  );
}

/** One household: where it stands, what was entered, what it lacks, and what the officer can do. */
export function oneHousehold(household: Named, today: string, lead: readonly Phrase[] = []): Message {
  const { at, category, dossier, due, isOwn, lacks, name, needsDeputy, zoneName } = household;
  const { state, step } = at;
  const entered =
    category === null
      ? say('ward.no-class-yet')
      : say('ward.entered', { class: { phrase: className(category) } });
  const isLate = due !== null && due.on < today;
  const options: readonly Pick[] = [
    ...(state === 'complaint' ? [flowPick('assign', 'open', dossier, step, '', say('ward.act.assign'))] : []),
    ...(needsDeputy ? [flowPick('deputy', 'open', dossier, step, '', say('ward.act.deputy'))] : []),
    ...(transitions.certify.from.includes(state)
      ? [wardPick('cert', dossier, say('ward.act.certify'), step)]
      : []),
    ...(transitions.remove.from.includes(state)
      ? [wardPick('remove', dossier, say('ward.act.remove'), step)]
      : []),
  ];
  const message = wardMessage(
    [
      ...lead,
      say('ward.one', {
        name,
        zone: zoneName,
        state: { phrase: say(`ward.state.${state}`) },
        day: { day: at.since },
      }),
      entered,
      ...lacks.map((lack) => say(`ward.lack.${lack}`)),
      ...(isLate ? [say('ward.late-since', { day: { day: due.on } })] : dueLines(due)),
      ...(isOwn ? [say('ward.own')] : []),
    ],
    isOwn ? [] : options,
  );
  return { ...message, shows: [{ as: 'officer', why: 'office', dossier }] };
}

function itemPick(work: ListedWork, household: Named): Pick {
  const { at, dossier, due, lacks, name, zoneName: zone } = household;
  const since = { day: at.since };
  switch (work) {
    case 'assign':
    case 'deputy':
      return flowPick(work, 'open', dossier, at.step, '', say('ward.item', { name, zone, day: since }));
    case 'late': {
      const what = { phrase: say(`ward.state.${at.state}`) };
      const day = { day: due?.on ?? at.since };
      return wardPick('one', dossier, say('ward.item-late', { name, zone, what, day }), at.step);
    }
    case 'contradictory':
    case 'incomplete': {
      const what = { list: lacks.map((lack) => say(`ward.lack-short.${lack}`)) };
      return wardPick('one', dossier, say('ward.item-lack', { name, zone, what, day: since }), at.step);
    }
    default:
      return work satisfies never;
  }
}

function openPick({ at, dossier, name, zoneName: zone }: Named): Pick {
  return wardPick('one', dossier, say('ward.item', { name, zone, day: { day: at.since } }), at.step);
}
