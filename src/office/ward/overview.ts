import { type Message, type Phrase, type Pick, say } from '../../decision.ts';
import { flowPick } from '../../talk/told-step.ts';
import { type Household, waitingFor, type Work, works } from './household.ts';
import { actOf } from './lists.ts';
import { type Page } from './page.ts';
import type { ZoneTally } from './tally.ts';
import { pagePhrase, wardPick } from './words.ts';

/** A round as the office of its ward speaks of it. */
export type RoundCalled = {
  readonly id: number;
  readonly kind: 'yearly' | 'regular';
  readonly listYear: number;
  readonly endsOn: string;
  readonly wardName: string;
};

export type Overview = {
  readonly round: RoundCalled;
  readonly households: readonly Household[];
  readonly zones: Page<ZoneTally & { readonly name: string }>;
  readonly today: string;
  readonly isOfficer: boolean;
  /** How many households wait for the chairman's decision to be written down by the one who looks. */
  readonly toDecide: number;
  /** Other rounds that go on. */
  readonly others: readonly RoundCalled[];
};

/** The whole round on one screen: each zone in numbers, then what waits. */
export function overviewMessage(overview: Overview): Message {
  const { households, isOfficer, others, round, toDecide, zones } = overview;
  const waits = isOfficer ? works.flatMap((work) => workPick(work, overview)) : [];
  const decide =
    toDecide === 0
      ? []
      : [flowPick('decide', 'open', 0, 0, '', say('ward.work.decide', { count: toDecide }))];
  const options = [...decide, ...waits];
  return {
    kind: 'flow-ward',
    parts: [
      say('ward.overview', {
        round: { phrase: roundName(round) },
        ward: round.wardName,
        count: households.length,
        day: { day: round.endsOn },
      }),
      ...(zones.of === 0 ? [] : [say('ward.zones', { lines: { lines: zones.shown.map(zonePhrase) } })]),
      ...pagePhrase(zones),
      // What waits stands last, over its choices.
      ...(isOfficer ? [say('ward.find')] : []),
      say(options.length === 0 ? 'ward.nothing-waits' : 'ward.waits'),
    ],
    options,
    actions: [
      ...(zones.next === null ? [] : [wardPick('zones', round.id, say('ward.more'), 0, String(zones.next))]),
      ...others.map((other) => wardPick('round', other.id, roundName(other))),
      ...(isOfficer
        ? [
            wardPick('find', round.id, say('ward.find-act')),
            wardPick('glance', round.id, say('glance.open-act')),
          ]
        : []),
    ],
  };
}

/** What a round is called. */
export function roundName({ endsOn, kind, listYear }: RoundCalled): Phrase {
  return say(`ward.round.${kind}`, { year: String(listYear), day: { day: endsOn } });
}

function workPick(work: Work, { households, round, today }: Overview): readonly Pick[] {
  const waiting = waitingFor(work, households, today);
  if (waiting.length === 0) return [];
  const zones = new Set(waiting.map(({ zone }) => zone)).size;
  return [wardPick(actOf(work), round.id, say(`ward.work.${work}`, { count: waiting.length, zones }))];
}

function zonePhrase({ late, name, standings, total }: ZoneTally & { readonly name: string }): Phrase {
  const counted = standings.map(({ count, standing }) => say(`ward.standing.${standing}`, { count }));
  const slow = late === 0 ? [] : [say('ward.standing.late', { count: late })];
  return say('ward.zone', { zone: name, count: total, standings: { list: [...counted, ...slow] } });
}
