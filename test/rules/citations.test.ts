import { describe, expect, test } from 'vitest';
import { openPoints } from '../../src/rules/gaps.ts';
import { register, standardOf } from '../../src/rules/register.ts';

/** Documents whose number, or whose day, we have not seen. */
const unnumbered = [
  'Nghị quyết của HĐND thành phố Hà Nội về chuẩn nghèo từ năm 2022',
  'Nghị quyết của HĐND tỉnh Quảng Ninh về chuẩn nghèo đa chiều 2023–2025',
];
const undated = unnumbered.slice(0, 1);
/** With its number and the year or the office that signed it. */
const numbered =
  /^(Nghị định|Quyết định|Thông tư|Nghị quyết) \d+\/(\d{4}\/)?(NĐ-CP|QĐ-TTg|TT-BLĐTBXH|QĐ-UBND|NQ-HĐND)( của \S.+)?$/;

describe.each(register)('$id', (standard) => {
  const parts = partsOf(standard);

  test('has a source and a certainty for every value', () => {
    const cited = parts.filter((part) => 'certainty' in part);
    expect(cited.length).toBeGreaterThan(10);
    for (const part of cited) {
      expect(part).toHaveProperty('value');
      expect(part).toHaveProperty('source.document');
      expect(['verified', 'secondary', 'unconfirmed']).toContain('certainty' in part ? part.certainty : '');
    }
  });

  test('cites documents by number and day, each with at most one address', () => {
    const sources = parts.filter((part) => 'document' in part);
    for (const source of sources) {
      const document = String('document' in source ? source.document : '');
      expect(numbered.test(document)).toBe(!unnumbered.includes(document));
      const signedOn = String('signedOn' in source ? source.signedOn : '');
      expect(/^\d{4}-\d{2}-\d{2}$/.test(signedOn)).toBe(!undated.includes(document));
      if ('url' in source) expect(source.url).toMatch(/^https:\/\/\S+$/);
      expect(String('url' in source ? source.url : '').match(/https?:/g) ?? []).toHaveLength(
        'url' in source ? 1 : 0,
      );
    }
  });

  test('marks nothing that was read in a draft only as verified', () => {
    for (const part of parts)
      if ('certainty' in part && 'source' in part && isDraft(part.source))
        expect(part.certainty).toBe('secondary');
  });

  test('calls nothing verified without the page on which it was seen', () => {
    for (const part of parts)
      if ('certainty' in part && part.certainty !== 'unconfirmed') expect(part).toHaveProperty('source.url');
  });

  test('says of every gap what to ask', () => {
    const gaps = parts.filter((part) => 'gap' in part);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      expect(gap).toHaveProperty('gap', 'not found');
      expect(gap).toHaveProperty('ask', expect.stringMatching(/\S.{20,}\?|\?.+\.$/));
    }
  });

  test('tells all its gaps and unconfirmed values when asked what is open, and nothing else', () => {
    const asks = openPoints([standard]).map(({ ask }) => ask);
    const gaps = new Set(parts.flatMap((part) => ('gap' in part && 'ask' in part ? [part.ask] : [])));
    for (const gap of gaps) expect(asks).toContain(gap);
    // The rule of points holds values that are each asked for themselves.
    const uncertain = parts.filter(
      (part) => 'certainty' in part && part.certainty !== 'verified' && !isPointRule(part),
    );
    expect(asks).toHaveLength(uncertain.length + gaps.size);
  });
});

test('of the points of 2016–2021 those have an address that a page is said to show, and stay unconfirmed', () => {
  const { points } = standardOf('national-2016-2021');
  const rule = points !== null && 'value' in points ? points.value : null;
  const all = [
    rule?.poor.rural,
    rule?.poor.urban,
    rule?.nearPoor?.urban,
    rule?.nearPoor?.rural,
    rule?.deprived,
  ];
  const seen = all.map((one) =>
    one === undefined || 'gap' in one ? null : [one.value, 'url' in one.source, one.certainty],
  );
  expect(seen).toEqual([
    [120, true, 'unconfirmed'],
    [140, true, 'unconfirmed'],
    [175, true, 'unconfirmed'],
    [150, false, 'unconfirmed'],
    [30, false, 'unconfirmed'],
  ]);
});

function isDraft(source: unknown): boolean {
  return typeof source === 'object' && source !== null && 'draft' in source;
}

function isPointRule(part: object): boolean {
  return (
    'value' in part && typeof part.value === 'object' && part.value !== null && 'perIndicator' in part.value
  );
}

/** Every object in a literal, the literal itself first. */
function partsOf(node: unknown): readonly object[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap(partsOf)];
}
