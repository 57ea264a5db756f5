import type { Finding } from './assessment.ts';
import type { ConditionOf, Materials } from './condition.ts';
import { type Basis, findingOf, nobody, plain, plainFindings } from './finding.ts';
import type { Device, Fact, Household } from './household.ts';
import { both, not } from './truth.ts';

/** Reads one indicator of the home. */
export type HomeReader = (household: Household) => Finding;

/** Chất lượng nhà ở: too many of walls, columns and roof are of material that is not durable. */
export function housingQuality(basis: Basis, condition: ConditionOf<'weak-parts'>): HomeReader {
  const walls = weights(condition.walls);
  const columns = weights(condition.columns);
  const roof = weights(condition.roof);
  // One for each sum of three weights.
  const findings = Array.from({ length: 3 * weight.untold + 1 }, (_, sum) =>
    byWeakParts(basis, condition, sum),
  );
  return (home) => {
    const sum = weighed(home.walls, walls) + weighed(home.columns, columns) + weighed(home.roof, roof);
    return findings[sum] ?? byWeakParts(basis, condition, sum);
  };
}

/** What one part of the house adds to a sum of three: each kind is counted in a digit of its own. */
const weight = { durable: 0, weak: 1, unsettled: 4, untold: 16 } as const;

type Weights = ReadonlyMap<string, number>;

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

/** Diện tích nhà ở bình quân đầu người: fewer square metres for each person than the law asks. */
export function housingArea(basis: Basis, { below }: ConditionOf<'area-per-person'>): HomeReader {
  const { open } = plainFindings(basis);
  return ({ members, floorArea }) => {
    const people = members.length;
    if (people === 0 || typeof floorArea === 'string') return open;
    // Rounded down for display only: the verdict multiplies instead.
    const perPerson = Math.floor(floorArea / people);
    const measured = { min: perPerson, max: perPerson, unit: 'm2' } as const;
    return findingOf(basis, floorArea < below * people, nobody, measured, nobody);
  };
}

/** Nguồn nước sinh hoạt, nhà tiêu: what the household uses is none of those that the law accepts. */
export function noneOf<T extends string>(
  basis: Basis,
  used: (household: Household) => Fact<T>,
  accepted: readonly T[],
): HomeReader {
  const { yes, no, open } = plainFindings(basis);
  const known = new Map<Fact<T>, Finding>(accepted.map((one) => [one, no]));
  known.set('unknown', open);
  return (household) => known.get(used(household)) ?? yes;
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
  const counting = new Set(anyOf);
  return ({ devices }) => plain(findings, lacks(devices, counting));
}

/** Tài sản phục vụ tiếp cận thông tin, 2016–2021: not one of the devices, and no loudspeaker is heard. */
export function noDeviceNorLoudspeaker(
  basis: Basis,
  { anyOf }: ConditionOf<'no-device-nor-loudspeaker'>,
): HomeReader {
  const findings = plainFindings(basis);
  const counting = new Set(anyOf);
  return ({ devices, loudspeaker = 'unknown' }) =>
    plain(findings, both(lacks(devices, counting), not(loudspeaker)));
}

function lacks(devices: Fact<readonly Device[]>, counting: ReadonlySet<Device>): Fact<boolean> {
  if (typeof devices === 'string') return devices;
  for (const device of devices) if (counting.has(device)) return false;
  return true;
}
