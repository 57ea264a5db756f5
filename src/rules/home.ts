import type { Finding } from './assessment.ts';
import type { ConditionOf, Materials } from './condition.ts';
import {
  type Basis,
  type Found,
  findingOf,
  nobody,
  plain,
  type PlainFindings,
  plainFindings,
  weighed,
} from './finding.ts';
import type { Device, Fact, Household } from './household.ts';
import { both, not } from './truth.ts';

/** Chất lượng nhà ở: too many of walls, columns and roof are of material that is not durable. */
export type HousingQuality = {
  readonly walls: Weights;
  readonly columns: Weights;
  readonly roof: Weights;
  /** One for each sum of three weights. */
  readonly bySum: readonly [Found, ...Found[]];
};

/** Diện tích nhà ở bình quân đầu người: fewer square metres for each person than the law asks. */
export type HousingArea = {
  readonly basis: Basis;
  readonly below: number;
  readonly open: Found;
  /** One for each number of square metres per person that is common. */
  readonly byArea: readonly Found[];
};

/** Nguồn nước sinh hoạt, nhà tiêu: what the household uses is none of those that the law accepts. */
export type NoneOf = { readonly known: Choices<Found>; readonly yes: Found };

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export type NoDevice = { readonly plain: PlainFindings; readonly counting: readonly Device[] };

/** What one part of the house adds to a sum of three: each kind is counted in a digit of its own. */
const weight = { durable: 0, weak: 1, unsettled: 4, untold: 16 } as const;

/** What stands for each of a few words, by the length of the word: most have one of their own, so that one is compared. */
type Choices<T> = readonly (Choice<T> | null)[];

type Choice<T> = { readonly word: string; readonly is: T; readonly next: Choice<T> | null };

type Weights = Choices<number>;

/** Larger areas per person than this get a finding of their own. */
const commonArea = 100;

/** Makes ready the quality of the house. */
export function housingQualityOf(basis: Basis, condition: ConditionOf<'weak-parts'>): HousingQuality {
  const bySum = (sum: number) => weighed(byWeakParts(basis, condition, sum));
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
  const byArea = Array.from({ length: commonArea + 1 }, (_, area) => byPerson(basis, area < below, area));
  return { basis, below, open: plainFindings(basis).open, byArea };
}

/** Makes ready what the household uses, of which the law accepts these. */
export function noneOfThese(basis: Basis, accepted: readonly string[]): NoneOf {
  const { yes, no, open } = plainFindings(basis);
  return { known: choicesOf([...accepted.map((word) => [word, no] as const), ['unknown', open]]), yes };
}

/** Makes ready the devices that count. */
export function noDeviceOf(basis: Basis, anyOf: readonly Device[]): NoDevice {
  return { plain: plainFindings(basis), counting: anyOf };
}

/** Reads the quality of the house. */
export function housingQuality(rule: HousingQuality, home: Household): Found {
  const sum =
    weightOf(home.walls, rule.walls) + weightOf(home.columns, rule.columns) + weightOf(home.roof, rule.roof);
  return rule.bySum[sum] ?? rule.bySum[0];
}

/** Reads the area per person. */
export function housingArea(rule: HousingArea, { members, floorArea }: Household): Found {
  const people = members.length;
  if (people === 0 || typeof floorArea === 'string') return rule.open;
  // The law asks for whole square metres, so that rounded down the area is too small just where it is so before.
  const perPerson = Math.floor(floorArea / people);
  return rule.byArea[perPerson] ?? byPerson(rule.basis, perPerson < rule.below, perPerson);
}

/** Reads what the household uses. */
export function noneOf({ known, yes }: NoneOf, used: string): Found {
  return chosen(used, known, yes);
}

/** Sử dụng dịch vụ viễn thông: nobody uses the internet. */
export function noInternet(findings: PlainFindings, { internet }: Household): Found {
  return plain(findings, not(internet));
}

/** Sử dụng dịch vụ viễn thông, 2016–2021: neither a telephone subscription nor the internet. */
export function noPhoneNorInternet(
  findings: PlainFindings,
  { internet, phone = 'unknown' }: Household,
): Found {
  return plain(findings, both(not(internet), not(phone)));
}

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export function noDevice({ plain: findings, counting }: NoDevice, { devices }: Household): Found {
  return plain(findings, lacks(devices, counting));
}

/** Tài sản phục vụ tiếp cận thông tin, 2016–2021: not one of the devices, and no loudspeaker is heard. */
export function noDeviceNorLoudspeaker(
  { plain: findings, counting }: NoDevice,
  { devices, loudspeaker = 'unknown' }: Household,
): Found {
  return plain(findings, both(lacks(devices, counting), not(loudspeaker)));
}

function weights({ durable, weak }: Materials<string>): Weights {
  return choicesOf([
    ...durable.map((word) => [word, weight.durable] as const),
    ...weak.map((word) => [word, weight.weak] as const),
    ['unknown', weight.untold],
  ]);
}

/** A material in neither list is not settled. */
function weightOf(material: string, known: Weights): number {
  return chosen(material, known, weight.unsettled);
}

function choicesOf<T>(all: readonly (readonly [word: string, is: T])[]): Choices<T> {
  const longest = Math.max(...all.map(([word]) => word.length));
  return Array.from({ length: longest + 1 }, (_, length) =>
    all
      .filter(([word]) => word.length === length)
      .reduceRight<Choice<T> | null>((next, [word, is]) => ({ word, is, next }), null),
  );
}

function chosen<T>(word: string, choices: Choices<T>, otherwise: T): T {
  let choice = choices[word.length] ?? null;
  while (choice !== null && choice.word !== word) choice = choice.next;
  return choice === null ? otherwise : choice.is;
}

function counts(device: Device | undefined, counting: readonly Device[]): boolean {
  for (let at = 0; at < counting.length; at += 1) if (counting[at] === device) return true;
  return false;
}

function byPerson(basis: Basis, isDeprived: boolean, squareMetres: number): Found {
  const measured = { min: squareMetres, max: squareMetres, unit: 'm2' } as const;
  return weighed(findingOf(basis, isDeprived, nobody, measured, nobody));
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

function lacks(devices: Fact<readonly Device[]>, counting: readonly Device[]): Fact<boolean> {
  if (typeof devices === 'string') return devices;
  for (let at = 0; at < devices.length; at += 1) if (counts(devices[at], counting)) return false;
  return true;
}
