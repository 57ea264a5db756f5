import { birthDate } from './birth-date.ts';
import { bornIn, latestYear, OLDEST } from './birth-year.ts';
import { readNumberWords } from './number-words.ts';
import { tidy } from './tidy.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** When somebody was born, as people say it: an age, a year, or a number that may be either. */
export type Birth =
  | { readonly kind: 'age'; readonly years: number }
  | { readonly kind: 'born'; readonly year: number; readonly month?: number }
  | { readonly kind: 'ambiguous'; readonly age: number; readonly year: number }
  | { readonly kind: 'refused'; readonly why: 'future' | 'too-old' | 'not-a-year' };

const ABOUT = /^(?:(?:nam nay|khoang|chung|uoc|about|around|duoc|tam(?= \d)) )+/;
const BORN =
  /^(?:(?:moi )?(?:sinh|sanh|de)(?: vao)?(?: ngay(?= \d))?(?: nam| ngay(?! \d))?|nam sinh|nsinh|n\.sinh|ngay sinh|ns|sn|s|born(?: in| on)?|year of birth|dob|birth year)(?:[ .:]+|(?=\d))/;

/** Reads an age or a time of birth; null when the text says neither. */
export function parseBirth(raw: string, thisYear: number): Birth | null {
  if (raw.length > 200) return null;
  // "tầm" (about) must not become "tám" (eight) when its mark is taken off.
  const typed = tidy(raw.normalize('NFC').replace(/(?<!\p{L})tầm(?!\p{L})/giu, 'khoang'));
  const text = withoutCourtesy(
    typed
      .replace(/["'’()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\s.,!~]+$/, ''),
  ).replace(ABOUT, '');
  if (
    /^(?:(?:em be|be|chau) )?(?:vua |moi )(?:sinh|de|sanh|chao doi)(?: xong)?$|^(?:so sinh|newborn|new born)$/.test(
      text,
    )
  )
    return aged(0);
  const age = ageIn(text);
  if (age !== null) return aged(age);
  const lead = BORN.exec(text);
  const told = (lead ? text.slice(lead[0].length) : text).replace(ABOUT, '');
  const dated = birthDate(told, thisYear);
  if (dated) return dated;
  return lead ? bornOnly(told, thisYear) : bare(text, thisYear);
}

/** Gives the completed years on a day: an age was exact on the day it was said, a year of birth leaves two ages unless its month decides. */
export function ageRange(
  birth: Extract<Birth, { readonly kind: 'age' | 'born' }>,
  on: string,
  saidOn: string,
): { readonly min: number; readonly max: number } {
  const year = Number(on.slice(0, 4));
  if (birth.kind === 'born') {
    const most = year - birth.year;
    const month = Number(on.slice(5, 7));
    const had = birth.month !== undefined && birth.month < month;
    const waits = birth.month !== undefined && birth.month > month;
    return atLeastZero(had ? most : most - 1, waits ? most - 1 : most);
  }
  const years = birth.years + year - Number(saidOn.slice(0, 4));
  const [day, saidDay] = [on.slice(5), saidOn.slice(5)];
  return atLeastZero(day < saidDay ? years - 1 : years, day > saidDay ? years + 1 : years);
}

function atLeastZero(min: number, max: number): { readonly min: number; readonly max: number } {
  return { min: Math.max(0, min), max: Math.max(0, max) };
}

function aged(years: number): Birth {
  return years > OLDEST ? { kind: 'refused', why: 'too-old' } : { kind: 'age', years };
}

function ageIn(text: string): number | null {
  const prefix = /^(?:age|aged|tuoi)[ :]+(\d{1,4})$/.exec(text);
  if (prefix) return Number(prefix[1]);
  const spoken = spelled(text);
  const found =
    /^(\d{1,4}) ?-?(tuoi ruoi|tuoi \d{1,2} thang|tuoi|t|ruoi tuoi|yo|y\/o|y\.o|years?(?: |-)old|yrs?(?: old)?|years?)$/.exec(
      spoken,
    );
  if (found) return Number(found[1]);
  const months = /^(\d{1,2}) ?(?:thang(?: ruoi)?(?: tuoi)?|th|months?(?: old)?|mo|m\.o)$/.exec(spoken);
  if (months && Number(months[1]) <= 60) return Math.floor(Number(months[1]) / 12);
  const young = /^(\d{1,2}) ?(tuan|ngay|weeks?|days?)(?: tuoi| old)?$/.exec(spoken);
  return young ? 0 : null;
}

// "bảy mươi hai tuổi" → "72 tuoi"; without one of these words behind, a number word may be a name.
function spelled(text: string): string {
  const words = text.split(/[ -]/);
  const read = readNumberWords(words, 0);
  return read && read.next < words.length ? `${read.value} ${words.slice(read.next).join(' ')}` : text;
}

function bornOnly(text: string, thisYear: number): Birth | null {
  const digits = /^(?:nam )?(\d+)$/.exec(text)?.[1] ?? said(text);
  return digits === null ? null : bornIn(digits, thisYear);
}

// "sinh năm tám lăm", "sinh năm bảy sáu": two digits, said one by one or as a number.
function said(text: string): string | null {
  const words = text.split(' ');
  const read = readNumberWords(words, 0);
  if (!read) return null;
  if (read.next === words.length) return read.value >= 10 && read.value < 100 ? String(read.value) : null;
  const second = readNumberWords(words, read.next);
  return words.length === 2 && second?.next === 2 && read.value < 10 && second.value < 10
    ? `${read.value}${second.value}`
    : null;
}

function bare(text: string, thisYear: number): Birth | null {
  const both = /^(?:nam )?(\d{4}) ?[-,/]? ?(\d{1,3}) ?(?:tuoi|t)$/.exec(text);
  if (both) {
    const dated = bornIn(both[1] ?? '', thisYear);
    const agrees = dated.kind !== 'born' || Math.abs(thisYear - dated.year - Number(both[2])) <= 1;
    return agrees ? dated : null;
  }
  const year = /^nam (\d+)$/.exec(text)?.[1];
  if (year !== undefined) return bornIn(year, thisYear);
  if (!/^\d+$/.test(text)) return null;
  if (text.length === 1) return aged(Number(text));
  if (text.length === 2) return { kind: 'ambiguous', age: Number(text), year: latestYear(text, thisYear) };
  if (text.length === 3 && Number(text) >= 100 && Number(text) <= OLDEST) return aged(Number(text));
  return bornIn(text, thisYear);
}
