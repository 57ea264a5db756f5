import type { ProvinceCode } from '../assessment.ts';
import type { Gap } from '../source.ts';

/** A province's standard of which we know too little to classify by it. */
export type UnusableStandard = {
  readonly province: ProvinceCode;
  /** The years it served, as far as we know. */
  readonly period: string;
  /** What we do know of it, in Vietnamese. */
  readonly known: string;
  readonly url: string;
  readonly certainty: 'verified' | 'secondary';
  readonly missing: Gap;
};

/** Standards we know of and do not classify by, each with the fact that is missing. */
export const unusable: readonly UnusableStandard[] = [
  {
    province: 'ho-chi-minh',
    period: 'kết quả năm 2025',
    known: 'Hộ nghèo đến 46 triệu đồng/người/năm, hộ cận nghèo trên 46 đến 54 triệu đồng/người/năm.',
    url: 'https://www.vietnamplus.vn/thanh-pho-ho-chi-minh-con-003-ho-ngheo-ho-can-ngheo-post1090692.vnp',
    certainty: 'verified',
    missing: {
      gap: 'not found',
      ask: 'Thành phố Hồ Chí Minh, mức 46 và 54 triệu đồng: văn bản nào quy định, và xét các chỉ số thiếu hụt thế nào?',
    },
  },
  {
    province: 'dong-nai',
    period: '2022–2025',
    known:
      'Mức 2.000.000 đồng (nông thôn), 2.500.000 đồng (thành thị); mức sống trung bình đến 3.000.000 và 3.750.000 đồng; ngưỡng 2 chỉ số.',
    url: 'https://kinhtedothi.vn/dong-nai-ban-hanh-quy-dinh-chuan-ho-ngheo-da-chieu-giai-doan-2022-2025.html',
    certainty: 'secondary',
    missing: {
      gap: 'not found',
      ask: 'Đồng Nai 2022–2025: hộ cận nghèo thiếu hụt mấy chỉ số? (Bài báo viết “2 chỉ số” cho cả hộ nghèo và hộ cận nghèo.)',
    },
  },
  {
    province: 'binh-duong',
    period: 'đến 31/12/2021',
    known:
      'Hộ nghèo dưới 1.200.000 đồng (nông thôn), 1.400.000 đồng (thành thị); hộ cận nghèo dưới 1.600.000 và 1.800.000 đồng.',
    url: 'https://www.binhduong.gov.vn/thong-tin-tuyen-truyen/2021/03/289-tiep-tuc-thuc-hien-nghi-quyet-ve-chuan-ngheo-tiep-can-da-chie',
    certainty: 'verified',
    missing: {
      gap: 'not found',
      ask: 'Bình Dương đến năm 2021: xét các chỉ số thiếu hụt thế nào bên cạnh thu nhập?',
    },
  },
  {
    province: 'da-nang',
    period: '2016–2020',
    known:
      'Hộ nghèo đến 1.100.000 đồng (nông thôn), 1.300.000 đồng (thành thị); hộ cận nghèo đến 1.430.000 và 1.690.000 đồng.',
    url: 'https://thuviensuckhoe.org/da-nang-ap-dung-chuan-ngheo-cao-gan-gap-3-lan-ca-nuoc-12229.htm',
    certainty: 'secondary',
    missing: {
      gap: 'not found',
      ask: 'Đà Nẵng 2016–2020: xét các chỉ số thiếu hụt thế nào bên cạnh thu nhập, và mức từ năm 2021?',
    },
  },
];
