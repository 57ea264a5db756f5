import type { Standard } from '../standard.ts';
import { incomeDefinition } from './income-definition.ts';
import { houseParts } from './shared.ts';

const decision59 = {
  document: 'Quyết định 59/2015/QĐ-TTg',
  signedOn: '2015-11-19',
  inForceFrom: '2016-01-05',
} as const;

/** News: the standard stays in force for the year 2021. */
const decree07 = {
  document: 'Nghị định 07/2021/NĐ-CP',
  url: 'https://laodongthudo.vn/quy-dinh-chuan-ngheo-da-chieu-giai-doan-2021-2025-119787.html',
  signedOn: '2021-01-27',
  inForceFrom: '2021-03-15',
} as const;

const lines = {
  source: {
    ...decision59,
    article: 'Điều 1 khoản 1',
    url: 'https://thuvienphapluat.vn/van-ban/Van-hoa-Xa-hoi/Quyet-dinh-59-2015-QD-TTg-chuan-ngheo-tiep-can-da-chieu-ap-dung-2016-2020-296044.aspx',
  },
  certainty: 'verified',
} as const;

const average = {
  source: {
    ...decision59,
    url: 'https://vietnamnet.vn/en/pm-issues-multi-dimensional-poverty-index-E146686.html',
  },
  certainty: 'secondary',
} as const;

/** "3 of 10": the same in every source that was seen, none of them the decision itself. */
const classes = {
  source: {
    ...decision59,
    article: 'Điều 2',
    url: 'https://tailieuebook.com/bao-cao-ngheo-da-chieu-o-viet-nam-giam-ngheo-o-tat-ca-cac-chieu-canh-de-dam-bao-cuoc-song-chat-luong-cho-moi-nguoi-7632',
  },
  certainty: 'secondary',
} as const;

/** Whether exactly the line is still under it ("từ đủ … trở xuống") is recalled, not seen. */
const boundary = { source: { ...decision59, article: 'Điều 2' }, certainty: 'unconfirmed' } as const;

const names = {
  source: {
    ...decision59,
    article: 'Điều 1 khoản 2',
    url: 'https://hoidapphapluat.co/quyet-dinh-59-2015-qd-ttg-chuan-ngheo-tiep-can-da-chieu-2016-2010.html',
  },
  certainty: 'verified',
} as const;

/** Recalled; expected in the annex of this decision, which was not seen. */
const recalled = {
  source: { document: 'Quyết định 1614/QĐ-TTg', article: 'phụ lục', signedOn: '2015-09-15' },
  certainty: 'unconfirmed',
} as const;

/** Recalled. */
const points = {
  source: { document: 'Thông tư 14/2018/TT-BLĐTBXH', signedOn: '2018-09-26' },
  certainty: 'unconfirmed',
} as const;

/**
 * Of our two collections of facts one says that no page shows these thresholds, the other that this page shows 140 and 175
 * (urban) and 120 (rural). As long as they differ the weaker holds.
 */
const thresholds = {
  source: {
    ...points.source,
    url: 'https://thukyluat.vn/news/binh-luan/to-chuc-ra-soat-lap-danh-sach-phan-loai-ho-gia-dinh-39226.html',
  },
  certainty: 'unconfirmed',
} as const;

/** The national standard of 2016–2020, kept for the lists of 2021. */
export const standard2016: Standard = {
  id: 'national-2016-2021',
  authority: 'national',
  basis: [decision59, decree07],
  serves: [
    { value: { from: 2016, to: 2020 }, ...lines },
    { value: { from: 2021, to: 2021 }, source: decree07, certainty: 'secondary' },
  ],
  contested: [],
  // That one of two criteria is enough is quoted; the two were seen in publishers' summaries only.
  decide: { value: { kind: 'line-or-deprived' }, ...classes },
  lines: {
    poor: {
      per: 'month',
      rural: { value: 700_000, ...lines },
      urban: { value: 900_000, ...lines },
      included: { value: true, ...boundary },
    },
    'near-poor': {
      per: 'month',
      rural: { value: 1_000_000, ...lines },
      urban: { value: 1_300_000, ...lines },
      included: { value: true, ...boundary },
    },
    average: {
      per: 'month',
      rural: { value: 1_500_000, ...average },
      urban: { value: 1_950_000, ...average },
      included: { value: true, ...average },
    },
  },
  deprivations: { value: 3, ...classes },
  incomeDefinition,
  indicators: [
    {
      id: 'health-care',
      dimension: 'health',
      name: { value: 'Tiếp cận các dịch vụ y tế', ...names },
      condition: { value: { kind: 'untreated' }, ...recalled },
    },
    {
      id: 'health-insurance',
      dimension: 'health',
      name: { value: 'Bảo hiểm y tế', ...names },
      condition: { value: { kind: 'uninsured', ages: { from: 6, below: null } }, ...recalled },
    },
    {
      id: 'adult-education',
      dimension: 'education',
      name: { value: 'Trình độ giáo dục của người lớn', ...names },
      condition: {
        value: { kind: 'without-lower-secondary', ages: { from: 15, below: null }, bornFrom: 1986 },
        ...recalled,
      },
    },
    {
      id: 'child-school',
      dimension: 'education',
      name: { value: 'Tình trạng đi học của trẻ em', ...names },
      condition: { value: { kind: 'not-in-school', ages: { from: 5, below: 15 } }, ...recalled },
    },
    {
      id: 'housing-quality',
      dimension: 'housing',
      name: { value: 'Chất lượng nhà ở', ...names },
      condition: {
        value: {
          kind: 'weak-parts',
          // "Thiếu kiên cố" and "đơn sơ": one or none of the three parts is durable.
          atLeast: 2,
          ...houseParts,
        },
        ...recalled,
      },
    },
    {
      id: 'housing-area',
      dimension: 'housing',
      name: { value: 'Diện tích nhà ở bình quân đầu người', ...names },
      condition: { value: { kind: 'area-per-person', below: 8 }, ...recalled },
    },
    {
      id: 'water',
      dimension: 'water-sanitation',
      name: { value: 'Nguồn nước sinh hoạt', ...names },
      condition: {
        gap: 'not found',
        ask: 'Giai đoạn 2016–2020: những nguồn nước nào là nguồn nước hợp vệ sinh?',
      },
    },
    {
      id: 'latrine',
      dimension: 'water-sanitation',
      name: { value: 'Hố xí/nhà tiêu hợp vệ sinh', ...names },
      condition: {
        gap: 'not found',
        ask: 'Giai đoạn 2016–2020: những loại hố xí, nhà tiêu nào là hợp vệ sinh?',
      },
    },
    {
      id: 'telecom',
      dimension: 'information',
      name: { value: 'Sử dụng dịch vụ viễn thông', ...names },
      condition: { value: { kind: 'no-phone-nor-internet' }, ...recalled },
    },
    {
      id: 'info-devices',
      dimension: 'information',
      name: { value: 'Tài sản phục vụ tiếp cận thông tin', ...names },
      condition: {
        value: { kind: 'no-device-nor-loudspeaker', anyOf: ['tv', 'radio', 'desktop', 'laptop'] },
        ...recalled,
      },
    },
  ],
  unlisted: null,
  points: {
    value: {
      poor: { rural: { value: 120, ...thresholds }, urban: { value: 140, ...thresholds } },
      nearPoor: { rural: { value: 150, ...points }, urban: { value: 175, ...thresholds } },
      perIndicator: { value: 10, ...points },
      deprived: { value: 30, ...points },
      aboveIsNotPoor: { value: true, ...points },
    },
    ...points,
  },
  gaps: [
    {
      gap: 'not found',
      ask: 'Bảng điểm B1, B2 của Phiếu B (phụ lục 3b, Thông tư 17/2016 và Thông tư 14/2018/TT-BLĐTBXH): từng dòng và số điểm theo vùng?',
    },
    {
      gap: 'not found',
      ask: 'Hộ ở xã nông thôn của Quảng Ninh chấm theo phiếu vùng Đồng bằng sông Hồng hay vùng Trung du và miền núi phía Bắc?',
    },
  ],
};
