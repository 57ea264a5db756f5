import type { Movement } from '../procedure/movement.ts';
import type { State } from '../procedure/state.ts';
import type { Cause } from '../review/cause.ts';
import type { OfficialClass } from '../review/official.ts';
import type { IndicatorId } from '../rules/assessment.ts';
import type { GroupId } from '../support/groups.ts';
import type { SupportName } from '../support/policy.ts';

/** When a person was born, as it was told; an age is of the day on which it was said. */
export type Birth =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'age'; readonly years: number; readonly on: string };

/** One person of a household (nhân khẩu). */
export type ReportMember = {
  readonly id: string;
  readonly name: string;
  /** What the person is to the one who spoke, in that one's own words; null where it was not said. */
  readonly relation: string | null;
  readonly birth: Birth | null;
  /** Under 16 on the day of the review; null where the age leaves it open. */
  readonly isChild: boolean | null;
};

/** What the standing reading found of one indicator, and of whom. */
export type ReportFinding = {
  readonly indicator: IndicatorId;
  readonly verdict: 'deprived' | 'not-deprived' | 'unknown';
  readonly members: readonly string[];
};

/** One household of a round as the report tables count it. What nobody wrote down is null, and is never counted as a "no". */
export type ReportHousehold = {
  readonly dossier: number;
  readonly zone: number;
  /** By what it is called: the first member it told, else the name on the last list. */
  readonly name: string;
  readonly state: State;
  /** Taken off because another dossier of the round is of the same household: no table counts it. */
  readonly isTwin: boolean;
  readonly before: 'poor' | 'near-poor' | null;
  /** What was recognised; null where nothing was, or nothing has been decided yet. */
  readonly after: OfficialClass | null;
  /** Nothing has been decided yet. */
  readonly isOpen: boolean;
  /** Null while nothing is decided. */
  readonly movement: Movement | null;
  /** How many people it has: as it told, else as the last list says; null where neither does. */
  readonly people: number | null;
  /** Null where nobody answered for it. */
  readonly members: readonly ReportMember[] | null;
  /** The groups that people put it into; null where nobody has. */
  readonly groups: readonly GroupId[] | null;
  readonly causes: readonly Cause[] | null;
  /** By the national standard of the list, of the answers as they were verified; null where there is no reading. */
  readonly findings: readonly ReportFinding[] | null;
  /** Support that was promised, and the day on which it arrived, if it did. */
  readonly supports: readonly ReportSupport[];
};

/** One support that was promised. Days are `YYYY-MM-DD`. */
export type ReportSupport = {
  readonly policy: string;
  readonly name: SupportName | null;
  readonly promisedOn: string;
  readonly arrivedOn: string | null;
};

/** The classes for which there are tables. */
export type Listed = 'poor' | 'near-poor';

/** On which list it is now: as it was recognised, or as it stays where only a request ended; null for none of the two. */
export function standsAs({ after, before, movement }: ReportHousehold): Listed | null {
  if (after === 'poor' || after === 'near-poor') return after;
  return movement === 'stays-poor' || movement === 'stays-near-poor' ? before : null;
}

/** Is it recognised as that? */
export function isNow(listed: Listed, { after }: ReportHousehold): boolean {
  return after === listed;
}
