import { FILLERS } from './money-words.ts';
import { tidy } from './tidy.ts';

/** A word, a number or a mark; `glued` when no space stands before it. */
export type Token = { readonly text: string; readonly glued: boolean };

// Words whose letters, without their marks, would be read as another: "tầm" (about) as eight, "lứa" (litter) as rice.
const MARKED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:tầm|cỡ|độ)(?!\p{L})/giu, 'khoang'],
  [/(?<!\p{L})(?:lứa|mùa)(?!\p{L})/giu, 'vu'],
  // A bit, an old one, a grandfather, dollars, a heap, a friend of "quý": none of them money or time.
  [/(?<!\p{L})(?:tí|tý|cụ|cũ|cú|đô|đống|đông|quỹ|quỷ|tuấn|vú|vũ|thằng|thẳng|nậm|nắm)(?!\p{L})/giu, '¿'],
];

/** Cuts what was said about money into words, numbers and marks, without the words that say nothing. */
export function moneyTokens(raw: string): Token[] {
  const text = tidy(
    MARKED.reduce((said, [pattern, word]) => said.replace(pattern, word), raw.normalize('NFC')),
  )
    .replace(
      /(?<![\d.,]|\d )([1-9]\d{0,2})((?: \d{3}){2,})(?![\d.,]| \d)/g,
      (_, head: string, groups: string) => head + groups.replace(/ /g, ''),
    )
    .replace(/\b(?:mot|1|ca|trong) nam (?:vua )?(?:qua|roi)\b/g, 'ca nam')
    .replace(/\bngay cong\b/g, 'ngay')
    // Money sent by children, and the kind of work, say nothing of how much.
    .replace(
      /\b(?:con|chau|chong|vo|anh|chi|em)(?: cai)? (?:gui|cho|bieu)(?: ve)?\b|\blam (?:thue|muon|cong nhan|ruong)\b/g,
      ' ',
    )
    .replace(/\bmonthly\b/g, 'per month')
    .replace(/\b(?:yearly|annually|a year in total)\b/g, 'per year')
    .replace(/\bweekly\b/g, 'per week')
    .replace(/\bdaily\b/g, 'per day')
    .replace(/[?!~"'’(){}[\];:]/g, ' , ');
  const tokens = [...text.matchAll(/\d+(?:[.,]\d+)*|[a-z]+|\S/g)].map((found) => ({
    text: found[0],
    glued: found.index > 0 && text[found.index - 1] !== ' ',
  }));
  return tokens.filter(({ text: word }, at) => {
    const next = tokens[at + 1]?.text ?? '';
    if (word === 'a')
      return /^(?:day|week|month|quarter|year|crop|season|harvest|million|billion)$/.test(next);
    // Without its mark, "tam" before digits can only be "tầm".
    if (word === 'tam') return !/^\d/.test(next);
    return !FILLERS.has(word);
  });
}
