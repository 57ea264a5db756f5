import { type BornIn, bornIn } from './birth-year.ts';
import { readNumberWords } from './number-words.ts';

/** Reads a date, or a month and a year, of birth out of tidied text; the day is dropped. Lunar months are not read: they may lie in the next year. */
export function birthDate(text: string, thisYear: number): BornIn | null {
  const plain = text
    .replace(/^(?:ngay )/, '')
    .replace(
      /(?:^| )(?:thang|thg|th|t)\.? ?(\d{1,2}|[a-z]+(?: mot| hai)?)(?= |$|[/.-])/,
      (whole, month: string) => {
        const number = monthOf(month);
        return number === null ? whole : ` ${number}`;
      },
    )
    .replace(/ nam (?=\d)/, ' ')
    .trim();
  const named = /^(?:thang|thg|th|t)\b/.test(text);
  const day =
    /^(\d{1,2})[ /.-]+(\d{1,2})[ /.-]+(\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(plain);
  if (day) return bornIn(day[3] ?? '', thisYear, Number(day[2]), Number(day[1]));
  const iso = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(plain);
  if (iso) return bornIn(iso[1] ?? '', thisYear, Number(iso[2]), Number(iso[3] ?? '1'));
  const month = /^(\d{1,2}) ?[ /.-] ?(\d{4})$/.exec(plain);
  if (month) return bornIn(month[2] ?? '', thisYear, Number(month[1]));
  const short = /^(\d{1,2}) ?[ /.-] ?(\d{2})$/.exec(plain);
  // "3/85" can only be March 1985; "3/12" may be a day without a year.
  if (short && (named || (/[/.-]/.test(plain) && Number(short[2]) > 12)))
    return bornIn(short[2] ?? '', thisYear, Number(short[1]));
  if (/^\d{1,2}[/.-]\d{1,2}$/.test(plain)) return { kind: 'refused', why: 'not-a-year' };
  const part = /^(?:dau|giua|cuoi|early|mid|late)(?: nam)? (\d{4})$/.exec(text);
  return part ? bornIn(part[1] ?? '', thisYear) : null;
}

function monthOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'tu') return 4;
  const words = word.split(' ');
  const read = readNumberWords(words, 0);
  return read && read.next === words.length ? read.value : null;
}
