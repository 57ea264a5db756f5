import type { ProvinceCode } from '../assessment.ts';
import type { Gap } from '../source.ts';

/** A province's standard of which we know too little to classify by it. */
export type UnusableStandard = {
  readonly province: ProvinceCode;
  /** The years it served, as far as we know. */
  readonly period: string;
  /** The last list year of which it is said to be, or before one that we classify by; null where nothing ends it. */
  readonly until: number | null;
  /** What we do know of it, in Vietnamese. */
  readonly known: string;
  /** The public pages on which that was seen. */
  readonly urls: readonly [string, ...string[]];
  readonly certainty: 'verified' | 'secondary';
  readonly missing: Gap;
};

/** Standards we know of and do not classify by, each with the fact that is missing. */
export const unusable: readonly UnusableStandard[] = [
  {
    province: 'quang-ninh',
    period: 'năm 2020, thời hạn chưa rõ',
    // That of 2023–2025 is known.
    until: 2022,
    known:
      'Năm 2020 phường Phương Đông (Uông Bí) có 19 hộ nghèo, 49 hộ cận nghèo theo tiêu chí Trung ương và 8 hộ nghèo, 21 hộ cận nghèo theo tiêu chí của tỉnh; lớp tập huấn rà soát năm 2020 có Nghị quyết 202/NQ-HĐND ngày 30/7/2019 của HĐND tỉnh.',
    urls: [
      'https://uongbi.gov.vn/phuong-phuong-dong-trao-gan-500-trieu-dong-ho-tro-ho-ngheo-p13n48118.html',
      'https://uongbi.gov.vn/tap-huan-dieu-tra-ho-ngheo-ho-can-ngheo-va-ky-nang-cong-tac-xa-hoi-p13n48876.html',
    ],
    certainty: 'verified',
    missing: {
      gap: 'not found',
      ask: 'Quảng Ninh, tiêu chí của tỉnh năm 2020: có phải của Nghị quyết 202/NQ-HĐND ngày 30/7/2019 không, mức thu nhập và chỉ số nào, áp dụng cho những năm nào?',
    },
  },
  {
    province: 'ho-chi-minh',
    period: 'kết quả năm 2025',
    until: null,
    known: 'Hộ nghèo đến 46 triệu đồng/người/năm, hộ cận nghèo trên 46 đến 54 triệu đồng/người/năm.',
    urls: ['https://www.vietnamplus.vn/thanh-pho-ho-chi-minh-con-003-ho-ngheo-ho-can-ngheo-post1090692.vnp'],
    certainty: 'verified',
    missing: {
      gap: 'not found',
      ask: 'Thành phố Hồ Chí Minh, mức 46 và 54 triệu đồng: văn bản nào quy định, và xét các chỉ số thiếu hụt thế nào?',
    },
  },
  {
    province: 'dong-nai',
    period: '2022–2025',
    until: null,
    known:
      'Mức 2.000.000 đồng (nông thôn), 2.500.000 đồng (thành thị); mức sống trung bình đến 3.000.000 và 3.750.000 đồng; ngưỡng 2 chỉ số.',
    urls: [
      'https://kinhtedothi.vn/dong-nai-ban-hanh-quy-dinh-chuan-ho-ngheo-da-chieu-giai-doan-2022-2025.html',
    ],
    certainty: 'secondary',
    missing: {
      gap: 'not found',
      ask: 'Đồng Nai 2022–2025: hộ cận nghèo thiếu hụt mấy chỉ số? (Bài báo viết “2 chỉ số” cho cả hộ nghèo và hộ cận nghèo.)',
    },
  },
  {
    province: 'binh-duong',
    period: 'đến 31/12/2021',
    until: 2021,
    known:
      'Hộ nghèo dưới 1.200.000 đồng (nông thôn), 1.400.000 đồng (thành thị); hộ cận nghèo dưới 1.600.000 và 1.800.000 đồng.',
    urls: [
      'https://www.binhduong.gov.vn/thong-tin-tuyen-truyen/2021/03/289-tiep-tuc-thuc-hien-nghi-quyet-ve-chuan-ngheo-tiep-can-da-chie',
    ],
    certainty: 'verified',
    missing: {
      gap: 'not found',
      ask: 'Bình Dương đến năm 2021: xét các chỉ số thiếu hụt thế nào bên cạnh thu nhập?',
    },
  },
  {
    province: 'da-nang',
    period: '2016–2020',
    until: null,
    known:
      'Hộ nghèo đến 1.100.000 đồng (nông thôn), 1.300.000 đồng (thành thị); hộ cận nghèo đến 1.430.000 và 1.690.000 đồng.',
    urls: ['https://thuviensuckhoe.org/da-nang-ap-dung-chuan-ngheo-cao-gan-gap-3-lan-ca-nuoc-12229.htm'],
    certainty: 'secondary',
    missing: {
      gap: 'not found',
      ask: 'Đà Nẵng 2016–2020: xét các chỉ số thiếu hụt thế nào bên cạnh thu nhập, và mức từ năm 2021?',
    },
  },
];
