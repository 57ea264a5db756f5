import { z } from 'zod';
import { officialClasses } from '../review/official.ts';
import type { Command, CommandKind } from './command.ts';
import { procedureIds } from './procedures.ts';
import { type State, stateSchema } from './state.ts';
import { type Hand, transitions } from './transitions.ts';

const person = z.number().int();

/**
 * Why a household is reviewed: it stood on the last list; it asked (Mẫu số 01); or it asked to leave the list it stands
 * on (Mẫu số 04).
 */
export const originSchema = z.enum(['listed', 'asked', 'leaving']);
export type Origin = z.infer<typeof originSchema>;

/** One household in one round of review (hồ sơ của một hộ trong một đợt rà soát), as it stands. Plain JSON. */
export const dossierSchema = z.object({
  procedure: z.enum(procedureIds),
  origin: originSchema,
  /** What it is on the last list; null when it is not on it. */
  before: z.enum(['poor', 'near-poor']).nullable(),
  state: stateSchema,
  /** Rises with each step, so that a command repeated is known. */
  step: z.number().int(),
  /** The command of the latest step, and the day of it. */
  last: z.string().nullable(),
  since: z.iso.date(),
  /** What people wrote on its paper form, or found when it was checked once more. */
  proposed: z.enum(officialClasses).nullable(),
  decided: z.enum(officialClasses).nullable(),
  /** In whose hands it has been, so that those who check one another are different persons. */
  hands: z.object({
    helper: z.array(person),
    verifier: z.array(person),
    rechecker: z.array(person),
    approver: z.array(person),
  }),
  /** Who checks it once more, while somebody objects. */
  rechecker: person.nullable(),
  /** The meeting on whose agenda it is, and the list on which it went up. */
  meeting: z.number().int().nullable(),
  list: z.number().int().nullable(),
  posting: z.number().int().nullable(),
  /** It has been checked once more, so its posting is that of a result after a complaint. */
  wasRechecked: z.boolean(),
});
export type Dossier = z.infer<typeof dossierSchema>;

/** A household as a round takes it in. */
export function newDossier(start: Pick<Dossier, 'procedure' | 'origin' | 'before' | 'since'>): Dossier {
  return {
    ...start,
    state: 'listed',
    step: 0,
    last: null,
    proposed: null,
    decided: null,
    hands: { helper: [], verifier: [], rechecker: [], approver: [] },
    rechecker: null,
    meeting: null,
    list: null,
    posting: null,
    wasRechecked: false,
  };
}

/** One numbered step of a household: what was done, by whom, on which day, and where it led. */
export type Step = {
  readonly n: number;
  readonly command: Command;
  readonly from: State;
  readonly to: State;
  readonly by: number;
  readonly on: string;
};

/** What happens to a household without moving it on. */
const goesOn: readonly CommandKind[] = ['complain', 'assign', 'unassign'];

/** The dossier after a step. */
export function evolve(dossier: Dossier, { n, command, to, by, on }: Step): Dossier {
  const next = {
    ...dossier,
    state: to,
    step: n,
    last: command.kind,
    // A further complaint, or another person to check, gives nobody more days.
    since: goesOn.includes(command.kind) && dossier.state === to ? dossier.since : on,
    ...handed(dossier, command.kind, by),
  };
  switch (command.kind) {
    case 'interview':
      return { ...next, hands: { ...dossier.hands, helper: helpersWith(dossier, command.helper) } };
    case 'summon':
      return { ...next, meeting: command.meeting, proposed: command.category };
    case 'post':
      return { ...next, posting: command.posting };
    case 'assign':
      return { ...next, rechecker: command.rechecker };
    case 'unassign':
      return { ...next, rechecker: null };
    case 'recheck':
      return { ...next, proposed: command.category, rechecker: null, wasRechecked: true };
    case 'submit':
      return { ...next, list: command.list };
    case 'recognise':
      return { ...next, decided: command.category };
    case 'withdraw':
      // A household of the last list is visited by somebody else: its own answers count no more.
      return { ...next, proposed: null, hands: { ...dossier.hands, helper: [], verifier: [] } };
    case 'return':
    case 'reopen':
    case 'verify':
    case 'vote':
    case 'complain':
    case 'advise':
    case 'decline':
    case 'certify':
    case 'remove':
      return next;
    default:
      return command satisfies never;
  }
}

function helpersWith({ hands }: Dossier, helper: number | null): number[] {
  return helper === null ? hands.helper : [...new Set([...hands.helper, helper])];
}

function handed({ hands }: Dossier, kind: CommandKind, by: number): Pick<Dossier, 'hands'> {
  const hand: Hand | undefined = transitions[kind].hand;
  // Who helped with an interview is said by the command: a household helps itself.
  if (hand === undefined || hand === 'helper') return { hands };
  return { hands: { ...hands, [hand]: [...new Set([...hands[hand], by])] } };
}
