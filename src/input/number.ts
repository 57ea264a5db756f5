import { fold } from './fold.ts';
import { readNumberWords } from './number-words.ts';
import { tidy } from './tidy.ts';
import { withoutCourtesy } from './without-courtesy.ts';

/** What was typed where a whole number between `min` and `max` is wanted. */
export type Count =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'refused'; readonly why: 'not-a-number' | 'too-small' | 'too-large' | 'not-whole' };

const ABOUT =
  /^(?:(?:khoang|co|chung|tam(?= \d)|do|uoc|about|around|duoc|rong|dien tich|nha|tong cong|tong|la|so|o|gom|=)(?: |(?=\d)))+/;
const THINGS =
  /(?:(?<=\d)| )(?:m ?2|m vuong|met(?: vuong)?|m|nguoi|nhan khau|khau|cai|chiec|con|tuoi|thang|ngay|vu|sqm|sq m|square met(?:er|re)s?|people|persons?|members?)(?: san| nha| su dung)?$/;
const NOTHING = /^(?:khong|ko|hong|khong co|ko co|k co|khong co ai|khong ai|khong co cai nao|none|zero)$/;

/** Reads how many people, square metres or things somebody means; "40,5" is refused unless decimals are to be cut off. */
export function parseCount(
  raw: string,
  {
    min,
    max,
    decimals = 'refuse',
  }: { readonly min: number; readonly max: number; readonly decimals?: 'floor' | 'refuse' },
): Count {
  if (raw.length > 200) return { kind: 'refused', why: 'not-a-number' };
  // "tầm" (about) must not become "tám" (eight) when its mark is taken off.
  const text = tidy(raw.normalize('NFC').replace(/(?<!\p{L})tầm(?!\p{L})/giu, 'khoang'))
    .replace(/[\s.!~?]+$/, '')
    .replace(/^~\s*/, '');
  const bare = withoutCourtesy(text)
    .replace(ABOUT, '')
    .replace(THINGS, '')
    .replace(/^(\d) ?chuc$/, '$10')
    .trim();
  const value = NOTHING.test(fold(bare)) ? 0 : (literal(bare) ?? words(bare));
  if (value === null) return { kind: 'refused', why: 'not-a-number' };
  if (!Number.isInteger(value) && decimals === 'refuse') return { kind: 'refused', why: 'not-whole' };
  const whole = Math.floor(value);
  if (whole < min) return { kind: 'refused', why: 'too-small' };
  if (whole > max) return { kind: 'refused', why: 'too-large' };
  return { kind: 'number', value: whole };
}

// One to two digits behind the mark are decimals; with three nobody can tell thousands from decimals.
function literal(text: string): number | null {
  const found = /^(-?)\s?(\d+)(?:[.,](\d{1,2}))?( ruoi)?$/.exec(text);
  if (!found) return null;
  const value = Number(`${found[2]}.${found[3] ?? '0'}`) + (found[4] ? 0.5 : 0);
  return found[1] === '-' && value > 0 ? -value : value;
}

function words(text: string): number | null {
  const said = fold(text).split(' ');
  const read = readNumberWords(said, 0);
  if (!read) return null;
  if (read.next === said.length) return read.value;
  return said[read.next] === 'ruoi' && read.next + 1 === said.length ? read.value + 0.5 : null;
}
