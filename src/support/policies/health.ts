import type { Policy } from '../policy.ts';

const premium = { indicators: ['health-insurance'], causes: [] } as const;
const benefit = { indicators: ['health-care'], causes: ['illness'] } as const;

/** Its number was not seen. */
const law2014 = {
  source: {
    document: 'Luật Bảo hiểm y tế sửa đổi 2014',
    url: 'https://vtv.vn/trong-nuoc/gia-han-bao-hiem-y-te-cho-5-doi-tuong-duoc-uu-tien-20160406090743554.htm',
  },
  certainty: 'secondary',
} as const;

const decree146 = {
  document: 'Nghị định 146/2018/NĐ-CP',
  url: 'https://plo.vn/quy-dinh-moi-ve-muc-dong-bao-hiem-y-te-tu-1-12-post502287.html',
  inForceFrom: '2018-12-01',
} as const;

const article8 = { source: { ...decree146, article: 'Điều 8' }, certainty: 'verified' } as const;

/** Its text was not seen: what is told is what stood in the decree before it. */
const decree188 = {
  source: { document: 'Nghị định 188/2025/NĐ-CP', seenIn: 'Nghị định 146/2018/NĐ-CP' },
  certainty: 'unconfirmed',
} as const;

const resolution261 = {
  source: {
    document: 'Nghị quyết 261/2025/QH15',
    url: 'https://kenh14.vn/ngay-trong-thang-nay-nhung-truong-hop-sau-se-duoc-tang-muc-huong-100-bhyt-kiem-tra-ngay-de-khong-bo-lo-21526010721444843.chn',
  },
  certainty: 'secondary',
} as const;

/** Health insurance (BHYT): who pays the contribution, and how much of a treatment is borne. */
export const health: readonly Policy[] = [
  {
    id: 'insurance-premium-2016',
    name: 'insurance-premium',
    inForce: { from: null, until: '2018-11-30', told: { from: 2016, to: 2018 }, lasts: false },
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { kind: 'premium', percent: 100, orMore: false }, ...law2014 },
      },
      {
        to: 'near-poor',
        when: null,
        gives: { value: { kind: 'premium', percent: 70, orMore: true }, ...law2014 },
      },
    ],
    fits: premium,
  },
  {
    id: 'insurance-premium-2018',
    name: 'insurance-premium',
    // Its last day is the eve of the changes of July 2025.
    inForce: { from: '2018-12-01', until: '2025-06-30', told: { from: 2018, to: 2025 }, lasts: false },
    recipients: [
      {
        to: 'poor',
        when: null,
        // Of the poor it was seen in news alone.
        gives: {
          value: { kind: 'premium', percent: 100, orMore: false },
          source: decree146,
          certainty: 'secondary',
        },
      },
      {
        to: 'near-poor',
        when: null,
        gives: { value: { kind: 'premium', percent: 70, orMore: true }, ...article8 },
      },
      {
        to: 'average',
        when: { kind: 'farm' },
        gives: { value: { kind: 'premium', percent: 30, orMore: true }, ...article8 },
      },
    ],
    fits: premium,
  },
  {
    id: 'insurance-premium-2025',
    name: 'insurance-premium',
    inForce: { from: '2025-07-01', until: null, told: { from: 2025, to: 2026 }, lasts: true },
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { kind: 'premium', percent: 100, orMore: false }, ...decree188 },
      },
      {
        to: 'near-poor',
        when: null,
        gives: { value: { kind: 'premium', percent: 70, orMore: true }, ...decree188 },
      },
      {
        to: 'average',
        when: { kind: 'farm' },
        gives: { value: { kind: 'premium', percent: 30, orMore: true }, ...decree188 },
      },
    ],
    fits: premium,
  },
  {
    id: 'insurance-benefit-2025',
    name: 'insurance-benefit',
    // Known from the news of what changed in 2026: so it was before.
    inForce: { from: null, until: '2025-12-31', told: { from: 2025, to: 2025 }, lasts: false },
    recipients: [
      { to: 'poor', when: null, gives: { value: { kind: 'benefit', percent: 100 }, ...resolution261 } },
      { to: 'near-poor', when: null, gives: { value: { kind: 'benefit', percent: 95 }, ...resolution261 } },
    ],
    fits: benefit,
  },
  {
    id: 'insurance-benefit-2026',
    name: 'insurance-benefit',
    inForce: { from: '2026-01-01', until: null, told: { from: 2026, to: 2026 }, lasts: true },
    recipients: [
      { to: 'poor', when: null, gives: { value: { kind: 'benefit', percent: 100 }, ...resolution261 } },
      { to: 'near-poor', when: null, gives: { value: { kind: 'benefit', percent: 100 }, ...resolution261 } },
    ],
    fits: benefit,
  },
];
