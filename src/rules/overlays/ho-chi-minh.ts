import { derive } from '../derive.ts';
import type { IndicatorRule } from '../standard.ts';
import { standard2022 } from '../standards/2022-2026.ts';
import { nutritionTable, unknownAverage } from '../standards/shared.ts';

const decision995 = {
  document: 'Quyết định 995/QĐ-UBND của UBND Thành phố Hồ Chí Minh',
  url: 'https://hochiminhcity.gov.vn/-/quy-inh-chuan-ngheo-a-chieu-giai-oan-2021-2025',
  signedOn: '2021-03-23',
} as const;

const seen = { source: decision995, certainty: 'verified' } as const;

const lines = {
  source: {
    ...decision995,
    url: 'https://en.vietnamplus.vn/hcm-city-poverty-threshold-set-at-36-million-vnd/198133.vnp',
  },
  certainty: 'verified',
} as const;

/** A report on one district words these two conditions. */
const reported = {
  source: {
    ...decision995,
    url: 'https://vietnam.vn/en/mot-quan-o-tp-hcm-khong-con-ho-ngheo-can-ngheo-theo-chuan-da-chieu',
  },
  certainty: 'secondary',
} as const;

/** Two indicators of income are told of; that the line is one of them we infer. */
const inferred = { source: decision995, certainty: 'unconfirmed' } as const;

const average =
  'Thành phố Hồ Chí Minh 2021–2025: có mức sống trung bình không, và đến bao nhiêu đồng/người/năm?';
const included =
  'Thành phố Hồ Chí Minh 2021–2025: hộ có thu nhập đúng bằng mức trên của mức sống trung bình thì có tính vào không?';

const indicators: readonly IndicatorRule[] = [
  {
    id: 'nutrition',
    dimension: 'health',
    name: { value: 'Dinh dưỡng', ...reported },
    condition: {
      value: { kind: 'undernourished', ages: { from: 0, below: 16 }, table: nutritionTable },
      ...reported,
    },
  },
  {
    id: 'health-insurance',
    dimension: 'health',
    name: { value: 'Bảo hiểm y tế', ...reported },
    condition: { value: { kind: 'uninsured', ages: { from: 6, below: null } }, ...reported },
  },
  {
    id: 'income-per-person',
    dimension: 'income',
    name: { value: 'Thu nhập bình quân đầu người', ...inferred },
    condition: { value: { kind: 'under-income-line' }, ...inferred },
  },
  {
    id: 'second-income',
    dimension: 'income',
    name: {
      gap: 'not found',
      ask: 'Thành phố Hồ Chí Minh 2021–2025: chỉ số thứ hai của chiều thu nhập tên là gì?',
    },
    condition: {
      gap: 'not found',
      ask: 'Thành phố Hồ Chí Minh 2021–2025: khi nào hộ thiếu hụt chỉ số thứ hai của chiều thu nhập?',
    },
  },
];

/** Thành phố Hồ Chí Minh 2021–2025: five dimensions, ten indicators, income one of them. */
export const hoChiMinh2021 = derive(standard2022, {
  id: 'ho-chi-minh-2021-2025',
  authority: 'ho-chi-minh',
  basis: [decision995],
  serves: [{ value: { from: 2021, to: 2025 }, ...seen }],
  // The results of 2025, decided in January 2026 (Quyết định 505/QĐ-UBND), are by 46 and 54 million; of which list is open.
  contested: [
    {
      listYear: 2025,
      ask: {
        gap: 'not found',
        ask: 'Thành phố Hồ Chí Minh: danh sách năm 2025 theo mức 36 và 46 triệu đồng (Quyết định 995/QĐ-UBND) hay 46 và 54 triệu đồng (kết quả năm 2025, Quyết định 505/QĐ-UBND)?',
      },
    },
  ],
  decide: { value: { kind: 'deprived-or-income', nearPoorDeprivations: { value: 2, ...seen } }, ...seen },
  lines: {
    poor: {
      per: 'year',
      rural: { value: 36_000_000, ...lines },
      urban: { value: 36_000_000, ...lines },
      included: { value: true, ...lines },
    },
    'near-poor': {
      per: 'year',
      rural: { value: 46_000_000, ...lines },
      urban: { value: 46_000_000, ...lines },
      included: { value: true, ...lines },
    },
    average: unknownAverage('year', { rural: average, urban: average, included }),
  },
  deprivations: { value: 3, ...seen },
  indicators,
  unlisted: {
    indicators: 6,
    ask: {
      gap: 'not found',
      ask: 'Thành phố Hồ Chí Minh 2021–2025: sáu chỉ số còn lại trong mười chỉ số và ngưỡng thiếu hụt của từng chỉ số?',
    },
  },
  gaps: [],
});
