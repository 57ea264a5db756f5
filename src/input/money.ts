import { fold } from './fold.ts';
import { moneyItems } from './money-items.ts';
import { timesAYear } from './money-times.ts';
import { moneyTokens } from './money-tokens.ts';
import { type Period, UNITS } from './money-words.ts';
import { isNumberWord } from './number-words.ts';
import { tidy } from './tidy.ts';
import { isUnknown } from './yes-no.ts';

/** What somebody said that they took in: `yearly` = `amount` × `times`, in đồng over twelve months, or what is still to be asked. */
export type Money =
  | {
      readonly kind: 'money';
      readonly yearly: number;
      readonly amount: number;
      readonly period: Period;
      readonly times: number;
    }
  | { readonly kind: 'needs-period'; readonly amount: number }
  | { readonly kind: 'needs-count'; readonly amount: number; readonly period: 'day' | 'week' | 'season' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: 'not-money' | 'too-large' | 'unclear-unit' | 'negative' };

const CAP = 100_000_000_000;
const NOTHING =
  /^(?:(?:da|a|thi|nha|toi|em|minh) )*(?:0|(?:khong|ko|k|kh|hong|hok|khum|chua|chang|cha) co(?: (?:gi|dong|dong nao|tien|thu nhap|luong|khoan nao|khoan nay|nguon nay|nguon nao))?|khong|ko|khong dong|zero|none|nothing|no|no income)(?: (?:a|ca|het|dau|nha|luon|nao))*$/;

/** Reads money the way people say it; what could mean two amounts is asked again, never guessed. */
export function parseMoney(raw: string): Money {
  const said = fold(raw);
  if (isUnknown(raw)) return { kind: 'unknown' };
  if (NOTHING.test(said) && !/[-.,]\s*\d|%/.test(raw))
    return { kind: 'money', yearly: 0, amount: 0, period: 'year', times: 1 };
  if (isNegative(raw)) return { kind: 'refused', why: 'negative' };
  const tokens = moneyTokens(raw);
  const words = tokens.map((token) => token.text);
  if (tokens.length > 60 || !words.some((word) => /\d/.test(word) || UNITS.has(word) || isNumberWord(word))) {
    return { kind: 'refused', why: 'not-money' };
  }
  if (/\d{15}/.test(raw)) return { kind: 'refused', why: 'too-large' };
  // Without its mark, "mot ti" is a bit as often as a billion.
  const items = /(?:^| )(?:mot|chut) ti(?: |$)/.test(said) ? null : moneyItems(tokens);
  const amounts = items?.flatMap((item) => (item.kind === 'amount' ? [item.value] : [])) ?? [];
  const [amount] = amounts;
  if (!items || amount === undefined || amounts.length > 1) return { kind: 'refused', why: 'unclear-unit' };
  if (amount > CAP) return { kind: 'refused', why: 'too-large' };
  const found = timesAYear(items);
  if (found.kind === 'unclear') return { kind: 'refused', why: 'unclear-unit' };
  if (amount === 0) return { kind: 'money', yearly: 0, amount: 0, period: 'year', times: 1 };
  if (found.kind === 'needs-period') return { kind: 'needs-period', amount };
  if (found.kind === 'needs-count') return { kind: 'needs-count', amount, period: found.period };
  const yearly = amount * found.times;
  return yearly > CAP
    ? { kind: 'refused', why: 'too-large' }
    : { kind: 'money', yearly, amount, period: found.period, times: found.times };
}

// A loss (lỗ, âm) or a minus before the first number.
function isNegative(raw: string): boolean {
  return (
    /^\s*-\s*\d/.test(tidy(raw)) ||
    /(?<!\p{L})(?:bị\s+)?(?:lỗ|thua lỗ)(?!\p{L})|(?<!\p{L})âm\s*\d/iu.test(raw.normalize('NFC')) ||
    /^(?:bi |thua |dang )*lo (?:von|mat|khoang|\d)|^am \d/.test(tidy(raw)) ||
    /^(?:minus|loss|lost) /.test(tidy(raw))
  );
}
