import type { AgeRange, Device, Fact, Household, Member } from '../../src/rules/household.ts';
import { Random } from './random.ts';

/** A household as the review meets them: one to seven people, ages exact, all that is asked of them known. */
export function knownHousehold(random: Random): Household {
  const members = agesOf(random).map((age, at) => memberOf(random, age, at));
  const perPerson = random.whole(3, 40) * 100_000 * 12;
  const total = perPerson * members.length;
  const wages = random.chance(0.6) ? Math.floor((total * random.whole(20, 100)) / 100) : 0;
  return {
    area: random.chance(0.7) ? 'rural' : 'urban',
    members,
    walls: random.mostly(['brick', 'bamboo-earth', 'durable-wood', 'makeshift', 'concrete']),
    columns: random.mostly(['concrete', 'weak-wood-bamboo', 'brick', 'steel-durable-wood']),
    roof: random.mostly(['tile', 'leaf-thatch', 'concrete', 'makeshift']),
    floorArea: random.whole(12, 90),
    water: random.mostly(['drilled-well', 'piped', 'river-pond', 'protected-spring', 'open-well', 'rain']),
    latrine: random.mostly(['septic', 'open-pit', 'two-vault', 'pour-flush', 'none', 'pit-with-slab']),
    internet: random.chance(0.7),
    devices: devicesOf(random),
    income: {
      wages,
      farm: random.chance(0.7) ? total - wages : 0,
      business: random.chance(0.15) ? random.whole(5, 60) * 1_000_000 : 0,
      allowances: random.chance(0.1) ? random.whole(3, 12) * 1_000_000 : 0,
      remittances: random.chance(0.1) ? random.whole(2, 30) * 1_000_000 : 0,
    },
  };
}

/** A household that could tell about two thirds of it: any fact may be unknown, and some ages are open. */
export function halfToldHousehold(random: Random): Household {
  const told = knownHousehold(random);
  const maybe = <T>(fact: Fact<T>): Fact<T> => (random.chance(1 / 3) ? 'unknown' : fact);
  const { wages, farm, business, allowances, remittances } = told.income;
  return {
    area: told.area,
    members: told.members.map((member) => ({
      id: member.id,
      age: openAge(random, member.age),
      withoutSecureWork: maybe(member.withoutSecureWork),
      socialAllowance: maybe(member.socialAllowance),
      undernourished: maybe(member.undernourished),
      healthInsurance: maybe(member.healthInsurance),
      learningOrQualified: maybe(member.learningOrQualified),
      atSchool: maybe(member.atSchool),
    })),
    walls: maybe(random.chance(0.1) ? 'weak-wood' : told.walls),
    columns: maybe(random.chance(0.1) ? 'none' : told.columns),
    roof: maybe(random.chance(0.4) ? 'sheet' : told.roof),
    floorArea: maybe(told.floorArea),
    water: maybe(told.water),
    latrine: maybe(told.latrine),
    internet: maybe(told.internet),
    devices: maybe(told.devices),
    income: {
      wages: maybe(wages),
      farm: maybe(farm),
      business: maybe(business),
      allowances: maybe(allowances),
      remittances: maybe(remittances),
    },
  };
}

/** So many households of one kind, the same ones for the same seed. */
export function householdsOf(
  kind: (random: Random) => Household,
  count: number,
  seed: number,
): readonly Household[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => kind(random));
}

/** One or two grown-ups, their children, and sometimes the old parents; seven at most. */
function agesOf(random: Random): readonly number[] {
  const eldest = random.whole(22, 75);
  const ages = [eldest];
  if (random.chance(0.75)) ages.push(random.whole(Math.max(20, eldest - 8), eldest + 5));
  for (let child = random.whole(0, 4); child > 0; child -= 1)
    ages.push(Math.max(0, eldest - random.whole(20, 38)));
  if (random.chance(0.2)) ages.push(eldest + random.whole(20, 30));
  return ages;
}

/** What is asked of nobody of that age stays unknown, as the survey leaves it. */
function memberOf(random: Random, age: number, at: number): Member {
  return {
    id: `m${at + 1}`,
    age: { min: age, max: age },
    withoutSecureWork: age >= 15 && age < 62 && random.chance(0.15),
    socialAllowance: age >= 16 ? random.chance(age >= 75 ? 0.7 : 0.05) : 'unknown',
    undernourished: age < 16 ? random.chance(0.15) : 'unknown',
    healthInsurance: age >= 6 ? random.chance(0.9) : 'unknown',
    learningOrQualified: age >= 16 && age < 31 ? random.chance(0.5) : 'unknown',
    atSchool: age >= 3 && age < 16 ? random.chance(0.92) : 'unknown',
  };
}

function devicesOf(random: Random): readonly Device[] {
  const devices: Device[] = [];
  if (random.chance(0.7)) devices.push('tv');
  if (random.chance(0.8)) devices.push('smartphone');
  if (random.chance(0.2)) devices.push('phone');
  return devices;
}

function openAge(random: Random, age: Fact<AgeRange>): Fact<AgeRange> {
  if (age === 'unknown' || random.chance(0.1)) return 'unknown';
  return random.chance(0.2) ? { min: Math.max(0, age.min - 1), max: age.min } : age;
}
