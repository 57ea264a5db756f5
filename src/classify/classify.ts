import {
  applicableStandards,
  assess,
  type Assessment,
  type Category,
  compare,
  type Difference,
  type IsoDate,
  type Standard,
} from '../rules/index.ts';
import { nearestYear, notServed, type Way } from './list-years.ts';
import { problemAt, type Read, type Refused } from './problem.ts';

/**
 * By what households are classified: `listYear` is for those that tell none, and `on: null` is 1 September of the list
 * year, the first day of the yearly review.
 */
export type Plan = {
  readonly listYear: number | null;
  readonly on: IsoDate | null;
  readonly by: Way;
};

type Place = { readonly file: string; readonly row: number; readonly id: string };

/** One household by one standard, whole. */
export type Classified = Place & { readonly kind: 'classified'; readonly assessment: Assessment };

/** One side of a comparison, without its findings; `draft` as `restsOnDraft` says it. */
export type Side = Pick<
  Assessment,
  | 'standard'
  | 'listYear'
  | 'category'
  | 'possible'
  | 'provisional'
  | 'certainty'
  | 'deprived'
  | 'unknown'
  | 'count'
> & { readonly draft: boolean };

/**
 * One household by two standards: what each says, and what differs between them and why. `listYear` is the household's;
 * a standard that does not serve it reads for the nearest year that it does serve.
 */
export type Compared = Place & {
  readonly kind: 'compared';
  readonly listYear: number;
  readonly before: Side;
  readonly after: Side;
  readonly differs: readonly Difference[];
};

export type Class = Category | 'undetermined';

/** What becomes of one household: an output for each standard, or one comparison, or a refusal. */
export type Outcome = Classified | Compared | Refused;

/** Classifies one household; refuses one whose list year is not served as the plan wants it. */
export function classify(read: Read, plan: Plan): readonly Outcome[] {
  const { file, row, id, listYear, household } = read;
  const on = plan.on ?? firstDayOfReview(listYear);
  const place = { file, row, id };
  const { by } = plan;
  const wrong = notServed(listYear, by);
  if (wrong !== null) return [refusedYear(read, wrong)];
  if (by.kind === 'compare') {
    const inItsYear = (standard: Standard) => ({ standard, listYear: nearestYear(standard, listYear) });
    const { before, after, differs } = compare(household, inItsYear(by.one), inItsYear(by.other), on);
    return [{ kind: 'compared', ...place, listYear, before: side(before), after: side(after), differs }];
  }
  const standards = by.kind === 'one' ? [by.standard] : applicableStandards(listYear, by.province);
  return standards.map((standard) => ({
    kind: 'classified',
    ...place,
    assessment: assess(household, standard, listYear, on),
  }));
}

/** The day at which ages hold when none is named. */
function firstDayOfReview(listYear: number): IsoDate {
  return `${listYear}-09-01`;
}

function refusedYear({ file, row, last, rows, id }: Read, say: string): Refused {
  const household = { id, first: row, last };
  const problems = [problemAt(file, row, say, 'listYear')];
  return { kind: 'refused', household, rows, problems, spoilt: null };
}

function side(assessment: Assessment): Side {
  const { standard, listYear, category, possible, provisional, certainty, deprived, unknown, count } =
    assessment;
  const draft = restsOnDraft(assessment);
  return { standard, listYear, category, possible, provisional, certainty, draft, deprived, unknown, count };
}

/** Whether a rule that it goes by was seen in a draft only. */
export function restsOnDraft({ findings }: Assessment): boolean {
  return findings.some(({ source }) => source?.draft === true);
}
