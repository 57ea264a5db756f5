import type { OfficialClass } from '../review/official.ts';
import type { Command } from './command.ts';
import { type Dossier, evolve, type Step } from './dossier.ts';
import type { Party } from './party.ts';
import { type Procedure, procedures } from './procedures.ts';
import { isEnded, type State } from './state.ts';
import { type Audience, type Hand, transitions } from './transitions.ts';

/** Who gives a command: the person, and what they are to the household. */
export type Actor = { readonly id: number; readonly parties: readonly Party[] };

/** What a decision may look at beside the dossier. */
export type View = {
  readonly actor: Actor;
  /** The calendar day in Vietnam. */
  readonly today: string;
  /** The step that the command answers to; null for one that follows from what somebody just did to the case. */
  readonly step: number | null;
  /** The last day of the posting it is on, where it is on one. */
  readonly postedUntil: string | null;
};

/** Why a command is refused; each has a text. */
export type Refusal =
  | 'ended'
  | 'repeated'
  | 'stale'
  | 'not-now'
  | 'not-yours'
  | 'same-person'
  | 'no-class'
  | 'no-meeting'
  | 'meeting-needed'
  | 'posting-needed'
  | 'no-votes'
  | 'wrong-meeting'
  | 'posting-runs'
  | 'no-reason'
  | 'not-poor'
  | 'was-listed'
  | 'not-eligible';

export type Verdict =
  | {
      readonly kind: 'done';
      readonly step: Step;
      readonly dossier: Dossier;
      readonly tells: readonly Audience[];
    }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** One command on one household under review. Pure; a refusal is a value. */
export function decide(command: Command, dossier: Dossier, view: View): Verdict {
  const rule = transitions[command.kind];
  const { actor } = view;
  if (!rule.who.some((party) => actor.parties.includes(party))) return refused('not-yours');
  if (view.step !== null && view.step !== dossier.step)
    return refused(dossier.last === command.kind ? 'repeated' : 'stale');
  if (isEnded(dossier.state)) return refused('ended');
  if (!rule.from.includes(dossier.state)) return refused('not-now');
  if (rule.hand !== undefined && rule.hand !== 'helper' && isTheSame(rule.hand, actor.id, dossier))
    return refused('same-person');
  const found = targetOf(command, dossier, view);
  return typeof found === 'string' ? to(found, command, dossier, view) : refused(found.why);
}

function to(state: State, command: Command, dossier: Dossier, { actor, today }: View): Verdict {
  const step: Step = {
    n: dossier.step + 1,
    command,
    from: dossier.state,
    to: state,
    by: actor.id,
    on: today,
  };
  return { kind: 'done', step, dossier: evolve(dossier, step), tells: transitions[command.kind].tells };
}

/** Did this person have the household in another hand? The same hand may come twice: a head verifies again. */
function isTheSame(hand: Hand, person: number, { hands }: Dossier): boolean {
  const others: readonly Hand[] = ['helper', 'verifier', 'rechecker', 'approver'];
  return others.some((each) => each !== hand && hands[each].includes(person));
}

type Target = State | { readonly why: Refusal };

function targetOf(command: Command, dossier: Dossier, view: View): Target {
  const procedure = procedures[dossier.procedure];
  switch (command.kind) {
    case 'interview':
      return 'interviewed';
    case 'return':
    case 'reopen':
      return 'returned';
    case 'verify':
      return 'verified';
    case 'summon':
      return procedure.meets ? summoned(command.category) : { why: 'no-meeting' };
    case 'vote':
      return voted(command, dossier, procedure);
    case 'post':
      return procedure.posts ? 'posted' : { why: 'no-meeting' };
    case 'complain':
    case 'unassign':
      return 'complaint';
    case 'assign':
      return isTheSame('rechecker', command.rechecker, dossier) ? { why: 'not-eligible' } : 'complaint';
    case 'recheck':
      return withReason(command.reason, 'rechecked');
    case 'submit':
      return submitted(dossier, procedure, view);
    case 'advise':
      return command.agrees ? 'decision' : withReason(command.note, 'complaint');
    case 'recognise':
      return recognised(command.category, dossier);
    case 'decline':
      return withReason(command.reasons, 'declined');
    case 'certify':
      return 'certified';
    case 'withdraw':
      // Who stands on the last list is reviewed all the same in the yearly round, by somebody's visit.
      return dossier.before !== null && procedure.kind === 'yearly' ? 'listed' : 'withdrawn';
    case 'remove':
      return withReason(command.reason, 'removed');
    default:
      return command satisfies never;
  }
}

/** A list copies what people entered, never a reading of ours. */
function summoned(category: OfficialClass | null): Target {
  return category === null ? { why: 'no-class' } : 'meeting';
}

function voted(
  { agreed, inFavour, meeting, present }: Extract<Command, { kind: 'vote' }>,
  dossier: Dossier,
  { share }: Procedure,
): Target {
  if (meeting !== dossier.meeting) return { why: 'wrong-meeting' };
  if (present < 1 || inFavour < 0 || inFavour > present) return { why: 'no-votes' };
  const isEnough = share === null ? agreed : inFavour * 100 >= present * share.value;
  if (isEnough === null) return { why: 'no-votes' };
  return isEnough ? 'agreed' : 'interviewed';
}

/** On the last day of its posting somebody may still object; it goes up on the day after. */
function submitted(dossier: Dossier, procedure: Procedure, { postedUntil, today }: View): Target {
  const next = procedure.asksOpinion ? 'opinion' : 'decision';
  if (dossier.state === 'verified') {
    if (procedure.meets) return { why: 'meeting-needed' };
    return procedure.posts ? { why: 'posting-needed' } : next;
  }
  return postedUntil !== null && today <= postedUntil ? { why: 'posting-runs' } : next;
}

/** A household that leaves the list is recognised too; one that never stood on it is declined with reasons. */
function recognised(category: OfficialClass, { before }: Dossier): Target {
  if (category === 'poor' || category === 'near-poor') return 'recognised';
  return before === null ? { why: 'not-poor' } : 'released';
}

function withReason(reason: string, target: State): Target {
  return reason.trim() === '' ? { why: 'no-reason' } : target;
}

function refused(why: Refusal): Verdict {
  return { kind: 'refused', why };
}
