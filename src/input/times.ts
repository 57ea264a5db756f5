import { fold } from './fold.ts';
import { parseMoney } from './money.ts';
import { parseCount } from './number.ts';
import { withoutCourtesy } from './without-courtesy.ts';

type Asked = 'day' | 'week' | 'season';

const UNIT: Readonly<Record<Asked, { readonly spoken: string; readonly behind: RegExp }>> = {
  day: { spoken: 'ngày', behind: / ?(?:ngay cong|ngay|cong|hom|days?)$/ },
  week: { spoken: 'tuần', behind: / ?(?:tuan|weeks?)$/ },
  season: {
    spoken: 'vụ',
    behind: / ?(?:vu|lua|dot|mua|lan|chuyen|seasons?|crops?|harvests?|litters?|batch(?:es)?|times?)$/,
  },
};
const OTHER = /(?:^|[ \d])(?:ngay|tuan|thang|quy|tuoi|vu|nguoi|con|m2?|days?|weeks?|months?|years?)$/;

/** How often an amount for a day, a week or a season came in within the year: "150", "2 lứa", "mỗi tháng 20 ngày"; null when it is not said. */
export function parseTimes(raw: string, asked: Asked): number | null {
  const { spoken, behind } = UNIT[asked];
  const said = withoutCourtesy(fold(raw)).replace(/ (?:lam|mot nam|1 nam|ca nam)$/, '');
  const bare = said.replace(behind, '');
  // "3 tháng" are not three days.
  const count = OTHER.test(bare) ? null : parseCount(bare, { min: 1, max: 366, decimals: 'refuse' });
  if (count?.kind === 'number') return count.value;
  const money = parseMoney(`1 triệu một ${spoken}, ${raw}`);
  return money.kind === 'money' && money.amount === 1_000_000 ? money.times : null;
}
