import type { Finding } from './assessment.ts';
import type { ConditionOf, Materials } from './condition.ts';
import { type Basis, findingOf, nobody, plain, plainFindings } from './finding.ts';
import type { Device, Fact, Household } from './household.ts';
import { both, not } from './truth.ts';

/** Reads one indicator of the home. */
export type HomeReader = (household: Household) => Finding;

/** Chất lượng nhà ở: too many of walls, columns and roof are of material that is not durable. */
export function housingQuality(basis: Basis, condition: ConditionOf<'weak-parts'>): HomeReader {
  // One for each sum of three weights.
  const findings = Array.from({ length: 3 * weight.untold + 1 }, (_, sum) =>
    byWeakParts(basis, condition, sum),
  );
  return (home) => {
    const sum =
      weightOf(home.walls, condition.walls) +
      weightOf(home.columns, condition.columns) +
      weightOf(home.roof, condition.roof);
    return findings[sum] ?? byWeakParts(basis, condition, sum);
  };
}

/** What one part of the house adds to a sum of three: each kind is counted in a digit of its own. */
const weight = { durable: 0, weak: 1, unsettled: 4, untold: 16 } as const;

/** A material in neither list is not settled. */
function weightOf(material: string, { durable, weak }: Materials<string>): number {
  if (isIn(durable, material)) return weight.durable;
  if (isIn(weak, material)) return weight.weak;
  return material === 'unknown' ? weight.untold : weight.unsettled;
}

/** The lists are so short that walking one takes less than a set. */
function isIn(list: readonly string[], value: string): boolean {
  for (const one of list) if (one === value) return true;
  return false;
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

/** Diện tích nhà ở bình quân đầu người: fewer square metres for each person than the law asks. */
export function housingArea(basis: Basis, { below }: ConditionOf<'area-per-person'>): HomeReader {
  const { open } = plainFindings(basis);
  // Rounded down it is under a whole threshold just when the exact quotient is.
  const byWholeArea = (perPerson: number) => {
    const measured = { min: perPerson, max: perPerson, unit: 'm2' } as const;
    return findingOf(basis, perPerson < below, nobody, measured, nobody);
  };
  const common = Array.from({ length: 128 }, (_, perPerson) => byWholeArea(perPerson));
  return ({ members, floorArea }) => {
    const people = members.length;
    if (people === 0 || typeof floorArea === 'string') return open;
    const perPerson = Math.floor(floorArea / people);
    return common[perPerson] ?? byWholeArea(perPerson);
  };
}

/** Nguồn nước sinh hoạt, nhà tiêu: what the household uses is none of those that the law accepts. */
export function noneOf<T extends string>(
  basis: Basis,
  used: (household: Household) => Fact<T>,
  accepted: readonly T[],
): HomeReader {
  const { yes, no, open } = plainFindings(basis);
  return (household) => {
    const one = used(household);
    if (one === 'unknown') return open;
    return isIn(accepted, one) ? no : yes;
  };
}

/** Sử dụng dịch vụ viễn thông: nobody uses the internet. */
export function noInternet(basis: Basis): HomeReader {
  const findings = plainFindings(basis);
  return ({ internet }) => plain(findings, not(internet));
}

/** Sử dụng dịch vụ viễn thông, 2016–2021: neither a telephone subscription nor the internet. */
export function noPhoneNorInternet(basis: Basis): HomeReader {
  const findings = plainFindings(basis);
  return ({ internet, phone = 'unknown' }) => plain(findings, both(not(internet), not(phone)));
}

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export function noDevice(basis: Basis, { anyOf }: ConditionOf<'no-device'>): HomeReader {
  const findings = plainFindings(basis);
  return ({ devices }) => plain(findings, lacks(devices, anyOf));
}

/** Tài sản phục vụ tiếp cận thông tin, 2016–2021: not one of the devices, and no loudspeaker is heard. */
export function noDeviceNorLoudspeaker(
  basis: Basis,
  { anyOf }: ConditionOf<'no-device-nor-loudspeaker'>,
): HomeReader {
  const findings = plainFindings(basis);
  return ({ devices, loudspeaker = 'unknown' }) =>
    plain(findings, both(lacks(devices, anyOf), not(loudspeaker)));
}

function lacks(devices: Fact<readonly Device[]>, counting: readonly Device[]): Fact<boolean> {
  if (typeof devices === 'string') return devices;
  for (const device of devices) if (isIn(counting, device)) return false;
  return true;
}
