import type { Policy } from '../policy.ts';
import { bank2025, seen2025 } from './bank.ts';

const study = {
  value: {
    kind: 'loan',
    most: 4_000_000,
    each: 'student-month',
    percentOfCost: null,
    interest: 660,
    years: null,
  },
  ...bank2025,
  source: { ...bank2025.source, document: 'Quyết định 05/2022/QĐ-TTg' },
} as const;

const abroad = {
  value: { kind: 'loan', most: null, each: 'household', percentOfCost: 100, interest: 660, years: null },
  ...bank2025,
} as const;

/** Loans for learning, for work abroad, for water and a latrine. */
export const otherLoans: readonly Policy[] = [
  {
    id: 'student-loan-2025',
    name: 'student-loan',
    inForce: seen2025,
    recipients: [
      { to: 'poor', when: null, gives: study },
      { to: 'near-poor', when: null, gives: study },
      { to: 'average', when: null, gives: study },
    ],
    fits: { indicators: ['adult-education'], causes: [] },
  },
  {
    id: 'work-abroad-loan-2025',
    name: 'work-abroad-loan',
    inForce: seen2025,
    recipients: [
      { to: 'poor', when: null, gives: abroad },
      { to: 'near-poor', when: null, gives: abroad },
    ],
    fits: { indicators: ['employment'], causes: [] },
  },
  {
    id: 'water-loan-2025',
    name: 'water-loan',
    inForce: seen2025,
    recipients: [
      {
        to: 'anybody',
        when: { kind: 'rural' },
        gives: {
          value: {
            kind: 'loan',
            most: 25_000_000,
            each: 'work',
            percentOfCost: null,
            interest: 900,
            years: 5,
          },
          ...bank2025,
        },
      },
    ],
    fits: { indicators: ['water', 'latrine'], causes: [] },
  },
];
