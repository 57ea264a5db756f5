/** Takes diacritics, capitals and invisible characters off what was typed but keeps its punctuation, for parsers that need "1,5" and "3/2020". */
export function tidy(text: string): string {
  return (
    text
      // One pass: marks of direction, zero widths, NUL and halves of surrogate pairs vanish together.
      .replace(/[\p{Cf}\p{Cs}\0]/gu, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/²/g, '2')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/×/g, 'x')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
