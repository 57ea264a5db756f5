import type { Household, Member } from '../rules/household.ts';
import type { Known } from '../rules/source.ts';
import type { GroupId } from './groups.ts';

/** What the answers let us propose; only people say to which groups a household belongs. */
export type GroupProposal = {
  readonly proposed: readonly GroupId[];
  /** Nothing in the interview tells these; the head must ask or know. */
  readonly notAsked: readonly GroupId[];
};

/** Who is a child where the law counts those who must be cared for; that it holds for this group too is our assumption. */
export const childBelow: Known<number> = {
  value: 16,
  source: { document: 'Nghị định 07/2021/NĐ-CP', article: 'Điều 3' },
  certainty: 'unconfirmed',
};

/**
 * Proposes "không có khả năng lao động" where everybody is surely a child or receives the allowance of the old and the
 * disabled. Working age is a gap of ours, so no adult is called unable for the age alone.
 */
export function proposeGroups({ members }: Household): GroupProposal {
  const isUnable = members.length > 0 && members.every(isCaredFor);
  return { proposed: isUnable ? ['unable-to-work'] : [], notAsked: ['ethnic-minority', 'merit'] };
}

function isCaredFor({ age, socialAllowance }: Member): boolean {
  return socialAllowance === true || (age !== 'unknown' && age.max < childBelow.value);
}
