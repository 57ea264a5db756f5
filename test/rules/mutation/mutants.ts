import type { Standard } from '../../../src/rules/standard.ts';

/** A standard with one literal changed by one step. */
export type Mutant = { readonly path: string; readonly standard: Standard };

type Path = readonly (string | number)[];
type Change = { readonly path: Path; readonly to: unknown; readonly told: string };

/** Lists in which every entry is a value of its own; other lists hold objects, which are walked. */
const isListOfWords = (node: unknown): node is readonly string[] =>
  Array.isArray(node) && node.length > 0 && node.every((one) => typeof one === 'string');

const certainties = ['verified', 'secondary', 'unconfirmed'];
const date = /^\d{4}-\d{2}-\d{2}$/;

/** Every copy of a standard in which one number, day, mark or list entry is one step off. */
export function mutantsOf(standard: Standard): readonly Mutant[] {
  return changesIn(standard, []).map(({ path, to, told }) => ({
    path: `${path.join('.')} ${told}`,
    standard: put(standard, path, to) as Standard,
  }));
}

function changesIn(node: unknown, path: Path): readonly Change[] {
  if (typeof node === 'number')
    return [node - 1, node + 1].map((to) => ({ path, to, told: `${node} -> ${to}` }));
  if (typeof node === 'boolean') return [{ path, to: !node, told: `${node} -> ${!node}` }];
  if (typeof node === 'string') return ofText(node, path);
  if (isListOfWords(node))
    return node.map((word, at) => ({
      path,
      to: node.filter((_, index) => index !== at),
      told: `without ${word}`,
    }));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => changesIn(value, [...path, key]));
}

function ofText(text: string, path: Path): readonly Change[] {
  if (date.test(text))
    return [-1, 1].map((days) => {
      const to = new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10);
      return { path, to, told: `${text} -> ${to}` };
    });
  if (path.at(-1) === 'per') {
    const to = text === 'month' ? 'year' : 'month';
    return [{ path, to, told: `${text} -> ${to}` }];
  }
  if (path.at(-1) === 'certainty')
    return certainties.filter((one) => one !== text).map((to) => ({ path, to, told: `${text} -> ${to}` }));
  return [];
}

/** A copy with one value put elsewhere; what lies beside the path is shared, never changed. */
function put(node: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(node))
    return node.map((one, at) => (String(at) === String(key) ? put(one, rest, to) : one));
  return { ...(node as object), [key]: put((node as Record<string, unknown>)[key], rest, to) };
}
