import { IdSet } from './id-set.ts';

/** What all sources of a run share: the list year of a household that tells none, and the households so far. */
export type Reading = { readonly year: number | null; readonly households: KnownHouseholds };

/** What to do about a household of which nobody says for which list it is read. */
export const noListYear = 'is missing; write the list year of this household, or give --year for all';

/** A household by its id and the list year that it is read for, null where none can be told. */
export type Known = {
  readonly id: string;
  readonly year: number | null;
  /** The table it stands in, where rows may leave out what the household's first one tells. */
  readonly table: string | null;
  /** Whether its rows tell the list year themselves. */
  readonly tellsYear: boolean;
};

/** The households that a run had so far: each is read once for each list year, whatever files it stands in. */
export class KnownHouseholds {
  readonly #read = new IdSet();
  readonly #refused = new IdSet();

  /** What became of a household before. Rows that tell no list year may belong to any of their id in the same table. */
  before(known: Known): 'read' | 'refused' | null {
    const { id, table, tellsYear } = known;
    const keys = [ofYear(known), ...(table === null || tellsYear ? [] : [ofTable(table, id)])];
    const isRefused = [...keys, ofYear({ id, year: null })].some((key) => this.#refused.has(key));
    if (isRefused) return 'refused';
    return keys.some((key) => this.#read.has(key)) ? 'read' : null;
  }

  keep(known: Known, became: 'read' | 'refused'): void {
    const { id, table, tellsYear } = known;
    const kept = became === 'read' ? this.#read : this.#refused;
    kept.add(ofYear(known));
    if (table !== null && tellsYear) kept.add(ofTable(table, id));
  }
}

function ofYear({ id, year }: Pick<Known, 'id' | 'year'>): string {
  return `${year ?? ''}/${id}`;
}

function ofTable(table: string, id: string): string {
  return `${JSON.stringify(table)}${id}`;
}
