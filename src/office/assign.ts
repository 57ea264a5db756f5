import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Due } from '../procedure/deadline.ts';
import type { Dossier } from '../procedure/dossier.ts';
import type { Role } from '../rights.ts';
import { toPerson, deadEnd } from '../survey/person.ts';
import { dueLines, flowPick } from '../talk/told-step.ts';
import { complaintsPhrase } from './recheck.ts';

/** Somebody who may be asked to check a household once more. */
export type Candidate = {
  readonly person: number;
  readonly role: Role | 'officer';
  /** As the ward named them, where it did. */
  readonly name: string | null;
  /** Where they hold their post; null at the office. */
  readonly zone: string | null;
};

/** Who is too near to a household to check it once more: its people, its kin, whoever had it in hand or objects to it. */
export function apartFrom(
  { hands }: Pick<Dossier, 'hands'>,
  near: {
    readonly owner: number | null;
    readonly kin: readonly number[];
    readonly complainants: readonly number[];
  },
): ReadonlySet<number> {
  return new Set([
    ...(near.owner === null ? [] : [near.owner]),
    ...near.kin,
    ...near.complainants,
    ...hands.helper,
    ...hands.verifier,
    ...hands.approver,
  ]);
}

/** What an officer sees of a household to which somebody objects. */
export type AssignCard = {
  readonly dossier: number;
  readonly step: number;
  readonly name: string;
  readonly zone: string;
  readonly complaints: readonly string[];
  /** Who checks it once more already. */
  readonly now: Candidate | null;
  readonly candidates: readonly Candidate[];
  readonly due: Due | null;
};

/** Asks who checks a household once more; `lead` says why it is asked again. */
export function whoRechecks(card: AssignCard, self: number, lead: readonly Phrase[] = []): Message {
  const { candidates, complaints, dossier, due, name, now, step, zone } = card;
  return {
    kind: 'flow-assign',
    parts: [
      ...lead,
      say('posting.assign.card', { name, zone }),
      complaintsPhrase(complaints),
      ...(now === null ? [] : [say('posting.assign.now', { who: { phrase: candidateWords(now, self) } })]),
      ...dueLines(due),
      say(candidates.length === 0 ? 'posting.assign.nobody' : 'posting.assign.which'),
    ],
    options: candidates.map((each) =>
      flowPick('assign', 'to', dossier, step, each.person.toString(36), candidateWords(each, self)),
    ),
    actions: [toPerson],
    shows: [{ as: 'officer', why: 'recheck', dossier }],
  };
}

/** Somebody was asked to check a household once more. */
export function assigned(name: string, who: Candidate, self: number, dossier: number): Message {
  const done = say('posting.assign.done', { name, who: { phrase: candidateWords(who, self) } });
  return {
    kind: 'step',
    parts: [done],
    options: who.person === self ? [flowPick('recheck', 'open', dossier)] : [],
    actions: [flowPick('assign', 'open', 0), toPerson],
  };
}

/** The households for which nobody was asked yet. */
export function toAssign(
  all: readonly { readonly dossier: number; readonly name: string; readonly zone: string }[],
): Message {
  if (all.length === 0) return deadEnd('refused', say('posting.assign.nothing'));
  return {
    kind: 'flow-assign',
    parts: [say('posting.assign.list')],
    options: all.map(({ dossier, name, zone }) =>
      flowPick('assign', 'open', dossier, 0, '', say('posting.assign.one', { name, zone })),
    ),
    actions: [toPerson],
    shows: [{ as: 'officer', why: 'list' }],
  };
}

function candidateWords({ name, person, role, zone }: Candidate, self: number): Phrase {
  if (person === self) return say('posting.assign.self');
  const where = { zone: zone ?? '', name: name ?? String(person) };
  return say(`posting.assign.${role}${name === null ? '-unnamed' : ''}`, where);
}
