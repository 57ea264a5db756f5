import { type Message, type Phrase, say } from '../../decision.ts';
import { heldBack, type Hold, holds, type Household, waitingFor } from './household.ts';
import { classCounts, wardMessage, wardPick } from './words.ts';

type Zone = { readonly id: number; readonly name: string };

/** The list that would go up now: by zone and class, and what stays behind and why. Nothing is done yet. */
export function submitMessage(
  {
    households,
    round,
    today,
    zones,
  }: {
    readonly round: number;
    readonly zones: readonly Zone[];
    readonly households: readonly Household[];
    readonly today: string;
  },
  lead: readonly Phrase[] = [],
): Message {
  const ready = waitingFor('submit', households, today);
  const left = leftOut(households, today);
  const behind = left.length === 0 ? [] : [say('ward.left-out', { lines: { lines: left } })];
  if (ready.length === 0) return wardMessage([...lead, say('ward.nothing-ready'), ...behind]);
  return wardMessage(
    [
      ...lead,
      say('ward.ready', { count: ready.length, lines: { lines: byZone(ready, zones) } }),
      ...behind,
      say('ward.submit-sure'),
    ],
    [wardPick('do-submit', round, say('ward.act.submit', { count: ready.length }), 0, printOf(ready))],
  );
}

/** How many households of each zone, by class. */
export function byZone(
  households: readonly Pick<Household, 'category' | 'zone'>[],
  zones: readonly Zone[],
): readonly Phrase[] {
  return zones.flatMap(({ id, name }) => {
    const classes = households.filter(({ zone }) => zone === id).map(({ category }) => category);
    if (classes.length === 0) return [];
    return [
      say('ward.zone-classes', {
        zone: name,
        count: classes.length,
        classes: { list: classCounts(classes) },
      }),
    ];
  });
}

/** A short mark of exactly these households at exactly these steps, so that a choice answers to what was shown. */
export function printOf(households: readonly Pick<Household, 'at' | 'dossier'>[]): string {
  let print = 0;
  for (const { at, dossier } of households)
    print = (Math.imul(print, 31) + dossier * 1009 + at.step) % 2_147_483_647;
  return `${households.length.toString(36)}-${Math.abs(print).toString(36)}`;
}

function leftOut(households: readonly Household[], today: string): readonly Phrase[] {
  return holds.flatMap((hold: Hold) => {
    const held = households.filter((household) => heldBack(household, today) === hold);
    if (held.length === 0) return [];
    const last =
      held
        .flatMap(({ postedUntil }) => postedUntil ?? [])
        .toSorted()
        .at(-1) ?? today;
    return [say(`ward.hold.${hold}`, { count: held.length, day: { day: last } })];
  });
}
