import type { Assessment } from '../../src/rules/assessment.ts';
import type { Household } from '../../src/rules/household.ts';

/**
 * What one would write by hand for the standard of 2022–2026: the class of a household of which all is known, and
 * nothing to explain it.
 */
export function classByHand(household: Household): Assessment['category'] {
  const { members, income, area } = household;
  const people = members.length;
  let dependents = 0;
  let insecure = false;
  let undernourished = false;
  let uninsured = false;
  let unqualified = false;
  let outOfSchool = false;
  for (const member of members) {
    const age = yearsOf(member.age);
    if (member.withoutSecureWork === true) insecure = true;
    if (age < 16) {
      dependents += 1;
      if (member.undernourished === true) undernourished = true;
      if (age >= 3 && member.atSchool === false) outOfSchool = true;
    } else {
      if (member.socialAllowance === true) dependents += 1;
      if (age <= 30 && member.learningOrQualified === false) unqualified = true;
    }
    if (age >= 6 && member.healthInsurance === false) uninsured = true;
  }
  let deprived = 0;
  if (insecure) deprived += 1;
  if (dependents * 2 > people) deprived += 1;
  if (undernourished) deprived += 1;
  if (uninsured) deprived += 1;
  if (unqualified) deprived += 1;
  if (outOfSchool) deprived += 1;
  if (hasWeakHouse(household)) deprived += 1;
  if (amountOf(household.floorArea) < 8 * people) deprived += 1;
  if (!hasCleanWater(household)) deprived += 1;
  if (!hasHygienicLatrine(household)) deprived += 1;
  if (household.internet === false) deprived += 1;
  if (household.devices.length === 0) deprived += 1;

  const low = amountOf(income.wages) + amountOf(income.farm) + amountOf(income.business);
  const high = low + amountOf(income.allowances) + amountOf(income.remittances);
  const poorLine = (area === 'rural' ? 1_500_000 : 2_000_000) * 12 * people;
  const averageLine = (area === 'rural' ? 2_250_000 : 3_000_000) * 12 * people;
  if (high <= poorLine) return deprived >= 3 ? 'poor' : 'near-poor';
  // Whether allowances and remittances count is open: a class is only given where that changes nothing.
  if (low <= poorLine) return 'undetermined';
  if (high <= averageLine) return 'average';
  return low > averageLine ? 'none' : 'undetermined';
}

function hasWeakHouse({ walls, columns, roof }: Household): boolean {
  const weakWalls = walls === 'bamboo-earth' || walls === 'makeshift' ? 1 : 0;
  const weakColumns = columns === 'weak-wood-bamboo' ? 1 : 0;
  const weakRoof = roof === 'leaf-thatch' || roof === 'makeshift' ? 1 : 0;
  return weakWalls + weakColumns + weakRoof >= 2;
}

function hasCleanWater({ water }: Household): boolean {
  switch (water) {
    case 'piped':
    case 'drilled-well':
    case 'protected-well':
    case 'protected-spring':
    case 'rain':
    case 'bottled':
      return true;
    default:
      return false;
  }
}

function hasHygienicLatrine({ latrine }: Household): boolean {
  switch (latrine) {
    case 'septic':
    case 'pour-flush':
    case 'ventilated':
    case 'pit-with-slab':
    case 'two-vault':
      return true;
    default:
      return false;
  }
}

function yearsOf(age: Household['members'][number]['age']): number {
  return age === 'unknown' ? 0 : age.min;
}

function amountOf(amount: number | 'unknown'): number {
  return amount === 'unknown' ? 0 : amount;
}
