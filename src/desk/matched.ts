import type { Like } from '../match/likeness.ts';
import type { Review } from '../review/review.ts';
import { may } from '../rights.ts';
import type { Interview } from '../survey/interview.ts';

/** What a match is kept as; `later`: of two cases of one household the later one goes on, `same`: the first. */
export type MatchState = 'suspected' | 'same' | 'later' | 'apart';

/** A household of the list of the year before that may be the one of the case. */
export type ListedMatched = {
  readonly kind: 'listed';
  readonly id: number;
  readonly state: MatchState;
  readonly why: readonly Like[];
  readonly listed: {
    readonly name: string;
    readonly address: string | null;
    readonly people: number | null;
    readonly category: 'poor' | 'near-poor';
    readonly listYear: number;
  };
};

/** Another case that may be of the same household. */
export type CaseMatched = {
  readonly kind: 'case';
  readonly id: number;
  readonly state: MatchState;
  readonly why: readonly Like[];
  /** Is the case on the desk the later one of the two? */
  readonly isLater: boolean;
  readonly other: {
    readonly case: number;
    readonly interview: Interview;
    readonly review: Review;
    /** The day it came, Vietnam time. */
    readonly sentOn: string;
    /** Another match has set it aside already. */
    readonly isAside: boolean;
    /** It is of the reader's own household: nothing of it is shown, and the reader decides nothing about it. */
    readonly isOwn: boolean;
  };
};

export type Matched = ListedMatched | CaseMatched;

/** What two cases of one household come to for the one on the desk. */
export function standingOf({ state, isLater }: CaseMatched): 'suspected' | 'goes-on' | 'aside' | 'apart' {
  if (state === 'suspected' || state === 'apart') return state;
  return (state === 'later') === isLater ? 'goes-on' : 'aside';
}

/** What a head may say of a match now, beside what is held of it already. */
export function verdictsOn(
  matched: Matched,
  subject: { readonly interview: Interview; readonly matched?: readonly Matched[] },
): readonly Verdict[] {
  const decided = matched.state === 'suspected' ? [] : (['undo'] as const);
  if (matched.kind === 'listed')
    return [...(['same', 'apart'] as const).filter((each) => each !== matched.state), ...decided];
  const { isOwn, isAside, interview } = matched.other;
  if (isOwn) return [];
  const standing = standingOf(matched);
  const isMineAside = asideBy({ ...subject, except: matched.id }) !== null;
  const mine = standing !== 'goes-on' && !isMineAside && maySetAside(interview);
  const other = standing !== 'aside' && !isAside && maySetAside(subject.interview);
  return [
    ...(mine ? (['mine'] as const) : []),
    ...(other ? (['other'] as const) : []),
    ...(standing === 'apart' ? [] : (['apart'] as const)),
    ...decided,
  ];
}

/** One household: the listed one, or going on in this case or in the other; two households; or open again. */
export type Verdict = 'same' | 'mine' | 'other' | 'apart' | 'undo';

/** What is kept of a verdict. */
export function stateFor(verdict: Verdict, matched: Matched): MatchState {
  if (verdict === 'apart') return 'apart';
  if (verdict === 'undo') return 'suspected';
  if (matched.kind === 'listed') return 'same';
  return (verdict === 'mine') === matched.isLater ? 'later' : 'same';
}

/** The case in which the household goes on while this one is set aside; null while it is not. */
export function asideBy(subject: {
  readonly matched?: readonly Matched[];
  /** A match that is left out of account. */
  readonly except?: number;
}): number | null {
  const by = (subject.matched ?? []).find(
    (each) => each.kind === 'case' && each.id !== subject.except && standingOf(each) === 'aside',
  );
  return by?.kind === 'case' ? by.other.case : null;
}

function maySetAside({ stage }: Interview): boolean {
  return may(['head'], 'set-aside', stage);
}
