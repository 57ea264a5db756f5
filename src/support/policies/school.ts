import type { Policy } from '../policy.ts';

const decree86 = {
  document: 'Nghị định 86/2015/NĐ-CP',
  inForceFrom: '2015-12-01',
} as const;

const exempt86 = {
  source: {
    ...decree86,
    url: 'https://giadinh.suckhoedoisong.vn/ai-se-duoc-mien-giam-hoc-phi-tu-thang-12-2015-1722015100909083744.htm',
  },
  certainty: 'secondary',
} as const;

/** Recalled. */
const recalled86 = { source: decree86, certainty: 'unconfirmed' } as const;

/** The school years 2015–16 to 2020–21; on which day of 2021 the last of them ends is not in our facts. */
const of86 = {
  from: '2015-12-01',
  until: '2021-12-31',
  told: { from: 2015, to: 2020 },
  lasts: true,
} as const;

const decree238 = { document: 'Nghị định 238/2025/NĐ-CP', inForceFrom: '2025-09-03' } as const;

const free = {
  source: {
    ...decree238,
    url: 'https://www.24h.com.vn/giao-duc-du-hoc/doi-tuong-nao-duoc-mien-hoc-phi-nam-hoc-2025-2026-c216a1695240.html',
  },
  certainty: 'verified',
} as const;

const exemptHigher = {
  source: {
    ...decree238,
    url: 'https://cafef.vn/nong-dong-sang-lap-gojek-bi-bat-tam-giam-188250905161702144.chn',
  },
  certainty: 'verified',
} as const;

/** Recalled. */
const recalled238 = { source: decree238, certainty: 'unconfirmed' } as const;

const of238 = { from: '2025-09-03', until: null, told: { from: 2025, to: 2026 }, lasts: true } as const;

const student = { kind: 'group', group: 'ethnic-minority' } as const;

/** Tuition (học phí) and what learning costs besides. */
export const school: readonly Policy[] = [
  {
    id: 'tuition-2015',
    name: 'tuition',
    inForce: of86,
    recipients: [
      { to: 'poor', when: null, gives: { value: { kind: 'tuition', percentOff: 100 }, ...exempt86 } },
      { to: 'near-poor', when: null, gives: { value: { kind: 'tuition', percentOff: 50 }, ...recalled86 } },
    ],
    fits: { indicators: ['child-school'], causes: [] },
  },
  {
    id: 'study-costs-2015',
    name: 'study-costs',
    inForce: of86,
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { kind: 'study-costs', monthly: 100_000, monthsAYear: 9 }, ...recalled86 },
      },
    ],
    fits: { indicators: ['child-school'], causes: [] },
  },
  {
    id: 'tuition-2025',
    name: 'tuition',
    inForce: of238,
    recipients: [
      { to: 'anybody', when: null, gives: { value: { kind: 'tuition', percentOff: 100 }, ...free } },
    ],
    fits: { indicators: ['child-school'], causes: [] },
  },
  {
    id: 'higher-tuition-2025',
    name: 'higher-tuition',
    inForce: of238,
    recipients: [
      { to: 'poor', when: student, gives: { value: { kind: 'tuition', percentOff: 100 }, ...exemptHigher } },
      {
        to: 'near-poor',
        when: student,
        gives: { value: { kind: 'tuition', percentOff: 100 }, ...exemptHigher },
      },
    ],
    fits: { indicators: ['adult-education'], causes: [] },
  },
  {
    id: 'study-costs-2025',
    name: 'study-costs',
    inForce: of238,
    recipients: [
      {
        to: 'poor',
        when: null,
        gives: { value: { kind: 'study-costs', monthly: 150_000, monthsAYear: 9 }, ...recalled238 },
      },
    ],
    fits: { indicators: ['child-school'], causes: [] },
  },
];
