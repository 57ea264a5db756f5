import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkOf, origin, verify } from '../../src/record/chain.ts';
import type { Entry, Linked } from '../../src/record/entry.ts';

const reference = fc.option(fc.integer({ min: 0, max: 99 }));
const word = fc.option(fc.string({ maxLength: 5 }));
const entries = fc.array(
  fc.record({
    at: word,
    actor: reference,
    as: word,
    of: word,
    action: word,
    case: reference,
    dossier: reference,
    ward: reference,
    ref: reference,
    digest: word,
    state: word,
    mark: word,
  }),
  { minLength: 2, maxLength: 12 },
);
const place = fc.nat();
type Field = keyof Linked;
const texts: readonly Field[] = ['at', 'as', 'of', 'action', 'digest', 'state', 'mark', 'previous', 'hash'];
const numbers: readonly Field[] = ['id', 'actor', 'case', 'dossier', 'ward', 'ref'];

/** A chain as the linker makes it. */
function chained(all: readonly Omit<Entry, 'n' | 'id'>[]): readonly Linked[] {
  let previous = origin;
  return all.map((each, at) => {
    const entry = { ...each, n: at + 1, id: at + 1 };
    const before = previous;
    previous = linkOf(before, entry);
    return { ...entry, previous: before, hash: previous };
  });
}

test('a chain that nobody touched is whole', () => {
  fc.assert(
    fc.property(entries, (all) => {
      expect(verify(chained(all))).toEqual([]);
    }),
  );
});

test('any other value in any field of any entry is one fault, at its number', () => {
  fc.assert(
    fc.property(
      entries,
      place,
      fc.constantFrom(...texts, ...numbers),
      word,
      reference,
      (all, where, field, text, number) => {
        const rows = chained(all);
        const at = where % rows.length;
        const value = numbers.includes(field) ? number : text;
        fc.pre(rows[at]![field] !== value);
        const altered = rows.map((row, index) => (index === at ? { ...row, [field]: value } : row));
        expect(verify(altered)).toEqual([{ n: at + 1, what: 'altered' }]);
      },
    ),
  );
});

test('entries that are taken out of the midst are named by their numbers', () => {
  fc.assert(
    fc.property(entries, place, place, (all, one, other) => {
      const rows = chained(all);
      const from = one % (rows.length - 1);
      const to = Math.min(from + (other % 3), rows.length - 2);
      const left = rows.filter((_, index) => index < from || index > to);
      expect(verify(left)).toEqual([{ n: from + 1, to: to + 1, what: 'missing' }]);
    }),
  );
});

test('an entry put in, or two that changed places, are found where they are', () => {
  fc.assert(
    fc.property(entries, place, place, (all, one, other) => {
      const rows = chained(all);
      const [a, b] = [one % rows.length, other % rows.length];
      const putIn = rows.toSpliced(a + 1, 0, rows[a]!);
      expect(verify(putIn)).toEqual([{ n: a + 1, what: 'twice' }]);
      const last = rows.at(-1)!;
      expect(verify([...rows, { ...last, n: last.n + 1 }])).toEqual([{ n: last.n + 1, what: 'altered' }]);
      fc.pre(a !== b);
      const swapped = rows.map((row, at) =>
        at === a ? { ...rows[b]!, n: row.n } : at === b ? { ...rows[a]!, n: row.n } : row,
      );
      const both = [a, b].toSorted((x, y) => x - y).map((at) => ({ n: at + 1, what: 'altered' }));
      expect(verify(swapped)).toEqual(both);
    }),
  );
});

test('an entry that was rewritten together with its hash is denied by the one after it', () => {
  fc.assert(
    fc.property(entries, place, (all, where) => {
      const rows = chained(all);
      const at = where % (rows.length - 1);
      const entry = { ...rows[at]!, action: 'another thing' };
      const rewritten = { ...entry, hash: linkOf(entry.previous!, entry) };
      expect(verify(rows.with(at, rewritten))).toEqual([{ n: at + 1, what: 'altered' }]);
    }),
  );
});

test('the newest entries taken away, or all written anew, are found against a number and hash on paper', () => {
  fc.assert(
    fc.property(entries, entries, (all, others) => {
      const rows = chained(all);
      const { n, hash } = rows.at(-1)!;
      const noted = { n, hash: hash!.slice(0, 16) };
      expect(verify(rows, noted)).toEqual([]);
      expect(verify(rows.slice(0, -1))).toEqual([]);
      expect(verify(rows.slice(0, -1), noted)).toEqual([{ n, to: n, what: 'missing' }]);
      const anew = chained([...others.slice(0, 1), ...all.slice(1)]);
      fc.pre(anew[0]!.hash !== rows[0]!.hash);
      expect(verify(anew, noted)).toEqual([{ n, what: 'not-noted' }]);
    }),
  );
});

test('values that run together when they are joined give other hashes', () => {
  const [one] = chained([{ ...nothing, of: 'ab', action: 'c' }]);
  const [other] = chained([{ ...nothing, of: 'a', action: 'bc' }]);
  const [empty] = chained([{ ...nothing, of: '' }]);
  const [none] = chained([nothing]);
  expect(new Set([one, other, empty, none].map((each) => each!.hash)).size).toBe(4);
});

const nothing = {
  at: null,
  actor: null,
  as: null,
  of: null,
  action: null,
  case: null,
  dossier: null,
  ward: null,
  ref: null,
  digest: null,
  state: null,
  mark: null,
};
