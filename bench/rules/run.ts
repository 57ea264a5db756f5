import { cpus } from 'node:os';
import { assess } from '../../src/rules/assess.ts';
import type { Assessment } from '../../src/rules/assessment.ts';
import type { Household } from '../../src/rules/household.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import { race, type Result, type Runner } from '../race.ts';
import { classByHand } from './bare.ts';
import { halfToldHousehold, householdsOf, knownHousehold } from './households.ts';
import { byJsonRules } from './json-rules.ts';
import { memoryOfAMillion } from './memory.ts';
import { byPublicodes } from './publicodes.ts';

type Category = Assessment['category'];

const count = 20_000;
/** The engines are slow: they take turns on a part of the households, a new part each time. */
const part = 50;

const ours = (household: Household) => assess(household, standard2022, 2026, '2025-11-15');

/** Explained assessments per second: ours, two rules engines, and a loop that explains nothing. */
export async function run(): Promise<void> {
  const known = householdsOf(knownHousehold, count, 1);
  const halfTold = householdsOf(halfToldHousehold, count, 2);
  const jsonRules = byJsonRules();
  const publicodes = byPublicodes();
  console.log(`${cpus()[0]?.model ?? 'processor unknown'}, node ${process.version}, one core`);
  console.log(`${count} households, seed 1; with unknown facts, seed 2\n`);
  await agree(known, [classByHand, jsonRules]);
  await agree(
    known.filter((_, at) => at % 10 === 0),
    [publicodes],
  );
  const names = {
    ours: 'rasoat, explained',
    unknown: 'rasoat, explained, a third unknown',
    bare: 'by hand, not explained',
    jsonRules: 'json-rules-engine',
    publicodes: 'publicodes',
  };
  const results = await race(
    [
      overAll(names.ours, known, (household) => ours(household).findings.length),
      overAll(names.unknown, halfTold, (household) => ours(household).findings.length),
      overAll(names.bare, known, (household) => classByHand(household).length),
      inParts(names.jsonRules, known, jsonRules),
      inParts(names.publicodes, known, publicodes),
    ],
    { rounds: 9, milliseconds: 250 },
  );
  print(results);
  const rate = (name: string) => results.find((result) => result.name === name)?.perSecond ?? NaN;
  goal('json-rules-engine, times', rate(names.ours) / rate(names.jsonRules), 100);
  goal('of the loop by hand', rate(names.ours) / rate(names.bare), 1 / 3);
  goal('with unknown facts, of known', rate(names.unknown) / rate(names.ours), 1 / 2);
  memory();
}

/** All must give the same class for every household, before anybody is timed. */
async function agree(
  households: readonly Household[],
  others: readonly ((household: Household) => Category | Promise<Category>)[],
): Promise<void> {
  for (const household of households) {
    const { category } = ours(household);
    for (const other of others) {
      const theirs = await other(household);
      if (theirs !== category)
        throw new Error(`${category}, but ${theirs}, for ${JSON.stringify(household)}`);
    }
  }
}

function overAll(
  name: string,
  households: readonly Household[],
  work: (household: Household) => number,
): Runner {
  let sum = 0;
  const run = () => {
    for (const household of households) sum += work(household);
    if (sum === 0) throw new Error('Nothing was done.');
    return households.length;
  };
  return { name, run };
}

function inParts(
  name: string,
  households: readonly Household[],
  work: (household: Household) => Category | Promise<Category>,
): Runner {
  let from = 0;
  const run = async () => {
    for (const household of households.slice(from, from + part)) await work(household);
    from = (from + part) % households.length;
    return part;
  };
  return { name, run };
}

function print(results: readonly Result[]): void {
  const first = results[0]?.perSecond ?? NaN;
  const rows = results.map(({ name, perSecond }) => ({
    name,
    'per second': Math.round(perSecond),
    µs: Number((1_000_000 / perSecond).toFixed(2)),
    'ours, times': Number((first / perSecond).toFixed(2)),
  }));
  console.table(rows);
}

function goal(what: string, reached: number, wanted: number): void {
  const verdict = reached >= wanted ? 'reached' : 'MISSED';
  console.log(`${what}: ${reached.toFixed(2)}, wanted ${wanted.toFixed(2)}: ${verdict}`);
}

/** What a million assessments leave behind; only where node lets us collect. */
function memory(): void {
  if (globalThis.gc === undefined) return console.log('\nmemory: start node with --expose-gc');
  const kept = memoryOfAMillion(globalThis.gc);
  console.log(`\nheap kept after each 100,000 of 1,000,000 households, MB:`);
  console.log(kept.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join('  '));
}
