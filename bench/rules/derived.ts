import type { Household } from '../../src/rules/household.ts';

/** What a rules engine is told of a household: its own facts, and the counts and sums that engines cannot make themselves. */
export type Derived = Readonly<Record<keyof typeof counts, number>> & { readonly hasDevice: boolean };

const counts = {
  people: 0,
  insecure: 0,
  dependents: 0,
  undernourished: 0,
  uninsured: 0,
  unqualified: 0,
  outOfSchool: 0,
  weakParts: 0,
  lowIncome: 0,
  highIncome: 0,
};

/** Counts and adds up what needs a loop over the members or the amounts. */
export function derivedOf({ members, walls, columns, roof, income, devices }: Household): Derived {
  const derived = { ...counts, hasDevice: devices !== 'unknown' && devices.length > 0 };
  derived.people = members.length;
  for (const member of members) {
    const age = member.age === 'unknown' ? 0 : member.age.min;
    if (member.withoutSecureWork === true) derived.insecure += 1;
    if (age < 16 || member.socialAllowance === true) derived.dependents += 1;
    if (age < 16 && member.undernourished === true) derived.undernourished += 1;
    if (age >= 6 && member.healthInsurance === false) derived.uninsured += 1;
    if (age >= 16 && age <= 30 && member.learningOrQualified === false) derived.unqualified += 1;
    if (age >= 3 && age < 16 && member.atSchool === false) derived.outOfSchool += 1;
  }
  if (walls === 'bamboo-earth' || walls === 'makeshift') derived.weakParts += 1;
  if (columns === 'weak-wood-bamboo') derived.weakParts += 1;
  if (roof === 'leaf-thatch' || roof === 'makeshift') derived.weakParts += 1;
  derived.lowIncome = told(income.wages) + told(income.farm) + told(income.business);
  derived.highIncome = derived.lowIncome + told(income.allowances) + told(income.remittances);
  return derived;
}

function told(amount: number | 'unknown'): number {
  return amount === 'unknown' ? 0 : amount;
}
