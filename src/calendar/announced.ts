import type { IsoDate, Known, Source } from '../rules/source.ts';

/** What the authorities fix for one year. Substitutes for days off on a weekend follow from the law and are not listed. */
export type AnnouncedYear = {
  readonly year: number;
  /** The first of the five days of Tết. */
  readonly tetFrom: Known<IsoDate>;
  /** The day off beside 2 September. */
  readonly besideNationalDay: Known<IsoDate>;
  /** A working day that is off, and the rest day that is worked instead. */
  readonly exchanged: readonly Known<{ readonly off: IsoDate; readonly worked: IsoDate }>[];
  /** Up to this day it is known that no other working days were exchanged. */
  readonly completeUntil: IsoDate;
};

const of2021: Source = {
  document: 'Thông báo lịch nghỉ lễ, Tết năm 2021 của Bộ Lao động – Thương binh và Xã hội',
  url: 'https://sggpnews.org.vn/culture_art/vietnams-public-holidays-in-2021-89687.html',
};

const of2022: Source = {
  document: 'Ý kiến của Phó Thủ tướng Chính phủ về nghỉ Tết Nguyên đán và Quốc khánh năm 2022',
  url: 'https://en.baobinhthuan.com.vn/print/94428.html',
};

const of2023: Source = {
  document: 'Văn bản của Văn phòng Chính phủ về nghỉ Tết Nguyên đán và Quốc khánh năm 2023',
  signedOn: '2022-12-01',
  url: 'https://en.nhandan.vn/2023-lunar-new-year-holiday-to-last-seven-days-post120513.html',
};

const of2024: Source = {
  document: 'Ý kiến của Thủ tướng Chính phủ về nghỉ Tết Nguyên đán và Quốc khánh năm 2024',
  url: 'https://vietnamnews.vn/society/1636141/one-week-break-approved-for-tet-holiday-in-2024.html',
};

const aprilOf2024: Source = {
  document: 'Văn bản của Văn phòng Chính phủ về hoán đổi ngày làm việc dịp 30/4 và 1/5/2024',
  signedOn: '2024-04-12',
  url: 'https://thoibaotaichinhvietnam.vn/govt-chief-okeys-five-uninterrupted-days-off-in-upcoming-april-30-may-1-holiday-148907.html',
};

const of2025: Source = {
  document: 'Ý kiến của Thủ tướng Chính phủ về nghỉ Tết, Quốc khánh, 30/4 và 1/5 năm 2025',
  signedOn: '2024-11-26',
  url: 'https://vietnamnews.vn/society/1687874/pm-approves-proposal-for-9-day-continuous-tet-holiday-in-2025.html',
};

const aprilOf2025: Source = {
  ...of2025,
  url: 'https://en.baochinhphu.vn/three-days-off-in-celebration-for-hung-kings-commemoration-day-111250304153250976.htm',
};

const newYearOf2026: Source = {
  document: 'Công văn 12729/VPCP-KGVX',
  signedOn: '2025-12-25',
  url: 'https://vietnam.vnanet.vn/english/tin-van/civil-servants-public-employees-to-have-four-day-new-year-break-418376.html',
};

const tetOf2026: Source = {
  document: 'Công văn 9859/VPCP-KGVX',
  url: 'https://vietnamnews.vn/society/1727239/prime-minister-approves-nine-day-lunar-new-year-holiday-plan.html',
  seenIn:
    'Tết Nguyên đán Bính Ngọ nghỉ 5 ngày, từ thứ Hai 16/2 đến hết thứ Sáu 20/2/2026: https://vietnammedia.vnanet.vn/video/lich-nghi-tet-nguyen-dan-va-quoc-khanh-nam-2026-165342.htm',
};

const septemberOf2026: Source = {
  document: 'Thông báo của Bộ Nội vụ về lịch nghỉ Tết Nguyên đán và Quốc khánh năm 2026',
  url: 'https://vietnamnews.vn/politics-laws/1727514/ministry-of-home-affairs-announces-2026-holiday-schedule-for-lunar-new-year-national-day.html',
};

/**
 * The announced days, oldest year first; what lies in none of these years is computed by the law. Only what is `verified`
 * counts as confirmed: the page restates the document of the Government or the ministry.
 */
export const announced: readonly AnnouncedYear[] = [
  {
    year: 2021,
    tetFrom: { value: '2021-02-10', source: of2021, certainty: 'verified' },
    besideNationalDay: { value: '2021-09-03', source: of2021, certainty: 'verified' },
    exchanged: [],
    completeUntil: '2021-12-31',
  },
  {
    year: 2022,
    tetFrom: { value: '2022-01-31', source: of2022, certainty: 'verified' },
    besideNationalDay: { value: '2022-09-01', source: of2022, certainty: 'verified' },
    exchanged: [],
    completeUntil: '2022-12-31',
  },
  {
    year: 2023,
    tetFrom: { value: '2023-01-20', source: of2023, certainty: 'verified' },
    besideNationalDay: { value: '2023-09-01', source: of2023, certainty: 'verified' },
    exchanged: [],
    completeUntil: '2023-12-31',
  },
  {
    year: 2024,
    tetFrom: { value: '2024-02-08', source: of2024, certainty: 'verified' },
    besideNationalDay: { value: '2024-09-03', source: of2024, certainty: 'verified' },
    exchanged: [
      { value: { off: '2024-04-29', worked: '2024-05-04' }, source: aprilOf2024, certainty: 'verified' },
    ],
    completeUntil: '2024-12-31',
  },
  {
    year: 2025,
    tetFrom: { value: '2025-01-27', source: of2025, certainty: 'verified' },
    besideNationalDay: { value: '2025-09-01', source: of2025, certainty: 'verified' },
    exchanged: [
      { value: { off: '2025-05-02', worked: '2025-04-26' }, source: aprilOf2025, certainty: 'verified' },
    ],
    completeUntil: '2025-12-31',
  },
  {
    year: 2026,
    tetFrom: { value: '2026-02-16', source: tetOf2026, certainty: 'verified' },
    besideNationalDay: { value: '2026-09-01', source: septemberOf2026, certainty: 'verified' },
    exchanged: [
      { value: { off: '2026-01-02', worked: '2026-01-10' }, source: newYearOf2026, certainty: 'verified' },
      { value: { off: '2026-08-31', worked: '2026-08-22' }, source: septemberOf2026, certainty: 'verified' },
    ],
    // Whether days were exchanged around 24 November, and whether it is a day off at all, was not found.
    completeUntil: '2026-09-30',
  },
];
