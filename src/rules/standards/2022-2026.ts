import type { Standard } from '../standard.ts';
import { incomeDefinition } from './income-definition.ts';
import {
  certificatesByAge,
  formerVillage,
  houseParts,
  levelsByAge,
  nutritionTable,
  turnOf2027,
  workingAge,
} from './shared.ts';

const decree07 = {
  document: 'Nghị định 07/2021/NĐ-CP',
  signedOn: '2021-01-27',
  inForceFrom: '2021-03-15',
} as const;

/** Decree 351/2025 keeps Article 3 of Decree 07/2021 in use from 2026-01-01 to 2026-12-31. */
const decree351 = {
  document: 'Nghị định 351/2025/NĐ-CP',
  url: 'https://huengaynay.vn/chinh-tri-xa-hoi/an-sinh-xa-hoi/chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030-161540.html',
  signedOn: '2025-12-30',
} as const;

/** Article 2: from 1 January 2022. */
const decreed = {
  source: {
    ...decree07,
    url: 'https://english.luatvietnam.vn/decree-no-07-2021-nd-cp-dated-january-27-2021-of-the-government-on-multidimensional-poverty-standards-in-the-2021-2025-period-197848-doc1.html',
  },
  certainty: 'verified',
} as const;

/** Near-verbatim Article 3(2): the lines and the number of deprivations. */
const classes = {
  source: {
    ...decree07,
    article: 'Điều 3 khoản 2',
    url: 'https://laodongthudo.vn/quy-dinh-chuan-ngheo-da-chieu-giai-doan-2021-2025-119787.html',
  },
  certainty: 'verified',
} as const;

const average = {
  source: {
    ...decree07,
    article: 'Điều 3',
    url: 'https://vnexpress.net/chinh-phu-ban-hanh-chuan-ngheo-moi-4228672.html',
  },
  certainty: 'secondary',
} as const;

const names = {
  source: {
    ...decree07,
    article: 'Điều 3',
    url: 'https://nguonluc.com.vn/thu-nhap-duoi-2-trieu-dongnguoithang-o-thanh-pho-duoc-coi-la-ho-ngheo-a808.html',
  },
  certainty: 'verified',
} as const;

/** Read in the draft of the next decree; the same words are recalled for Decree 07/2021. */
const draftWords = {
  source: {
    ...decree07,
    seenIn: 'dự thảo của nghị định thay thế',
    url: 'https://www.vietnam.vn/en/de-xuat-cac-chi-so-thieu-hut-dich-vu-xa-hoi-co-ban-trong-chuan-ngheo-da-chieu-moi',
  },
  certainty: 'secondary',
} as const;

/** Read in a report on Ho Chi Minh City's own standard, which words it the same way. */
const cityWords = {
  source: {
    ...decree07,
    seenIn: 'bài về chuẩn riêng của Thành phố Hồ Chí Minh',
    url: 'https://vietnam.vn/en/mot-quan-o-tp-hcm-khong-con-ho-ngheo-can-ngheo-theo-chuan-da-chieu',
  },
  certainty: 'secondary',
} as const;

const circular07 = {
  document: 'Thông tư 07/2021/TT-BLĐTBXH',
  signedOn: '2021-07-18',
  inForceFrom: '2021-09-01',
} as const;

const points = {
  source: {
    ...circular07,
    url: 'https://thukyluat.vn/news/thong-bao-van-ban-moi/phuong-phap-ra-soat-phan-loai-ho-ngheo-ho-can-ngheo-94531.html',
  },
  certainty: 'verified',
} as const;

/** Read in the code of one program for this work; the explainer of the circular does not say it. */
const readInCode = {
  source: {
    ...circular07,
    seenIn: 'mã nguồn của một chương trình',
    url: 'https://github.com/CaoAnhNato/RAG_PoorHousehold',
  },
  certainty: 'secondary',
} as const;

/** Known from one private note or from memory: the appendix itself was not seen. */
const unconfirmed = { source: decree07, certainty: 'unconfirmed' } as const;

/** The national standard of 2022–2025, kept for the list year 2026. */
export const standard2022: Standard = {
  id: 'national-2022-2026',
  authority: 'national',
  basis: [decree07, decree351],
  serves: [
    { value: { from: 2022, to: 2025 }, ...decreed },
    { value: { from: 2026, to: 2026 }, source: decree351, certainty: 'verified' },
  ],
  decide: { value: { kind: 'line-and-deprived' }, ...classes },
  contested: [turnOf2027],
  lines: {
    poor: {
      per: 'month',
      rural: { value: 1_500_000, ...classes },
      urban: { value: 2_000_000, ...classes },
      included: { value: true, ...classes },
    },
    'near-poor': null,
    average: {
      per: 'month',
      rural: { value: 2_250_000, ...average },
      urban: { value: 3_000_000, ...average },
      included: { value: true, ...average },
    },
  },
  deprivations: { value: 3, ...classes },
  incomeDefinition,
  indicators: [
    {
      id: 'employment',
      dimension: 'work',
      name: { value: 'Việc làm', ...names },
      condition: {
        value: {
          kind: 'without-secure-work',
          workingAge,
        },
        ...draftWords,
      },
    },
    {
      id: 'dependents',
      dimension: 'work',
      name: { value: 'Người phụ thuộc trong hộ gia đình', ...names },
      condition: {
        value: { kind: 'dependents', overPercent: 50, children: { from: 0, below: 16 } },
        ...draftWords,
      },
    },
    {
      id: 'nutrition',
      dimension: 'health',
      name: { value: 'Dinh dưỡng', ...names },
      condition: {
        value: { kind: 'undernourished', ages: { from: 0, below: 16 }, table: nutritionTable },
        ...draftWords,
      },
    },
    {
      id: 'health-insurance',
      dimension: 'health',
      name: { value: 'Bảo hiểm y tế', ...names },
      condition: { value: { kind: 'uninsured', ages: { from: 6, below: null } }, ...cityWords },
    },
    {
      id: 'adult-education',
      dimension: 'education',
      name: { value: 'Trình độ giáo dục của người lớn', ...names },
      // "từ 16 đến 30 tuổi": read as the whole year in which a person is 30.
      condition: {
        value: { kind: 'unqualified', ages: { from: 16, below: 31 }, certificates: certificatesByAge },
        ...unconfirmed,
      },
    },
    {
      id: 'child-school',
      dimension: 'education',
      name: { value: 'Tình trạng đi học của trẻ em', ...names },
      condition: {
        value: { kind: 'out-of-school', ages: { from: 3, below: 16 }, levels: levelsByAge },
        ...unconfirmed,
      },
    },
    {
      id: 'housing-quality',
      dimension: 'housing',
      name: { value: 'Chất lượng nhà ở', ...names },
      condition: {
        value: {
          kind: 'weak-parts',
          atLeast: 2,
          ...houseParts,
        },
        ...unconfirmed,
      },
    },
    {
      id: 'housing-area',
      dimension: 'housing',
      name: { value: 'Diện tích nhà ở bình quân đầu người', ...names },
      condition: { value: { kind: 'area-per-person', below: 8 }, ...unconfirmed },
    },
    {
      id: 'water',
      dimension: 'water-sanitation',
      name: { value: 'Nguồn nước sinh hoạt', ...names },
      condition: {
        value: {
          kind: 'no-clean-water',
          clean: ['piped', 'drilled-well', 'protected-well', 'protected-spring', 'rain', 'bottled'],
        },
        ...unconfirmed,
      },
    },
    {
      id: 'latrine',
      dimension: 'water-sanitation',
      name: { value: 'Nhà tiêu hợp vệ sinh', ...names },
      condition: {
        value: {
          kind: 'no-hygienic-latrine',
          hygienic: ['septic', 'pour-flush', 'ventilated', 'pit-with-slab', 'two-vault'],
        },
        ...unconfirmed,
      },
    },
    {
      id: 'telecom',
      dimension: 'information',
      name: { value: 'Sử dụng dịch vụ viễn thông', ...names },
      condition: { value: { kind: 'no-internet' }, ...unconfirmed },
    },
    {
      id: 'info-devices',
      dimension: 'information',
      name: { value: 'Phương tiện phục vụ tiếp cận thông tin', ...names },
      condition: {
        value: {
          kind: 'no-device',
          anyOf: ['tv', 'radio', 'desktop', 'phone', 'laptop', 'tablet', 'smartphone'],
        },
        ...unconfirmed,
      },
    },
  ],
  unlisted: null,
  points: {
    value: {
      poor: { rural: { value: 140, ...points }, urban: { value: 175, ...points } },
      nearPoor: null,
      perIndicator: { value: 10, ...points },
      deprived: { value: 30, ...points },
      aboveIsNotPoor: { value: true, ...readInCode },
    },
    ...points,
  },
  gaps: [
    {
      gap: 'not found',
      ask: 'Phiếu A và bảng điểm B1 (Thông tư 07/2021/TT-BLĐTBXH, sửa đổi bởi Thông tư 02/2022): từng dòng và số điểm? Chưa có thì chỉ đọc được theo thu nhập.',
    },
    formerVillage,
  ],
};
