import { agesToTry, yearsOfBirthToTry } from './ages.ts';
import type { Household, IncomeSource, Member } from './household.ts';
import { incomeOf } from './income.ts';
import { readyOf } from './ready.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';
import {
  columnMaterials,
  devices,
  incomeSources,
  latrines,
  memberTruths,
  roofMaterials,
  wallMaterials,
  waterSources,
} from './values.ts';

/** A fact that nobody could tell, and the household as it would be with each answer that makes a difference to the law. */
export type UnknownFact = {
  /** Where it stands in the household: `members.m2.healthInsurance`, `water`, `income.farm`. */
  readonly fact: string;
  readonly answered: readonly Household[];
};

/** Every fact of a household that is not known, income first, then the home, then the members in their order. */
export function unknownFacts(household: Household, standard: Standard, on: IsoDate): readonly UnknownFact[] {
  const facts = [
    ...incomeSources.map((source) => incomeFact(household, source, standard)),
    ...homeFacts(household),
    ...household.members.flatMap((member) => memberFacts(household, member, standard, on)),
  ];
  return facts.filter(({ answered }) => answered.length > 0);
}

/** Amounts just at each line and just over it, counted from what was told; and nothing at all. */
function incomeFact(household: Household, source: IncomeSource, standard: Standard): UnknownFact {
  const { income, members, area } = household;
  const fact = `income.${source}`;
  if (income[source] !== 'unknown') return { fact, answered: [] };
  const { told } = incomeOf(household);
  const borders = readyOf(standard).lines[area].flatMap(({ perPersonYear }) =>
    perPersonYear === null ? [] : [perPersonYear * members.length - told],
  );
  const amounts = [0, ...borders.flatMap((border) => [border, border + 1])].filter((amount) => amount >= 0);
  const answered = amounts.map((amount) => ({ ...household, income: { ...income, [source]: amount } }));
  return { fact, answered };
}

function homeFacts(household: Household): readonly UnknownFact[] {
  const {
    columns,
    floorArea,
    internet,
    latrine,
    loudspeaker = 'unknown',
    phone = 'unknown',
    roof,
  } = household;
  const { walls, water } = household;
  const wide = household.members.length * 1000;
  const open = <T>(
    fact: string,
    known: unknown,
    values: readonly T[],
    put: (value: T) => Household,
  ): UnknownFact => ({ fact, answered: known === 'unknown' ? values.map(put) : [] });
  return [
    open('walls', walls, wallMaterials, (value) => ({ ...household, walls: value })),
    open('columns', columns, columnMaterials, (value) => ({ ...household, columns: value })),
    open('roof', roof, roofMaterials, (value) => ({ ...household, roof: value })),
    open('floorArea', floorArea, [0, wide], (value) => ({ ...household, floorArea: value })),
    open('water', water, waterSources, (value) => ({ ...household, water: value })),
    open('latrine', latrine, latrines, (value) => ({ ...household, latrine: value })),
    open('internet', internet, [true, false], (value) => ({ ...household, internet: value })),
    open('devices', household.devices, [devices, []], (value) => ({ ...household, devices: value })),
    open('phone', phone, [true, false], (value) => ({ ...household, phone: value })),
    open('loudspeaker', loudspeaker, [true, false], (value) => ({ ...household, loudspeaker: value })),
  ];
}

function memberFacts(
  household: Household,
  member: Member,
  standard: Standard,
  on: IsoDate,
): readonly UnknownFact[] {
  const put = (changed: Member): Household => ({
    ...household,
    members: household.members.map((one) => (one === member ? changed : one)),
  });
  const ages = agesToTry(member, readyOf(standard).people, on);
  return [
    {
      fact: `members.${member.id}.age`,
      answered: ages.length < 2 ? [] : ages.map((age) => put({ ...member, age: { min: age, max: age } })),
    },
    {
      fact: `members.${member.id}.bornYear`,
      answered: yearsOfBirthToTry(member, readyOf(standard).people, on).map((bornYear) =>
        put({ ...member, bornYear }),
      ),
    },
    ...memberTruths.map((fact) => ({
      fact: `members.${member.id}.${fact}`,
      answered:
        (member[fact] ?? 'unknown') === 'unknown'
          ? [true, false].map((is) => put({ ...member, [fact]: is }))
          : [],
    })),
  ];
}
