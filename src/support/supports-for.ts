import type { Cause } from '../review/cause.ts';
import type { Category, IndicatorId } from '../rules/assessment.ts';
import { doubtOf } from '../rules/certainty.ts';
import type { Area } from '../rules/household.ts';
import type { Certainty, IsoDate } from '../rules/source.ts';
import type { GroupId } from './groups.ts';
import { inForce } from './in-force.ts';
import { policies } from './policies.ts';
import type { Policy, Recipient } from './policy.ts';

/** A household as support is looked for: its recognised class, and what it lacks by which its case was verified. */
export type Need = {
  readonly on: IsoDate;
  readonly area: Area;
  readonly category: Category;
  /** The day on which it was recognised as no longer poor or near-poor; null for all others. */
  readonly leftPovertyOn: IsoDate | null;
  readonly deprived: readonly IndicatorId[];
  readonly causes: readonly Cause[];
  readonly groups: readonly GroupId[];
};

/** A policy that a household may ask for, what of it, and why just this household. */
export type Support = {
  readonly policy: Policy;
  readonly recipient: Recipient;
  readonly because: {
    readonly indicators: readonly IndicatorId[];
    readonly causes: readonly Cause[];
    readonly groups: readonly GroupId[];
  };
  readonly certainty: Certainty;
};

/** The support of that day for a household: what fits a deprivation or cause of its first, of those the surest. */
export function supportsFor(need: Need): readonly Support[] {
  return policies
    .flatMap((policy) => supportOf(policy, need))
    .toSorted(
      (a, b) => Number(isFitting(b)) - Number(isFitting(a)) || doubtOf(a.certainty) - doubtOf(b.certainty),
    );
}

/** Whether it helps against something that was found of the household. */
export function isFitting({ because }: Support): boolean {
  return because.indicators.length + because.causes.length > 0;
}

function supportOf(policy: Policy, need: Need): readonly Support[] {
  const force = inForce(policy.inForce, need.on);
  const recipient = policy.recipients.find((each) => isRecipient(each, need));
  if (force === 'no' || recipient === undefined) return [];
  const { fits } = policy;
  const because = {
    indicators: fits.indicators.filter((id) => need.deprived.includes(id)),
    causes: fits.causes.filter((cause) => need.causes.includes(cause)),
    groups: recipient.when?.kind === 'group' ? [recipient.when.group] : [],
  };
  const certainty = force === 'sure' ? recipient.gives.certainty : 'unconfirmed';
  return [{ policy, recipient, because, certainty }];
}

function isRecipient({ to, when }: Recipient, need: Need): boolean {
  return isOfClass(to, need) && meets(when, need);
}

function isOfClass(to: Recipient['to'], { category, leftPovertyOn, on }: Need): boolean {
  switch (to) {
    case 'poor':
    case 'near-poor':
    case 'average':
      return category === to;
    case 'newly-left':
      return category !== 'poor' && category !== 'near-poor' && leftPovertyOn !== null && leftPovertyOn <= on;
    case 'anybody':
      return true;
    default:
      return to satisfies never;
  }
}

function meets(when: Recipient['when'], { area, groups, leftPovertyOn, on }: Need): boolean {
  switch (when?.kind) {
    case undefined:
    case 'farm':
    case 'accused':
      return true;
    case 'rural':
      return area === 'rural';
    case 'group':
      return groups.includes(when.group);
    case 'left-within':
      return leftPovertyOn !== null && (when.years === null || on < yearsAfter(leftPovertyOn, when.years));
    default:
      return when satisfies never;
  }
}

/** The same day so many years later, to be compared with; of 29 February it may be a day that does not exist. */
function yearsAfter(day: IsoDate, years: number): IsoDate {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
