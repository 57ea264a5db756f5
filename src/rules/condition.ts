import type {
  ColumnMaterial,
  Device,
  Latrine,
  RoofMaterial,
  WallMaterial,
  WaterSource,
} from './household.ts';
import type { Gap } from './source.ts';

/** Completed years, `from` included, `below` not; `below: null` has no upper end. */
export type AgeBand = { readonly from: number; readonly below: number | null };

/** Which materials of one part of the house are durable (bền chắc) and which are not; one in neither list is not settled. */
export type Materials<M> = { readonly durable: readonly M[]; readonly weak: readonly M[] };

/** When a household is deprived in one indicator, with the law's parameters and none of its facts. */
export type Condition =
  | { readonly kind: 'without-secure-work'; readonly workingAge: Gap }
  | { readonly kind: 'dependents'; readonly overPercent: number; readonly children: AgeBand }
  /** `table`: which height and weight are too little for an age. */
  | { readonly kind: 'undernourished'; readonly ages: AgeBand; readonly table: Gap }
  | { readonly kind: 'untreated' }
  | { readonly kind: 'uninsured'; readonly ages: AgeBand }
  /** `certificates`: which certificate fits which age. */
  | { readonly kind: 'unqualified'; readonly ages: AgeBand; readonly certificates: Gap }
  | { readonly kind: 'without-lower-secondary'; readonly ages: AgeBand; readonly bornFrom: number }
  /** `levels`: which level of school fits which age. */
  | { readonly kind: 'out-of-school'; readonly ages: AgeBand; readonly levels: Gap }
  | { readonly kind: 'not-in-school'; readonly ages: AgeBand }
  | {
      readonly kind: 'weak-parts';
      readonly atLeast: number;
      readonly walls: Materials<WallMaterial>;
      readonly columns: Materials<ColumnMaterial>;
      readonly roof: Materials<RoofMaterial>;
      readonly otherMaterials: Gap;
    }
  | { readonly kind: 'area-per-person'; readonly below: number }
  | { readonly kind: 'no-clean-water'; readonly clean: readonly WaterSource[] }
  | { readonly kind: 'no-hygienic-latrine'; readonly hygienic: readonly Latrine[] }
  | { readonly kind: 'no-internet' }
  | { readonly kind: 'no-phone-nor-internet' }
  | { readonly kind: 'no-device'; readonly anyOf: readonly Device[] }
  | { readonly kind: 'no-device-nor-loudspeaker'; readonly anyOf: readonly Device[] }
  | { readonly kind: 'under-income-line' };

/** The condition of one kind, for the function that reads it. */
export type ConditionOf<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

/** Conditions about one member after another. */
export type PeopleCondition = ConditionOf<
  | 'without-secure-work'
  | 'dependents'
  | 'undernourished'
  | 'untreated'
  | 'uninsured'
  | 'unqualified'
  | 'without-lower-secondary'
  | 'out-of-school'
  | 'not-in-school'
>;
