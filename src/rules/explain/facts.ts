import type { Finding } from '../assessment.ts';
import type { Condition } from '../condition.ts';
import type { Household, IncomeSource, Member } from '../household.ts';
import type { Standard } from '../standard.ts';
import { incomeSources } from '../values.ts';

type OfHousehold = keyof Household;
type OfMember = Exclude<keyof Member, 'id'>;

/** The facts that a condition reads: of the household, and of each member. */
export type FactsRead = { readonly household: readonly OfHousehold[]; readonly member: readonly OfMember[] };

const ofHousehold = (...household: readonly OfHousehold[]): FactsRead => ({ household, member: [] });
const ofMembers = (...member: readonly OfMember[]): FactsRead => ({ household: [], member });

const ofIncome = ofHousehold('area', 'members', 'income');

/** The facts that each condition reads. */
export const factsRead: Readonly<Record<Condition['kind'], FactsRead>> = {
  'without-secure-work': ofMembers('withoutSecureWork'),
  dependents: ofMembers('age', 'socialAllowance'),
  undernourished: ofMembers('age', 'undernourished'),
  untreated: ofMembers('untreatedIllness'),
  uninsured: ofMembers('age', 'healthInsurance'),
  unqualified: ofMembers('age', 'learningOrQualified'),
  'without-lower-secondary': ofMembers('age', 'bornYear', 'lowerSecondaryOrLearning'),
  'out-of-school': ofMembers('age', 'atSchool'),
  'not-in-school': ofMembers('age', 'atSchool', 'inSchool'),
  'weak-parts': ofHousehold('walls', 'columns', 'roof'),
  'area-per-person': ofHousehold('floorArea', 'members'),
  'no-clean-water': ofHousehold('water'),
  'no-hygienic-latrine': ofHousehold('latrine'),
  'no-internet': ofHousehold('internet'),
  'no-phone-nor-internet': ofHousehold('phone', 'internet'),
  'no-device': ofHousehold('devices'),
  'no-device-nor-loudspeaker': ofHousehold('devices', 'loudspeaker'),
  'under-income-line': ofIncome,
};

/** A fact that was read: its name, the member whose it is (null for the household's own), and what was told. */
export type ReadFact = {
  readonly fact: Exclude<OfHousehold, 'income'> | IncomeSource | OfMember;
  readonly member: string | null;
  readonly value: unknown;
};

/** The facts of a household that a rule reads by a standard, none where its condition is a gap; of `members` their number. */
export function factsOf(
  household: Household,
  rule: Finding['rule'],
  standard: Standard,
): readonly ReadFact[] {
  const { household: own, member: each } = readBy(rule, standard);
  return [
    ...own.flatMap((fact) => factsAt(household, fact)),
    ...household.members.flatMap((member) =>
      each.map((fact) => ({ fact, member: member.id, value: member[fact] ?? 'unknown' })),
    ),
  ];
}

/** Lines of income are no indicators; they all read the same. */
function readBy(rule: Finding['rule'], { indicators }: Standard): FactsRead {
  const indicator = indicators.find(({ id }) => id === rule);
  if (indicator === undefined) return ofIncome;
  return 'gap' in indicator.condition ? ofHousehold() : factsRead[indicator.condition.value.kind];
}

function factsAt(household: Household, fact: OfHousehold): readonly ReadFact[] {
  if (fact === 'members') return [{ fact, member: null, value: household.members.length }];
  if (fact !== 'income') return [{ fact, member: null, value: household[fact] ?? 'unknown' }];
  return incomeSources.map((source) => ({ fact: source, member: null, value: household.income[source] }));
}
