import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Due } from '../procedure/deadline.ts';
import { type OfficialClass, officialClasses } from '../review/official.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { className, dueLines, flowPick } from '../talk/told-step.ts';

/** What one who checks a household once more may know of it: never who objects, and no answers. */
export type RecheckCard = {
  readonly dossier: number;
  readonly step: number;
  readonly name: string;
  readonly zone: string;
  readonly address: string | null;
  readonly proposed: OfficialClass | null;
  readonly complaints: readonly string[];
  readonly due: Due | null;
};

/** The card from which somebody checks a household once more; `lead` says why it is shown again. */
export function recheckCard(card: RecheckCard, lead: readonly Phrase[] = []): Message {
  const { address, complaints, due, name, proposed, zone } = card;
  return {
    kind: 'flow-recheck',
    parts: [
      ...lead,
      say('posting.recheck.card', { name, zone }),
      ...(address === null ? [] : [say('posting.recheck.address', { address })]),
      ...(proposed === null
        ? []
        : [say('posting.recheck.proposed', { class: { phrase: className(proposed) } })]),
      complaintsPhrase(complaints),
      ...dueLines(due),
      say('posting.recheck.which'),
    ],
    options: inOrder(proposed).map((category) => classPick(card, category)),
    actions: [toPerson],
    shows: [{ as: 'rechecker', why: 'recheck', dossier: card.dossier }],
  };
}

/** What was said against the class of a household, without who said it. */
export function complaintsPhrase(complaints: readonly string[]): Phrase {
  if (complaints.length === 0) return say('posting.recheck.no-complaint');
  const lines = complaints.map((text) => say('chat.text', { text }));
  return say('posting.recheck.complaints', { lines: { lines } });
}

/** Asks for the reason, which the household and those who objected will read. */
export function recheckReason(at: At, lead: readonly Phrase[] = []): Message {
  return {
    kind: 'flow-recheck',
    parts: [
      ...lead,
      say('posting.recheck.reason', { name: at.name, class: { phrase: className(at.category) } }),
    ],
    options: [],
    actions: [back(at), toPerson],
  };
}

/** Shows once more what will be told before it is. */
export function sureOfRecheck(at: At, reason: string): Message {
  return {
    kind: 'flow-recheck',
    parts: [
      say('posting.recheck.sure', { name: at.name, class: { phrase: className(at.category) }, reason }),
    ],
    options: [
      flowPick('recheck', 'done', at.dossier, at.step, '', say('posting.recheck.act.done')),
      flowPick('recheck', 'class', at.dossier, at.step, at.category, say('posting.recheck.act.reword')),
      back(at),
    ],
    actions: [toPerson],
  };
}

/** A household was checked once more. */
export function rechecked(name: string): Message {
  return deadEnd('step', say('posting.recheck.done', { name }));
}

/** The households that wait for this person to check them once more. */
export function toRecheck(all: readonly { readonly dossier: number; readonly name: string }[]): Message {
  if (all.length === 0) return deadEnd('refused', say('posting.recheck.nothing'));
  return {
    kind: 'flow-recheck',
    parts: [say('posting.recheck.list')],
    options: all.map(({ dossier, name }) =>
      flowPick('recheck', 'open', dossier, 0, '', say('posting.recheck.act.one', { name })),
    ),
    actions: [toPerson],
    shows: [{ as: 'rechecker', why: 'list' }],
  };
}

type At = {
  readonly dossier: number;
  readonly step: number;
  readonly name: string;
  readonly category: OfficialClass;
};

/** The class that stands goes first. */
function inOrder(proposed: OfficialClass | null): readonly OfficialClass[] {
  const others = officialClasses.filter((each) => each !== proposed);
  return proposed === null ? others : [proposed, ...others];
}

function classPick({ dossier, proposed, step }: RecheckCard, category: OfficialClass) {
  const word = category === proposed ? 'posting.recheck.act.keep' : 'posting.recheck.act.change';
  return flowPick(
    'recheck',
    'class',
    dossier,
    step,
    category,
    say(word, { class: { phrase: className(category) } }),
  );
}

function back({ dossier }: At) {
  return flowPick('recheck', 'open', dossier, 0, '', say('posting.recheck.act.back'));
}
