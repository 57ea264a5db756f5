import Engine from 'publicodes';
import type { Assessment } from '../../src/rules/assessment.ts';
import type { Household } from '../../src/rules/household.ts';
import { type Derived, derivedOf } from './derived.ts';

type Category = Assessment['category'];

/** What is told of a household; the values only say of which type each fact is. */
const facts = {
  'est urbain': 'non',
  personnes: 1,
  'sans emploi sûr': 0,
  dépendants: 0,
  dénutris: 0,
  'sans assurance': 0,
  'sans qualification': 0,
  'hors école': 0,
  'parties fragiles': 0,
  surface: 0,
  eau: "'piped'",
  latrines: "'septic'",
  internet: 'oui',
  appareil: 'oui',
  'revenu bas': 0,
  'revenu haut': 0,
} as const;

const one = (condition: unknown) => ({ variations: [{ si: condition, alors: 1 }, { sinon: 0 }] });
const noneOf = (fact: string, accepted: readonly string[]) =>
  one({ 'toutes ces conditions': accepted.map((value) => `${fact} != '${value}'`) });
const line = (rural: number, urban: number) => ({
  produit: [{ variations: [{ si: 'est urbain', alors: urban }, { sinon: rural }] }, 12, 'personnes'],
});

/** The standard of 2022–2026 in publicodes, whose own words are French. */
const rules = {
  ...facts,
  'seuil pauvre': line(1_500_000, 2_000_000),
  'seuil moyen': line(2_250_000, 3_000_000),
  privations: {
    somme: [
      one('sans emploi sûr > 0'),
      one('dépendants * 2 > personnes'),
      one('dénutris > 0'),
      one('sans assurance > 0'),
      one('sans qualification > 0'),
      one('hors école > 0'),
      one('parties fragiles >= 2'),
      one('surface < 8 * personnes'),
      noneOf('eau', ['piped', 'drilled-well', 'protected-well', 'protected-spring', 'rain', 'bottled']),
      noneOf('latrines', ['septic', 'pour-flush', 'ventilated', 'pit-with-slab', 'two-vault']),
      one('internet = non'),
      one('appareil = non'),
    ],
  },
  classe: {
    variations: [
      {
        si: { 'toutes ces conditions': ['revenu haut <= seuil pauvre', 'privations >= 3'] },
        alors: "'poor'",
      },
      { si: 'revenu haut <= seuil pauvre', alors: "'near-poor'" },
      { si: 'revenu bas <= seuil pauvre', alors: "'undetermined'" },
      { si: 'revenu haut <= seuil moyen', alors: "'average'" },
      { si: 'revenu bas > seuil moyen', alors: "'none'" },
      { sinon: "'undetermined'" },
    ],
  },
};

/** The standard of 2022–2026 for publicodes: parsed once, then one situation after another. */
export function byPublicodes(): (household: Household) => Category {
  const engine = new Engine(rules);
  return (household) => {
    engine.setSituation(situationOf(household, derivedOf(household)));
    return categoryOf(engine.evaluate('classe').nodeValue);
  };
}

function situationOf(household: Household, derived: Derived): Record<keyof typeof facts, number | string> {
  return {
    'est urbain': household.area === 'urban' ? 'oui' : 'non',
    personnes: derived.people,
    'sans emploi sûr': derived.insecure,
    dépendants: derived.dependents,
    dénutris: derived.undernourished,
    'sans assurance': derived.uninsured,
    'sans qualification': derived.unqualified,
    'hors école': derived.outOfSchool,
    'parties fragiles': derived.weakParts,
    surface: Number(household.floorArea),
    eau: `'${household.water}'`,
    latrines: `'${household.latrine}'`,
    internet: household.internet === true ? 'oui' : 'non',
    appareil: derived.hasDevice ? 'oui' : 'non',
    'revenu bas': derived.lowIncome,
    'revenu haut': derived.highIncome,
  };
}

const categories: readonly Category[] = ['poor', 'near-poor', 'average', 'none', 'undetermined'];

function categoryOf(value: unknown): Category {
  const found = categories.find((category) => category === value);
  if (found === undefined) throw new Error(`publicodes gave ${String(value)}.`);
  return found;
}
