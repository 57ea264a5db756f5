import { describe, expect, test } from 'vitest';
import { openPoints } from '../../src/rules/gaps.ts';
import { register } from '../../src/rules/register.ts';

describe.each(register)('$id', (standard) => {
  const parts = partsOf(standard);

  test('cites a document, its day and at most one address for every value', () => {
    const cited = parts.filter((part) => 'certainty' in part);
    expect(cited.length).toBeGreaterThan(10);
    for (const part of cited) {
      expect(part).toHaveProperty('value');
      expect(part).toHaveProperty('source');
    }
    for (const source of parts.filter((part) => 'document' in part)) {
      expect(source).toHaveProperty(
        'document',
        expect.stringMatching(/^(Nghị định|Quyết định|Thông tư) \d+\/\d{4}\//),
      );
      expect(source).toHaveProperty('signedOn', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
      if ('url' in source) expect(source.url).toMatch(/^https:\/\/\S+$/);
      expect(String('url' in source ? source.url : '').match(/https?:/g) ?? []).toHaveLength(
        'url' in source ? 1 : 0,
      );
    }
  });

  test('says of every gap what to ask', () => {
    const gaps = parts.filter((part) => 'gap' in part);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toHaveProperty('ask', expect.stringMatching(/\S.{20,}\?|\?.+\.$/));
  });

  test('tells all its gaps and unconfirmed values when asked what is open', () => {
    const asks = new Set(openPoints([standard]).map(({ ask }) => ask));
    for (const part of parts) if ('ask' in part) expect([...asks]).toContain(part.ask);
    const uncertain = parts.filter((part) => 'certainty' in part && part.certainty !== 'verified');
    const gaps = new Set(parts.flatMap((part) => ('ask' in part ? [part.ask] : [])));
    expect(asks.size).toBe(uncertain.length + gaps.size);
  });
});

/** Every object in a literal, the literal itself first. */
function partsOf(node: unknown): readonly object[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap(partsOf)];
}
