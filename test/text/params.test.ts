import { describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { dynamic, files, helped, sourceFiles, textsOf } from './keys.ts';

/** A call of `say` or `refused` in the source: the keys it may ask for, and the names of what it hands over. */
type Call = { readonly at: string; readonly keys: readonly string[]; readonly names: readonly string[] };

const first = files.join('|');
const calls: readonly Call[] = sourceFiles.flatMap(({ name, text }) => [
  ...callsIn(name, text, 'say', ''),
  ...(name.startsWith('survey/') ? callsIn(name, text, 'refused', 'refused.') : []),
]);

describe('what a text needs is handed over', () => {
  test('the calls are found', () => {
    expect(calls.length).toBeGreaterThan(150);
    expect(calls.some(({ names }) => names.includes('threshold'))).toBe(true);
  });

  test.each(languages)('every gap of a text in %s is filled wherever it is said', (language) => {
    const texts = textsOf(language);
    const unfilled = calls.flatMap(({ at, keys, names }) =>
      keys.flatMap((key) =>
        holes(texts.get(key) ?? '')
          .filter((hole) => !names.includes(hole))
          .map((hole) => `${at}: ${key} lacks ${hole}`),
      ),
    );
    expect(unfilled).toEqual([]);
  });

  test.each(languages)('labels made from their last part alone have no gap in %s', (language) => {
    const texts = textsOf(language);
    expect(
      helped.filter(
        (key) => /^(?:acts|menu|desk\.act)\./.test(key) && holes(texts.get(key) ?? '').length > 0,
      ),
    ).toEqual([]);
  });
});

function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
}

function callsIn(at: string, text: string, name: string, prefix: string): readonly Call[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].flatMap((match): readonly Call[] => {
    const [key = '', params = ''] = parts(inside(text, match.index + match[0].length - 1));
    const isKnown = params === '' || params.startsWith('{');
    return isKnown ? [{ at, keys: keysOf(key, prefix), names: namesOf(params) }] : [];
  });
}

/** What stands between a bracket and its partner. */
function inside(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if ('([{'.includes(text.charAt(at))) depth += 1;
    if (')]}'.includes(text.charAt(at))) depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return '';
}

/** Parted at the commas that stand outside of all brackets. */
function parts(text: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found.push(`${found.pop()}${letter}`);
  }
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

function keysOf(text: string, prefix: string): readonly string[] {
  const literals = [...text.matchAll(/'([^']+)'/g)].map((match) => `${prefix}${match[1]}`);
  const templates = [...text.matchAll(/`([^`]+)`/g)].map(
    (match) => `${prefix}${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '*')}`,
  );
  const known = new RegExp(`^(?:${first})\\.`);
  return [...literals, ...templates.flatMap((template) => dynamic[template] ?? [])].filter((key) =>
    known.test(key),
  );
}

function namesOf(params: string): readonly string[] {
  if (params === '') return [];
  return parts(inside(params, 0)).map((part) => /^(\w+)/.exec(part)?.[1] ?? '');
}
