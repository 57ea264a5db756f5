import type { Household, Member } from '../../src/rules/household.ts';
import type { CaseHousehold } from './case-file.ts';

type CasePerson = NonNullable<CaseHousehold['members']>[number];

const plainPerson: Omit<Member, 'id' | 'age'> = {
  withoutSecureWork: false,
  socialAllowance: false,
  undernourished: false,
  healthInsurance: true,
  learningOrQualified: true,
  atSchool: true,
  untreatedIllness: false,
  lowerSecondaryOrLearning: true,
};

/**
 * The plain household: rural, two adults of 35 and a child of 10, no income, deprived in nothing –
 * so near-poor until a case says otherwise. For its 3 members the lines over 12 months are, in VND,
 * 2022–2026: 54,000,000 and 81,000,000 rural, 72,000,000 and 108,000,000 urban;
 * 2027–2030: 79,200,000 rural, 100,800,000 urban.
 */
export function householdOf({ members, income, ...home }: CaseHousehold = {}): Household {
  return {
    area: home.area ?? 'rural',
    members: (members ?? [{}, {}, { age: 10 }]).map(memberOf),
    walls: home.walls ?? 'brick',
    columns: home.columns ?? 'concrete',
    roof: home.roof ?? 'tile',
    floorArea: home.floorArea ?? 60,
    water: home.water ?? 'piped',
    latrine: home.latrine ?? 'septic',
    internet: home.internet ?? true,
    devices: home.devices ?? ['smartphone'],
    phone: home.phone ?? true,
    loudspeaker: home.loudspeaker ?? true,
    income: {
      wages: income?.wages ?? 0,
      farm: income?.farm ?? 0,
      business: income?.business ?? 0,
      allowances: income?.allowances ?? 0,
      remittances: income?.remittances ?? 0,
    },
  };
}

/** A plain person is 35, works securely, is insured, qualified and well; a case's age is a number, a range or unknown. */
function memberOf({ age = 35, ...facts }: CasePerson, index: number): Member {
  const [min, max] = Array.isArray(age) ? age : [age, age];
  return {
    id: `m${index + 1}`,
    age: min === 'unknown' || max === 'unknown' ? 'unknown' : { min, max },
    withoutSecureWork: facts.withoutSecureWork ?? plainPerson.withoutSecureWork,
    socialAllowance: facts.socialAllowance ?? plainPerson.socialAllowance,
    undernourished: facts.undernourished ?? plainPerson.undernourished,
    healthInsurance: facts.healthInsurance ?? plainPerson.healthInsurance,
    learningOrQualified: facts.learningOrQualified ?? plainPerson.learningOrQualified,
    atSchool: facts.atSchool ?? plainPerson.atSchool,
    bornYear: facts.bornYear ?? 'unknown',
    untreatedIllness: facts.untreatedIllness ?? false,
    lowerSecondaryOrLearning: facts.lowerSecondaryOrLearning ?? true,
    inSchool: facts.inSchool ?? 'unknown',
  };
}
