/** A fact that nobody could tell is `unknown`, which is never read as "no". */
export type Fact<T> = T | 'unknown';

/** Completed years, as a range: from a year of birth alone two ages are possible. */
export type AgeRange = { readonly min: number; readonly max: number };

/**
 * One person of the household (nhân khẩu). A fact that does not concern this person's age is `unknown` and not read;
 * only `withoutSecureWork` is read of everybody, so whoever is not of an age to be asked is `false` there.
 */
export type Member = {
  readonly id: string;
  readonly age: Fact<AgeRange>;
  /** Wants to work and finds none, or works for wages without a labour contract (hợp đồng lao động). */
  readonly withoutSecureWork: Fact<boolean>;
  /** Receives the monthly social allowance (trợ cấp xã hội hằng tháng) as an old or disabled person. */
  readonly socialAllowance: Fact<boolean>;
  /** A health worker said or wrote: too short or too light for the age. */
  readonly undernourished: Fact<boolean>;
  readonly healthInsurance: Fact<boolean>;
  /** Is learning, or holds the certificate that fits the age (or on-the-job training certified by the employer). */
  readonly learningOrQualified: Fact<boolean>;
  /** A child that goes to school at the level of its age. */
  readonly atSchool: Fact<boolean>;
};

export type WallMaterial = 'concrete' | 'brick' | 'durable-wood' | 'weak-wood' | 'bamboo-earth' | 'makeshift';
export type ColumnMaterial = 'concrete' | 'brick' | 'steel-durable-wood' | 'weak-wood-bamboo' | 'none';
export type RoofMaterial = 'concrete' | 'tile' | 'sheet' | 'leaf-thatch' | 'makeshift';
export type WaterSource =
  | 'piped'
  | 'drilled-well'
  | 'protected-well'
  | 'protected-spring'
  | 'rain'
  | 'bottled'
  | 'open-well'
  | 'open-spring'
  | 'river-pond'
  | 'other';
export type Latrine =
  'septic' | 'pour-flush' | 'ventilated' | 'pit-with-slab' | 'two-vault' | 'open-pit' | 'over-water' | 'none';
export type Device = 'tv' | 'radio' | 'desktop' | 'phone' | 'laptop' | 'tablet' | 'smartphone';
export type IncomeSource = 'wages' | 'farm' | 'business' | 'allowances' | 'remittances';

/** What a household says of itself: facts only, no judgement. Money in VND, area in square metres, both integers. */
export type Household = {
  readonly area: 'rural' | 'urban';
  readonly members: readonly Member[];
  readonly walls: Fact<WallMaterial>;
  readonly columns: Fact<ColumnMaterial>;
  readonly roof: Fact<RoofMaterial>;
  readonly floorArea: Fact<number>;
  readonly water: Fact<WaterSource>;
  readonly latrine: Fact<Latrine>;
  /** Somebody in the household uses the internet. */
  readonly internet: Fact<boolean>;
  readonly devices: Fact<readonly Device[]>;
  /** What the whole household took in over the last 12 months, by source; a source it does not have is 0. */
  readonly income: Readonly<Record<IncomeSource, Fact<number>>>;
};
