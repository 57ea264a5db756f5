import type { OfficialClass } from '../review/official.ts';

/** A household as a village meeting sees it: its name and the class on its paper form, nothing of what it told. */
export type Guest = {
  /** The number of its dossier, and the step at which that stands. */
  readonly id: number;
  readonly step: number;
  readonly case: number | null;
  readonly name: string;
  readonly category: OfficialClass | null;
};

/** A village meeting that was called, or one that was held and of which something is still to be written down. */
export type MeetingSeen = {
  readonly id: number;
  /** The first, second, … of its zone in the round. */
  readonly n: number;
  readonly on: string;
  readonly time: string;
  readonly place: string;
  /** Who took part by group; null while that is not written down. */
  readonly attendance: readonly number[] | null;
};

/** The meetings of one zone in one round, as the one sees them who acts for these households there. */
export type Seat = {
  readonly zone: number;
  readonly zoneName: string;
  readonly round: number;
  /** The share of those present that must agree, in percent, and where that stands; null where the chair says it. */
  readonly share: { readonly percent: number; readonly source: string; readonly isSure: boolean } | null;
  /** Until which day the households that wait are to have their meeting. */
  readonly until: string;
  /** Signed by the head, and on no agenda. */
  readonly waiting: readonly Guest[];
  readonly agenda: readonly Guest[];
  /** How many households of the zone somebody else looks after there. */
  readonly others: number;
  readonly meeting: MeetingSeen | null;
  /** The number that the next meeting gets. */
  readonly next: number;
};

/** Who takes part in a meeting (Decision 24/2021, Article 4); the last one is invited to supervise. */
export const groups = [
  'steering',
  'officer',
  'party',
  'unions',
  'reviewers',
  'reviewed',
  'others',
  'front',
] as const;

/** So many of one group are at most believed to be there. */
export const mostPresent = 2000;

/**
 * How many of those present are counted when they vote. The Front (MTTQ) is invited to supervise and left out; whether
 * the law counts it among those who take part is not confirmed.
 */
export function presentOf(attendance: readonly number[]): number {
  return attendance.slice(0, groups.indexOf('front')).reduce((sum, each) => sum + each, 0);
}
