import {
  applicableStandards,
  assess,
  type Assessment,
  type Category,
  compare,
  type Difference,
  type IsoDate,
  NotInForce,
  type ProvinceCode,
  type Standard,
} from '../rules/index.ts';
import { type Read, refused, type Refused } from './problem.ts';

/** By what households are classified: `on: null` is 1 September of the list year, the first day of the yearly review. */
export type Plan = {
  readonly listYear: number;
  readonly on: IsoDate | null;
  readonly by:
    | { readonly kind: 'applicable'; readonly province: ProvinceCode | null }
    | { readonly kind: 'one'; readonly standard: Standard }
    | { readonly kind: 'compare'; readonly one: Standard; readonly other: Standard };
};

type Place = { readonly file: string; readonly row: number; readonly id: string };

/** One household by one standard, whole. */
export type Classified = Place & { readonly kind: 'classified'; readonly assessment: Assessment };

/** One side of a comparison, without its findings. */
export type Side = Pick<
  Assessment,
  'standard' | 'category' | 'possible' | 'provisional' | 'certainty' | 'deprived' | 'unknown' | 'count'
>;

/** One household by two standards: what each says, and what differs between them and why. */
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

/** Classifies one household; refuses one whose own list year no standard serves. */
export function classify(
  { file, row, rows, id, listYear: own, household }: Read,
  plan: Plan,
): readonly Outcome[] {
  const listYear = own ?? plan.listYear;
  const on = plan.on ?? firstDayOfReview(listYear);
  const place = { file, row, id };
  const { by } = plan;
  switch (by.kind) {
    case 'one':
      return [{ kind: 'classified', ...place, assessment: assess(household, by.standard, listYear, on) }];
    case 'compare': {
      const one = { standard: by.one, listYear };
      const { before, after, differs } = compare(household, one, { standard: by.other, listYear }, on);
      return [{ kind: 'compared', ...place, listYear, before: side(before), after: side(after), differs }];
    }
    case 'applicable': {
      const standards = standardsOf(listYear, by.province);
      if (typeof standards === 'string')
        return [refused(file, row, [{ field: 'listYear', say: standards }], rows)];
      return standards.map((standard) => ({
        kind: 'classified',
        ...place,
        assessment: assess(household, standard, listYear, on),
      }));
    }
    default:
      return by satisfies never;
  }
}

/** The day at which ages hold when none is named. */
export function firstDayOfReview(listYear: number): IsoDate {
  return `${listYear}-09-01`;
}

/** The standards of a list year, or what to do when there is none. */
export function standardsOf(listYear: number, province: ProvinceCode | null): readonly Standard[] | string {
  try {
    return applicableStandards(listYear, province);
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

function side({
  standard,
  category,
  possible,
  provisional,
  certainty,
  deprived,
  unknown,
  count,
}: Assessment): Side {
  return { standard, category, possible, provisional, certainty, deprived, unknown, count };
}
