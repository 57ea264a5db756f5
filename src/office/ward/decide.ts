import { type Message, type Phrase, say } from '../../decision.ts';
import { deadEnd } from '../../survey/person.ts';
import { className, flowPick } from '../../talk/told-step.ts';
import type { OnList } from './paper.ts';
import type { Page } from './page.ts';
import { byZone } from './submit.ts';
import { pagePhrase, toOverview } from './words.ts';

/** A list that waits for the decision of the chairman. */
export type ToDecide = {
  readonly id: number;
  readonly n: number;
  readonly wardName: string;
  readonly count: number;
};

/** Nothing waits for a decision. */
export function nothingToDecide(lead: readonly Phrase[] = []): Message {
  return deadEnd('flow-decide', ...lead, say('ward.decision.nothing'));
}

/** The lists that wait, to choose from. */
export function listsToDecide(lists: readonly ToDecide[]): Message {
  return {
    kind: 'flow-decide',
    parts: [say('ward.decision.lists')],
    options: lists.map(({ count, id, n, wardName }) =>
      flowPick('decide', 'list', id, 0, '', say('ward.decision.item', { n, count, ward: wardName })),
    ),
    actions: [toOverview],
  };
}

/** One list that waits: by zone and class, with each household's name, so many at once. */
export function listToDecide(
  { count, id, n, wardName }: ToDecide,
  households: Page<OnList>,
  all: readonly (OnList & { readonly zoneId: number })[],
  opinion: { readonly by: string; readonly number: string; readonly on: string } | null,
): Message {
  const zones = all
    .filter(({ zoneId }, at) => all.findIndex((each) => each.zoneId === zoneId) === at)
    .map(({ zone, zoneId }) => ({ id: zoneId, name: zone }));
  const inZones = all.map(({ category, zoneId }) => ({ category, zone: zoneId }));
  const lines = households.shown.map(({ category, name, zone }) =>
    say('ward.decision.line', { name, zone, class: { phrase: className(category) } }),
  );
  return {
    kind: 'flow-decide',
    parts: [
      say('ward.decision.list', { n, count, ward: wardName, lines: { lines: byZone(inZones, zones) } }),
      ...(opinion === null
        ? []
        : [
            say('ward.decision.opinion', {
              by: opinion.by,
              number: opinion.number,
              day: { day: opinion.on },
            }),
          ]),
      say('ward.decision.names', { lines: { lines } }),
      ...pagePhrase(households),
    ],
    options: [flowPick('decide', 'begin', id, 0, '', say('ward.decision.begin'))],
    actions: [
      ...(households.next === null
        ? []
        : [flowPick('decide', 'list', id, 0, String(households.next), say('ward.more'))]),
      toOverview,
    ],
    shows: [{ as: 'recorder', why: 'list' }],
  };
}
