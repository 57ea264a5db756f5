import type { Finding } from './assessment.ts';
import type { ConditionOf, Materials } from './condition.ts';
import { type Basis, findingOf, nobody, plain, type PlainFindings, plainFindings } from './finding.ts';
import type { Device, Fact, Household } from './household.ts';
import { both, not } from './truth.ts';

/** Chất lượng nhà ở: too many of walls, columns and roof are of material that is not durable. */
export type HousingQuality = {
  readonly walls: Weights;
  readonly columns: Weights;
  readonly roof: Weights;
  /** One for each sum of three weights. */
  readonly bySum: readonly [Finding, ...Finding[]];
};

/** Diện tích nhà ở bình quân đầu người: fewer square metres for each person than the law asks. */
export type HousingArea = { readonly basis: Basis; readonly below: number; readonly open: Finding };

/** Nguồn nước sinh hoạt, nhà tiêu: what the household uses is none of those that the law accepts. */
export type NoneOf = { readonly known: ReadonlyMap<string, Finding>; readonly yes: Finding };

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export type NoDevice = { readonly plain: PlainFindings; readonly counting: ReadonlySet<Device> };

/** What one part of the house adds to a sum of three: each kind is counted in a digit of its own. */
const weight = { durable: 0, weak: 1, unsettled: 4, untold: 16 } as const;

type Weights = ReadonlyMap<string, number>;

/** Makes ready the quality of the house. */
export function housingQualityOf(basis: Basis, condition: ConditionOf<'weak-parts'>): HousingQuality {
  const bySum = (sum: number) => byWeakParts(basis, condition, sum);
  const later = Array.from({ length: 3 * weight.untold }, (_, before) => bySum(before + 1));
  const { walls, columns, roof } = condition;
  return {
    walls: weights(walls),
    columns: weights(columns),
    roof: weights(roof),
    bySum: [bySum(0), ...later],
  };
}

/** Makes ready the area per person. */
export function housingAreaOf(basis: Basis, { below }: ConditionOf<'area-per-person'>): HousingArea {
  return { basis, below, open: plainFindings(basis).open };
}

/** Makes ready what the household uses, of which the law accepts these. */
export function noneOfThese(basis: Basis, accepted: readonly string[]): NoneOf {
  const { yes, no, open } = plainFindings(basis);
  return { known: new Map([['unknown', open], ...accepted.map((one) => [one, no] as const)]), yes };
}

/** Makes ready the devices that count. */
export function noDeviceOf(basis: Basis, anyOf: readonly Device[]): NoDevice {
  return { plain: plainFindings(basis), counting: new Set(anyOf) };
}

/** Reads the quality of the house. */
export function housingQuality(rule: HousingQuality, home: Household): Finding {
  const sum =
    weighed(home.walls, rule.walls) + weighed(home.columns, rule.columns) + weighed(home.roof, rule.roof);
  return rule.bySum[sum] ?? rule.bySum[0];
}

/** Reads the area per person. */
export function housingArea(rule: HousingArea, { members, floorArea }: Household): Finding {
  const people = members.length;
  if (people === 0 || typeof floorArea === 'string') return rule.open;
  // Rounded down for display only: the verdict multiplies instead.
  const perPerson = Math.floor(floorArea / people);
  const measured = { min: perPerson, max: perPerson, unit: 'm2' } as const;
  return findingOf(rule.basis, floorArea < rule.below * people, nobody, measured, nobody);
}

/** Reads what the household uses. */
export function noneOf({ known, yes }: NoneOf, used: string): Finding {
  return known.get(used) ?? yes;
}

/** Sử dụng dịch vụ viễn thông: nobody uses the internet. */
export function noInternet(findings: PlainFindings, { internet }: Household): Finding {
  return plain(findings, not(internet));
}

/** Sử dụng dịch vụ viễn thông, 2016–2021: neither a telephone subscription nor the internet. */
export function noPhoneNorInternet(
  findings: PlainFindings,
  { internet, phone = 'unknown' }: Household,
): Finding {
  return plain(findings, both(not(internet), not(phone)));
}

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export function noDevice({ plain: findings, counting }: NoDevice, { devices }: Household): Finding {
  return plain(findings, lacks(devices, counting));
}

/** Tài sản phục vụ tiếp cận thông tin, 2016–2021: not one of the devices, and no loudspeaker is heard. */
export function noDeviceNorLoudspeaker(
  { plain: findings, counting }: NoDevice,
  { devices, loudspeaker = 'unknown' }: Household,
): Finding {
  return plain(findings, both(lacks(devices, counting), not(loudspeaker)));
}

function weights({ durable, weak }: Materials<string>): Weights {
  return new Map([
    ['unknown', weight.untold],
    ...weak.map((material) => [material, weight.weak] as const),
    ...durable.map((material) => [material, weight.durable] as const),
  ]);
}

/** A material in neither list is not settled. */
function weighed(material: string, known: Weights): number {
  return known.get(material) ?? weight.unsettled;
}

function byWeakParts(
  basis: Basis,
  { atLeast, otherMaterials }: ConditionOf<'weak-parts'>,
  sum: number,
): Finding {
  const weak = sum % 4;
  const unsettled = Math.floor(sum / weight.unsettled) % 4;
  const untold = Math.floor(sum / weight.untold);
  const most = weak + untold + unsettled;
  const measured = { min: weak, max: most, unit: 'count' } as const;
  const gaps = unsettled > 0 ? [otherMaterials.ask] : nobody;
  if (weak >= atLeast) return findingOf(basis, true, nobody, measured, gaps);
  if (most < atLeast) return findingOf(basis, false, nobody, measured, gaps);
  // If every untold part were weak, or every one durable: would the answer then be clear?
  const factsCouldSettle = weak + untold >= atLeast || weak + unsettled < atLeast;
  return findingOf(basis, 'unknown', nobody, measured, gaps, factsCouldSettle ? 'fact-unknown' : 'law-gap');
}

function lacks(devices: Fact<readonly Device[]>, counting: ReadonlySet<Device>): Fact<boolean> {
  if (typeof devices === 'string') return devices;
  for (const device of devices) if (counting.has(device)) return false;
  return true;
}
