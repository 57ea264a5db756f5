import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { OfficialClass } from '../review/official.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { className, flowPick } from '../talk/told-step.ts';

/** A household on a list, in the form in which it is posted. */
export type PublicLine = {
  readonly dossier: number;
  readonly name: string;
  readonly category: OfficialClass;
};

/** A list of a zone as everybody there may see it: names, classes and days, nothing else. */
export type PublicList = {
  readonly zone: string;
  readonly ward: string;
  readonly listYear: number;
  readonly from: string;
  readonly until: string;
  readonly untilConfirmed: boolean;
  readonly lines: readonly PublicLine[];
};

/** A list that hangs. */
export type HangingList = PublicList & { readonly posting: number };

/** So many lists are shown at once; of more, one is chosen first. */
const mostAtOnce = 3;

/** The lists that hang where somebody lives or works. */
export function hangingLists(lists: readonly HangingList[]): Message {
  if (lists.length === 0) return deadEnd('posted', say('posting.none'));
  if (lists.length > mostAtOnce) return whichList(lists);
  return {
    kind: 'flow-posted',
    parts: [...lists.flatMap(listParts), say('posting.how')],
    options: lists.map((list) =>
      flowPick('posted', 'object', list.posting, 0, '', objectTo(list, lists.length)),
    ),
    actions: [toPerson],
  };
}

/** Somebody of whom it is not known where they live sees no list. */
export function noZone(): Message {
  return deadEnd('posted', say('posting.no-zone'));
}

/** Tells whoever lives in a zone, once, that its list hangs. */
export function listHangs(zone: string, until: string): Message {
  return {
    kind: 'posted',
    parts: [say('posting.hangs', { zone, until: { day: until } })],
    options: [],
    actions: [flowPick('posted', 'open', 0), toPerson],
  };
}

/** What a list says, in the order in which it is read. */
export function listParts(list: PublicList): readonly Phrase[] {
  const { from, lines, listYear, until, untilConfirmed, ward, zone } = list;
  const days = { from: { day: from }, until: { day: until } };
  return [
    say('posting.title', { zone, ward, year: listYear }),
    say('posting.lines', { lines: { numbered: lines.map(linePhrase) } }),
    say(untilConfirmed ? 'posting.days' : 'posting.days-unconfirmed', days),
  ];
}

function linePhrase({ category, name }: PublicLine): Phrase {
  return say('posting.line', { name, class: { phrase: className(category) } });
}

function whichList(lists: readonly HangingList[]): Message {
  return {
    kind: 'flow-posted',
    parts: [say('posting.which-list')],
    options: lists.map(({ from, posting, zone }) =>
      flowPick('posted', 'list', posting, 0, '', say('posting.list-of', { zone, from: { day: from } })),
    ),
    actions: [toPerson],
  };
}

function objectTo({ from, zone }: HangingList, of: number): Phrase {
  return of === 1 ? say('posting.act.object') : say('posting.act.object-to', { zone, from: { day: from } });
}
