import type { Cause } from '../review/cause.ts';
import type { Category, IndicatorId } from '../rules/assessment.ts';
import { type GroupId, groups } from './groups.ts';

/** A household that is to be visited, by what its verified case says. */
export type Visited = {
  readonly id: number;
  readonly category: Category;
  readonly groups: readonly GroupId[];
  readonly causes: readonly Cause[];
  readonly deprived: readonly IndicatorId[];
};

/** Why a household may be visited before others, the most pressing first. A proposal of ours; no law says it. */
export const visitReasons = ['unable-to-work', 'illness', 'children', 'poor'] as const;
export type VisitReason = (typeof visitReasons)[number];

/** A household and the reasons for its place. */
export type Visit = { readonly household: Visited; readonly reasons: readonly VisitReason[] };

/** The households of one group, whom to visit first at the front. */
export type GroupVisits = { readonly group: GroupId; readonly visits: readonly Visit[] };

/**
 * Proposes for each group whom to visit first: by the most pressing reason that one household has and the other has not,
 * then by how much it lacks. The group with the most pressing household comes first; a household stands in each of its groups.
 */
export function visitOrder(households: readonly Visited[]): readonly GroupVisits[] {
  const visits = households
    .map((household) => ({ household, reasons: visitReasons.filter((reason) => isSo[reason](household)) }))
    .toSorted(byPressing);
  return groups
    .map(({ id }) => ({
      group: id,
      visits: visits.filter(({ household }) => groupsOf(household).includes(id)),
    }))
    .filter((of) => of.visits.length > 0)
    .toSorted(({ visits: [a] }, { visits: [b] }) => (a && b ? byPressing(a, b) : 0));
}

const isSo: Readonly<Record<VisitReason, (household: Visited) => boolean>> = {
  'unable-to-work': ({ groups: own }) => own.includes('unable-to-work'),
  illness: ({ causes, deprived }) => causes.includes('illness') || deprived.includes('health-care'),
  children: ({ deprived }) => deprived.includes('nutrition') || deprived.includes('child-school'),
  poor: ({ category }) => category === 'poor',
};

function byPressing(a: Visit, b: Visit): number {
  const differing = visitReasons.find((reason) => a.reasons.includes(reason) !== b.reasons.includes(reason));
  if (differing !== undefined) return a.reasons.includes(differing) ? -1 : 1;
  return b.household.deprived.length - a.household.deprived.length;
}

/** Whoever is in no group is among the others. */
function groupsOf({ groups: own }: Visited): readonly GroupId[] {
  return own.length === 0 ? ['other'] : own;
}
