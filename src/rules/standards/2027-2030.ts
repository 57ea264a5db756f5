import type { Standard } from '../standard.ts';
import { incomeDefinition } from './income-definition.ts';
import { formerVillage, nutritionTable, turnOf2027, unknownAverage, workingAge } from './shared.ts';

const decree351 = { document: 'Nghị định 351/2025/NĐ-CP', signedOn: '2025-12-30' } as const;

const lines = {
  source: {
    ...decree351,
    url: 'https://huengaynay.vn/chinh-tri-xa-hoi/an-sinh-xa-hoi/chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030-161540.html',
  },
  certainty: 'verified',
} as const;

/** The first dimension's two names were seen in the decree as issued; there the page is cut. */
const issuedNames = {
  source: {
    ...decree351,
    url: 'https://www.vietnamplus.vn/ban-hanh-quy-dinh-ve-chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030-post1086100.vnp',
  },
  certainty: 'verified',
} as const;

const draftNames = {
  source: {
    ...decree351,
    draft: true,
    url: 'https://www.vietnam.vn/en/som-ban-hanh-quy-dinh-moi-ve-chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030',
  },
  certainty: 'secondary',
} as const;

/** Three conditions were seen in the draft of September 2025, in the words of the decree before; the rest was cut off. */
const draftConditions = {
  source: {
    ...decree351,
    draft: true,
    url: 'https://www.vietnam.vn/en/de-xuat-cac-chi-so-thieu-hut-dich-vu-xa-hoi-co-ban-trong-chuan-ngheo-da-chieu-moi',
  },
  certainty: 'secondary',
} as const;

/** The national standard of 2027–2030: lines and cut-off are known; of the indicators only what a draft shows. */
export const standard2027: Standard = {
  id: 'national-2027-2030',
  authority: 'national',
  basis: [decree351],
  serves: [{ value: { from: 2027, to: 2030 }, ...lines }],
  decide: { value: { kind: 'line-and-deprived' }, ...lines },
  contested: [turnOf2027],
  lines: {
    poor: {
      per: 'month',
      rural: { value: 2_200_000, ...lines },
      urban: { value: 2_800_000, ...lines },
      included: { value: true, ...lines },
    },
    'near-poor': null,
    average: unknownAverage('month', {
      rural: 'Từ năm 2027, khu vực nông thôn: còn mức sống trung bình không, và đến bao nhiêu đồng?',
      urban: 'Từ năm 2027, khu vực đô thị: còn mức sống trung bình không, và đến bao nhiêu đồng?',
      included:
        'Từ năm 2027: hộ có thu nhập đúng bằng mức trên của mức sống trung bình thì có tính vào không?',
    }),
  },
  deprivations: { value: 3, ...lines },
  incomeDefinition,
  indicators: [
    {
      id: 'employment',
      dimension: 'work',
      name: { value: 'Việc làm', ...issuedNames },
      condition: {
        value: {
          kind: 'without-secure-work',
          workingAge,
        },
        ...draftConditions,
      },
    },
    {
      id: 'dependents',
      dimension: 'work',
      name: { value: 'Người phụ thuộc trong hộ gia đình', ...issuedNames },
      condition: {
        value: { kind: 'dependents', overPercent: 50, children: { from: 0, below: 16 } },
        ...draftConditions,
      },
    },
    {
      id: 'health-insurance',
      dimension: 'health',
      name: { value: 'Bảo hiểm y tế', ...draftNames },
      condition: { gap: 'not found', ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số bảo hiểm y tế?' },
    },
    {
      id: 'nutrition',
      dimension: 'health',
      name: { value: 'Dinh dưỡng', ...draftNames },
      condition: {
        value: { kind: 'undernourished', ages: { from: 0, below: 16 }, table: nutritionTable },
        ...draftConditions,
      },
    },
    {
      id: 'adult-education',
      dimension: 'education',
      name: { value: 'Trình độ giáo dục của người lớn', ...draftNames },
      condition: {
        gap: 'not found',
        ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số trình độ giáo dục của người lớn?',
      },
    },
    {
      id: 'child-school',
      dimension: 'education',
      name: { value: 'Tình trạng đi học của trẻ em', ...draftNames },
      condition: {
        gap: 'not found',
        ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số tình trạng đi học của trẻ em?',
      },
    },
    {
      id: 'housing-area',
      dimension: 'housing',
      name: { value: 'Diện tích nhà ở bình quân đầu người', ...draftNames },
      condition: {
        gap: 'not found',
        ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số diện tích nhà ở bình quân đầu người?',
      },
    },
    {
      id: 'housing-quality',
      dimension: 'housing',
      name: { value: 'Chất lượng nhà ở', ...draftNames },
      condition: { gap: 'not found', ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số chất lượng nhà ở?' },
    },
    {
      id: 'telecom',
      dimension: 'information',
      name: { value: 'Sử dụng dịch vụ viễn thông', ...draftNames },
      condition: {
        gap: 'not found',
        ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số sử dụng dịch vụ viễn thông?',
      },
    },
    {
      id: 'water',
      dimension: 'water-sanitation',
      name: { value: 'Nguồn nước sinh hoạt', ...draftNames },
      condition: { gap: 'not found', ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số nguồn nước sinh hoạt?' },
    },
    {
      id: 'latrine',
      dimension: 'water-sanitation',
      name: { value: 'Nhà tiêu (công trình phụ trợ) hợp vệ sinh', ...draftNames },
      condition: { gap: 'not found', ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số nhà tiêu hợp vệ sinh?' },
    },
    {
      id: 'waste',
      dimension: 'water-sanitation',
      name: { value: 'Xử lý chất thải', ...draftNames },
      condition: { gap: 'not found', ask: 'Từ năm 2027: khi nào hộ thiếu hụt chỉ số xử lý chất thải?' },
    },
  ],
  unlisted: null,
  points: {
    gap: 'not found',
    ask: 'Mức điểm tương đương 2.200.000 đồng và 2.800.000 đồng, phiếu và bảng điểm dùng từ năm 2027?',
  },
  gaps: [
    {
      gap: 'not found',
      ask: 'Phụ lục của Nghị định 351/2025/NĐ-CP như đã ban hành: 12 chỉ số và ngưỡng thiếu hụt của từng chỉ số?',
    },
    formerVillage,
  ],
};
