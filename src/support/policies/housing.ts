import type { Policy } from '../policy.ts';
import { bank2025, seen2025 } from './bank.ts';

/** Recalled. */
const decision33 = { source: { document: 'Quyết định 33/2015/QĐ-TTg' }, certainty: 'unconfirmed' } as const;

const bankLoan = {
  value: {
    kind: 'loan',
    most: 1_000_000_000,
    each: 'household',
    percentOfCost: 70,
    interest: 660,
    years: 25,
  },
  ...bank2025,
} as const;

/** Recalled; its document is not in our facts. */
const grant = {
  value: { kind: 'house-grant', build: 60_000_000, repair: 30_000_000 },
  source: { document: 'Chương trình xóa nhà tạm, nhà dột nát 2024–2025' },
  certainty: 'unconfirmed',
} as const;

/** What helps to build or repair a house. */
export const housing: readonly Policy[] = [
  {
    id: 'house-loan-2016',
    name: 'house-loan',
    inForce: { from: null, until: null, told: { from: 2016, to: 2020 }, lasts: false },
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: {
          value: {
            kind: 'loan',
            most: 25_000_000,
            each: 'household',
            percentOfCost: null,
            interest: 300,
            years: 15,
          },
          ...decision33,
        },
      },
    ],
    fits: { indicators: ['housing-quality', 'housing-area'], causes: [] },
  },
  {
    id: 'house-loan-2025',
    name: 'house-loan',
    inForce: seen2025,
    recipients: [
      { to: 'poor', when: null, gives: bankLoan },
      { to: 'near-poor', when: null, gives: bankLoan },
    ],
    fits: { indicators: ['housing-quality', 'housing-area'], causes: [] },
  },
  {
    id: 'house-grant-2024',
    name: 'house-grant',
    inForce: { from: null, until: null, told: { from: 2024, to: 2025 }, lasts: false },
    recipients: [
      { to: 'poor', when: null, gives: grant },
      { to: 'near-poor', when: null, gives: grant },
    ],
    fits: { indicators: ['housing-quality'], causes: [] },
  },
];
