/** A number that was read from words, and the place of the first word behind it. */
export type NumberRead = { readonly value: number; readonly next: number };

const DIGITS = new Map([
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['nam', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
]);
// After "mươi" the year-like "năm" is never five: that is "lăm", or "nhăm" in the north.
const AFTER_TENS = new Map([
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['tu', 4],
  ['lam', 5],
  ['nham', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
]);
const ENGLISH = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const ENGLISH_TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);

/** Reads one whole number under a thousand, in Vietnamese (diacritics taken off) or English words, from `words[at]` on. */
export function readNumberWords(words: readonly string[], at: number): NumberRead | null {
  return hundreds(words, at) ?? tens(words, at) ?? englishHundreds(words, at);
}

/** Says whether a word can be part of a number said in words. */
export function isNumberWord(word: string): boolean {
  return (
    DIGITS.has(word) ||
    ENGLISH.has(word) ||
    ENGLISH_TENS.has(word) ||
    /^(?:muoi|chuc|tram|ham|hundred)$/.test(word)
  );
}

function hundreds(words: readonly string[], at: number): NumberRead | null {
  const first = words[at] ?? '';
  const bare = first === 'tram';
  const digit = bare ? 1 : first === 'khong' ? 0 : DIGITS.get(first);
  if (digit === undefined || (!bare && words[at + 1] !== 'tram')) return null;
  const next = at + (bare ? 1 : 2);
  const word = words[next] ?? '';
  if (word === 'ruoi' || word === 'ruoii') return { value: digit * 100 + 50, next: next + 1 };
  if (word === 'linh' || word === 'le') {
    const one = AFTER_TENS.get(words[next + 1] ?? '') ?? DIGITS.get(words[next + 1] ?? '');
    return one === undefined ? null : { value: digit * 100 + one, next: next + 2 };
  }
  const rest = tens(words, next);
  // "trăm hai" is said both for 102 and for 120: the two is left over, and whoever asked refuses.
  return rest && rest.value >= 10
    ? { value: digit * 100 + rest.value, next: rest.next }
    : { value: digit * 100, next };
}

function tens(words: readonly string[], at: number): NumberRead | null {
  const first = words[at] ?? '';
  const second = words[at + 1] ?? '';
  if (first === 'chuc') return { value: 10, next: at + 1 };
  if (first === 'muoi') return withOnes(10, words, at + 1);
  if (first === 'ham') return withOnes(20, words, at + 1);
  const digit = DIGITS.get(first);
  if (digit === undefined) return null;
  if (second === 'chuc') return { value: digit * 10, next: at + 2 };
  if (second === 'muoi') return withOnes(digit * 10, words, at + 2);
  if (digit >= 2 && (second === 'lam' || second === 'nham')) return { value: digit * 10 + 5, next: at + 2 };
  if (digit >= 2 && second === 'tu') return { value: digit * 10 + 4, next: at + 2 };
  return { value: digit, next: at + 1 };
}

function withOnes(value: number, words: readonly string[], at: number): NumberRead {
  const ones = AFTER_TENS.get(words[at] ?? '');
  return ones === undefined ? { value, next: at } : { value: value + ones, next: at + 1 };
}

function englishHundreds(words: readonly string[], at: number): NumberRead | null {
  const first = englishTens(words, at);
  if (!first || words[first.next] !== 'hundred') return first;
  const behind = words[first.next + 1] === 'and' ? first.next + 2 : first.next + 1;
  const rest = englishTens(words, behind);
  return { value: first.value * 100 + (rest?.value ?? 0), next: rest?.next ?? first.next + 1 };
}

function englishTens(words: readonly string[], at: number): NumberRead | null {
  const small = ENGLISH.get(words[at] ?? '');
  if (small !== undefined) return { value: small, next: at + 1 };
  const ten = ENGLISH_TENS.get(words[at] ?? '');
  if (ten === undefined) return null;
  const ones = ENGLISH.get(words[at + 1] ?? '');
  return ones !== undefined && ones > 0 && ones < 10
    ? { value: ten + ones, next: at + 2 }
    : { value: ten, next: at + 1 };
}
