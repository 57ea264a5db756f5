import type { IsoDate, Known, Source } from '../rules/source.ts';
import { hungKingsDay } from './lunar.ts';

/** Whose days off they are. */
export type HolidayName =
  'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national' | 'culture';

const labourCode: Source = {
  document: 'Bộ luật Lao động 45/2019/QH14',
  article: 'Điều 112 khoản 1',
  inForceFrom: '2021-01-01',
  url: 'https://vneconomy.vn/bo-sung-ngay-van-hoa-viet-nam-2411-vao-danh-muc-ngay-nghi-huong-nguyen-luong.htm',
};

const law = { source: labourCode, certainty: 'verified' } as const;

/** From this year on National Day is two days; before, one (Bộ luật Lao động 10/2012/QH13, Điều 115). */
export const secondNationalDayFrom = 2021;

/** How many days Tết is; which ones is fixed each year. */
export const tetDays: Known<number> = { value: 5, ...law };

/** A day off that the law itself fixes, from which year on. */
export type FixedHoliday = {
  readonly name: HolidayName;
  readonly from: number;
  readonly dayIn: Known<(year: number) => IsoDate>;
};

/** The days off on which nothing is left to fix but working days exchanged around them. */
export const fixedHolidays: readonly FixedHoliday[] = [
  { name: 'new-year', from: 0, dayIn: { value: (year) => `${year}-01-01`, ...law } },
  { name: 'hung-kings', from: 2007, dayIn: { value: hungKingsDay, ...law } },
  { name: 'reunification', from: 0, dayIn: { value: (year) => `${year}-04-30`, ...law } },
  { name: 'labour', from: 0, dayIn: { value: (year) => `${year}-05-01`, ...law } },
  {
    // The Politburo chose it as a day off, the National Assembly discussed that in April 2026; how it ended was not
    // found. Counted as off: a deadline that ends a day late takes no complaint away from anybody.
    name: 'culture',
    from: 2026,
    dayIn: {
      value: (year) => `${year}-11-24`,
      source: {
        document: 'Nghị quyết 80-NQ/TW',
        signedOn: '2026-01-07',
        url: 'https://tienphong.vn/ngay-van-hoa-viet-nam-2411-se-duoc-nghi-nguoi-lao-dong-huong-nguyen-luong-post1812508.tpo',
        seenIn:
          'Quốc hội thảo luận ngày 20/4/2026: https://news.laodong.vn/thoi-su/de-xuat-chi-xac-lap-ngay-van-hoa-luat-se-quyet-dinh-viec-nghi-lam-huong-nguyen-luong-1688322.ldo',
      },
      certainty: 'unconfirmed',
    },
  },
];
