import type { Category, Finding, ProvinceCode, StandardId, Unit } from './assessment.ts';
import type {
  ColumnMaterial,
  Device,
  IncomeSource,
  Latrine,
  MemberTruth,
  RoofMaterial,
  WallMaterial,
  WaterSource,
} from './household.ts';

/** All members of a union, in the order written down; the compiler refuses one that is missing. */
function every<T extends string>(all: Readonly<Record<T, true>>): readonly T[] {
  const isOne = (key: string): key is T => key in all;
  return Object.keys(all).filter(isOne);
}

export const wallMaterials = every<WallMaterial>({
  concrete: true,
  brick: true,
  'durable-wood': true,
  'weak-wood': true,
  'bamboo-earth': true,
  makeshift: true,
});
export const columnMaterials = every<ColumnMaterial>({
  concrete: true,
  brick: true,
  'steel-durable-wood': true,
  'weak-wood-bamboo': true,
  none: true,
});
export const roofMaterials = every<RoofMaterial>({
  concrete: true,
  tile: true,
  sheet: true,
  'leaf-thatch': true,
  makeshift: true,
});
export const waterSources = every<WaterSource>({
  piped: true,
  'drilled-well': true,
  'protected-well': true,
  'protected-spring': true,
  rain: true,
  bottled: true,
  'open-well': true,
  'open-spring': true,
  'river-pond': true,
  other: true,
});
export const latrines = every<Latrine>({
  septic: true,
  'pour-flush': true,
  ventilated: true,
  'pit-with-slab': true,
  'two-vault': true,
  'open-pit': true,
  'over-water': true,
  none: true,
});
/** The commonest first. */
export const devices = every<Device>({
  smartphone: true,
  phone: true,
  tv: true,
  radio: true,
  laptop: true,
  desktop: true,
  tablet: true,
});
export const incomeSources = every<IncomeSource>({
  wages: true,
  farm: true,
  business: true,
  allowances: true,
  remittances: true,
});

export const memberTruths = every<MemberTruth>({
  withoutSecureWork: true,
  socialAllowance: true,
  undernourished: true,
  healthInsurance: true,
  learningOrQualified: true,
  atSchool: true,
  untreatedIllness: true,
  lowerSecondaryOrLearning: true,
  inSchool: true,
});

export const findingRules = every<Finding['rule']>({
  income: true,
  'income-near-poor': true,
  'income-average': true,
  employment: true,
  dependents: true,
  nutrition: true,
  'health-care': true,
  'health-insurance': true,
  'adult-education': true,
  'child-school': true,
  'housing-quality': true,
  'housing-area': true,
  water: true,
  latrine: true,
  telecom: true,
  'info-devices': true,
  waste: true,
  'income-per-person': true,
  'second-income': true,
});
export const verdicts = every<Finding['verdict']>({
  deprived: true,
  'not-deprived': true,
  under: true,
  over: true,
  unknown: true,
});
export const categories = every<Category>({ poor: true, 'near-poor': true, average: true, none: true });
export const units = every<Unit>({
  'vnd-per-person-month': true,
  'vnd-per-person-year': true,
  m2: true,
  percent: true,
  count: true,
});
export const standardIds = every<StandardId>({
  'national-2016-2021': true,
  'national-2022-2026': true,
  'national-2027-2030': true,
  'quang-ninh-2023-2025': true,
  'ho-chi-minh-2021-2025': true,
  'ha-noi-2022-2025': true,
});
export const provinceCodes = every<ProvinceCode>({
  'quang-ninh': true,
  'ho-chi-minh': true,
  'ha-noi': true,
  'dong-nai': true,
  'binh-duong': true,
  'da-nang': true,
});
