import { tidy } from './tidy.ts';
import { withoutCourtesy } from './without-courtesy.ts';

const BEFORE = /^(?:(?:khoang|chung|rong|la|about|around) )+/;
const METRES = / ?(?:m ?2|m|m vuong|met(?: vuong)?|sqm|sq m|square met(?:er|re)s?)$/;

/** Was this very number typed, in digits and alone? Words, decimals and other things counted are read, and could be misread. */
export function isPlainCount(raw: string, value: number): boolean {
  const said = withoutCourtesy(tidy(raw).replace(/[\s.!]+$/, ''));
  const bare = said.replace(BEFORE, '').replace(METRES, '');
  return /^\d+$/.test(bare) && Number(bare) === value;
}
