import { createHash } from 'node:crypto';
import type { Entry, Linked } from './entry.ts';

/** What stands before the first entry. */
export const origin = '0'.repeat(64);

/** The hash of an entry after that one: 64 hexadecimal digits, SHA-256. */
export function linkOf(previous: string, entry: Entry): string {
  return createHash('sha256')
    .update(canonical([previous, ...fields(entry)]))
    .digest('hex');
}

function fields(entry: Entry): readonly (string | number | null)[] {
  const { action, actor, as, at, case: caseId, digest, dossier, id, mark, n, of, ref, state, ward } = entry;
  return [n, id, at, actor, as, of, action, caseId, dossier, ward, ref, digest, state, mark];
}

/** Each value after its length in bytes, so that no two rows are written alike; nothing is not the empty text. */
function canonical(values: readonly (string | number | null)[]): string {
  return values
    .map((value) => (value === null ? '-;' : `${Buffer.byteLength(String(value))}:${value};`))
    .join('');
}

/** Where a chain ends: what an office can write down on paper. */
export type Head = { readonly n: number; readonly hash: string };

/**
 * What is wrong at a number. `altered`: the entry is not as it was linked; `missing`: there is no entry of that number up
 * to `to`; `twice`: a second one; `not-noted`: it is not the entry that was noted down.
 */
export type ChainFault = {
  readonly n: number;
  readonly to?: number;
  readonly what: 'altered' | 'missing' | 'twice' | 'not-noted';
};

/** How far a chain is read, and whether the row there is found wrong already. */
export type Walk = { readonly n: number; readonly hash: string; readonly isBroken: boolean };

export const start: Walk = { n: 0, hash: origin, isBroken: false };

/** Reads one more row, in the order of their numbers. The chain goes on from what stands there, so one change is one fault. */
export function follow(
  walk: Walk,
  row: Linked,
  noted: Head | null,
): { readonly walk: Walk; readonly faults: readonly ChainFault[] } {
  const { n, previous } = row;
  if (n <= walk.n) return { walk, faults: [{ n, what: 'twice' }] };
  const isWhole = previous !== null && row.hash === linkOf(previous, row);
  const isNext = n === walk.n + 1;
  // The later of two witnesses for the earlier: an entry that was rewritten with its hash is named by its own number.
  const isDenied = isNext && isWhole && !walk.isBroken && previous !== walk.hash;
  const faults: ChainFault[] = [
    ...(isNext ? [] : [{ n: walk.n + 1, to: n - 1, what: 'missing' } as const]),
    ...(isDenied ? [{ n: Math.max(walk.n, 1), what: 'altered' } as const] : []),
    ...(isWhole ? [] : [{ n, what: 'altered' } as const]),
    ...(noted?.n === n && row.hash?.startsWith(noted.hash) !== true
      ? [{ n, what: 'not-noted' } as const]
      : []),
  ];
  return { walk: { n, hash: row.hash ?? origin, isBroken: !isWhole }, faults };
}

/** What is to be said when all rows are read: a noted entry that is behind the end was taken away. */
export function finish(walk: Walk, noted: Head | null): readonly ChainFault[] {
  return noted !== null && noted.n > walk.n ? [{ n: walk.n + 1, to: noted.n, what: 'missing' }] : [];
}

/** Every broken place of a chain, in the order of the numbers. Reads it as a stream; holds only what is wrong. */
export function verify(rows: Iterable<Linked>, noted: Head | null = null): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let walk = start;
  for (const row of rows) {
    const read = follow(walk, row, noted);
    faults.push(...read.faults);
    walk = read.walk;
  }
  return [...faults, ...finish(walk, noted)];
}
