/** A fact that nobody could tell is `unknown`, which is never read as "no". */
export type Fact<T> = T | 'unknown';

/** Completed years, as a range: from a year of birth alone two ages are possible. */
export type AgeRange = { readonly min: number; readonly max: number };

/**
 * One person of the household (nhân khẩu). A fact that does not concern this person's age is `unknown` and not read.
 * Read of everybody are `socialAllowance`, `untreatedIllness` and `withoutSecureWork`, of this last since what working age
 * is (độ tuổi lao động) is a gap of ours: whoever is not of working age is `false` there, as the one who answers
 * understands it.
 * What may be left out is read by the standard of 2016–2021 alone; left out it is unknown.
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
  /** Year of birth; left out it is read from the age. It narrows an age that is not known exactly. */
  readonly bornYear?: Fact<number>;
  /** Was too ill to get up, work or learn, and saw no doctor or health worker. */
  readonly untreatedIllness?: Fact<boolean>;
  /** Holds the lower secondary certificate (tốt nghiệp trung học cơ sở) or goes to school now. */
  readonly lowerSecondaryOrLearning?: Fact<boolean>;
  /** Goes to school now, at whatever level. */
  readonly inSchool?: Fact<boolean>;
};

/** What is asked of a person with yes or no. */
export type MemberTruth = Exclude<keyof Member, 'id' | 'age' | 'bornYear'>;

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
export type Area = 'rural' | 'urban';

/**
 * What a household says of itself: facts only, no judgement. Money in VND, area in square metres, both integers.
 * What may be left out is read by the standard of 2016–2021 alone; left out it is unknown.
 */
export type Household = {
  readonly area: Area;
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
  /** Somebody in the household has a telephone subscription (thuê bao điện thoại). */
  readonly phone?: Fact<boolean>;
  /** The village's loudspeakers (loa đài truyền thanh) are heard at home. */
  readonly loudspeaker?: Fact<boolean>;
  /**
   * What the whole household took in over the last 12 months, by source; a source it does not have is 0. Of farm and
   * business what is left after costs, as the interview asks for it; which costs may come off is a gap, so that by such an
   * amount alone an income is over a line unconfirmed only.
   */
  readonly income: Readonly<Record<IncomeSource, Fact<number>>>;
};
