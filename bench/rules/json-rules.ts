import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import type { Assessment } from '../../src/rules/assessment.ts';
import type { Household } from '../../src/rules/household.ts';
import { derivedOf } from './derived.ts';

type Category = Assessment['category'];

const more = (fact: string, value: number) => ({ fact, operator: 'greaterThan', value });
const isNone = (fact: string, value: readonly string[]) => ({ fact, operator: 'notIn', value });
const is = (fact: string, value: boolean) => ({ fact, operator: 'equal', value });
const atMost = (fact: string, line: string) => ({
  fact,
  operator: 'lessThanInclusive',
  value: { fact: line },
});
const over = (fact: string, line: string) => ({ fact, operator: 'greaterThan', value: { fact: line } });

/** The twelve indicators: each is a rule, so that the result says which of them hold. */
const indicators: Readonly<Record<string, RuleProperties['conditions']>> = {
  employment: { all: [more('insecure', 0)] },
  dependents: { all: [more('dependentsPercent', 50)] },
  nutrition: { all: [more('undernourished', 0)] },
  'health-insurance': { all: [more('uninsured', 0)] },
  'adult-education': { all: [more('unqualified', 0)] },
  'child-school': { all: [more('outOfSchool', 0)] },
  'housing-quality': { all: [more('weakParts', 1)] },
  'housing-area': { all: [{ fact: 'areaPerPerson', operator: 'lessThan', value: 8 }] },
  water: {
    all: [
      isNone('water', ['piped', 'drilled-well', 'protected-well', 'protected-spring', 'rain', 'bottled']),
    ],
  },
  latrine: {
    all: [isNone('latrine', ['septic', 'pour-flush', 'ventilated', 'pit-with-slab', 'two-vault'])],
  },
  telecom: { all: [is('internet', false)] },
  'info-devices': { all: [is('hasDevice', false)] },
};

/** The classes, read after the indicators; what meets none of them stays undetermined. */
const classes: Readonly<Record<Exclude<Category, 'undetermined'>, RuleProperties['conditions']>> = {
  poor: { all: [atMost('highIncome', 'poorLine'), more('deprivations', 2)] },
  'near-poor': {
    all: [
      atMost('highIncome', 'poorLine'),
      { fact: 'deprivations', operator: 'lessThanInclusive', value: 2 },
    ],
  },
  average: { all: [over('lowIncome', 'poorLine'), atMost('highIncome', 'averageLine')] },
  none: { all: [over('lowIncome', 'averageLine')] },
};

/** The standard of 2022–2026 for json-rules-engine: one engine, made once and run for each household. */
export function byJsonRules(): (household: Household) => Promise<Category> {
  const engine = new Engine();
  engine.addFact('deprivations', deprivations);
  for (const [name, conditions] of Object.entries(indicators))
    // The engine waits for the promise, though its types say void.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    engine.addRule({ name, conditions, event: { type: 'deprived' }, priority: 2, onSuccess: countOne });
  for (const [category, conditions] of Object.entries(classes))
    engine.addRule({ name: category, conditions, event: { type: 'class', params: { category } } });
  return async (household) => {
    const { events } = await engine.run(factsOf(household));
    const found = events.find(({ type }) => type === 'class');
    return found?.params?.category ?? 'undetermined';
  };
}

type Tally = { deprived: number };

/** Chained by priority: what the indicators found is a fact for the classes. Nothing waits between reading and counting. */
async function countOne(_event: unknown, almanac: Almanac): Promise<void> {
  const tally = await almanac.factValue<Tally>('tally');
  tally.deprived += 1;
}

async function deprivations(_params: unknown, almanac: Almanac): Promise<number> {
  return (await almanac.factValue<Tally>('tally')).deprived;
}

function factsOf(household: Household): Record<string, unknown> {
  const derived = derivedOf(household);
  const perYear = 12 * derived.people;
  return {
    ...derived,
    tally: { deprived: 0 } satisfies Tally,
    dependentsPercent: (derived.dependents * 100) / derived.people,
    areaPerPerson: Number(household.floorArea) / derived.people,
    water: household.water,
    latrine: household.latrine,
    internet: household.internet,
    poorLine: (household.area === 'rural' ? 1_500_000 : 2_000_000) * perYear,
    averageLine: (household.area === 'rural' ? 2_250_000 : 3_000_000) * perYear,
  };
}
