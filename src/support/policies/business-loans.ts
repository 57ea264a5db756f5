import type { Policy } from '../policy.ts';
import { bank2025, seen2025 } from './bank.ts';

const bankBoard = { document: 'Quyết định của Hội đồng quản trị Ngân hàng Chính sách xã hội' } as const;

const most50 = {
  source: {
    ...bankBoard,
    url: 'http://cand.com.vn/Kinh-te/Ke-tu-ngay-15-ho-ngheo-duoc-vay-toi-da-50-trieu-dong-258198/',
  },
  certainty: 'secondary',
} as const;

const most100 = {
  source: {
    document: 'Quyết định số 12 của Hội đồng quản trị Ngân hàng Chính sách xã hội',
    url: 'http://cand.com.vn/doi-song/Tu-ngay-1-3-2019-ho-ngheo-duoc-vay-toi-da-100-trieu-dong-534324/',
    inForceFrom: '2019-03-01',
  },
  certainty: 'secondary',
} as const;

/** Recalled, the documents alone. */
const nearPoor = { source: { document: 'Quyết định 15/2013/QĐ-TTg' }, certainty: 'unconfirmed' } as const;
const newlyLeft = { source: { document: 'Quyết định 28/2015/QĐ-TTg' }, certainty: 'unconfirmed' } as const;

const household = { kind: 'loan', each: 'household', percentOfCost: null } as const;
const unknownTerms = { ...household, most: null, interest: null, years: null } as const;
const others = [
  { to: 'near-poor', when: null, gives: { value: unknownTerms, ...nearPoor } },
  {
    to: 'newly-left',
    when: { kind: 'left-within', years: null },
    gives: { value: unknownTerms, ...newlyLeft },
  },
] as const;

const fits = { indicators: [], causes: ['capital'] } as const;

/** Loans to earn a living with, without collateral. */
export const businessLoans: readonly Policy[] = [
  {
    id: 'business-loan-2016',
    name: 'business-loan',
    inForce: { from: null, until: '2019-02-28', told: { from: 2016, to: 2019 }, lasts: false },
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { ...household, most: 50_000_000, interest: null, years: null }, ...most50 },
      },
      ...others,
    ],
    fits,
  },
  {
    id: 'business-loan-2019',
    name: 'business-loan',
    // No end of it is known; from 2025 on another sighting tells of it, with its interest.
    inForce: { from: '2019-03-01', until: '2024-12-31', told: { from: 2019, to: 2020 }, lasts: true },
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { ...household, most: 100_000_000, interest: null, years: 10 }, ...most100 },
      },
      ...others,
    ],
    fits,
  },
  {
    id: 'business-loan-2025',
    name: 'business-loan',
    inForce: seen2025,
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { ...household, most: 100_000_000, interest: 660, years: 10 }, ...bank2025 },
      },
      {
        to: 'near-poor',
        when: null,
        gives: { value: { ...household, most: 100_000_000, interest: 792, years: 10 }, ...bank2025 },
      },
      {
        to: 'newly-left',
        when: { kind: 'left-within', years: 3 },
        gives: { value: { ...household, most: 100_000_000, interest: 825, years: 5 }, ...bank2025 },
      },
    ],
    fits,
  },
];
