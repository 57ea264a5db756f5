import type { Policy } from '../policy.ts';

const article7 = {
  source: {
    document: 'Luật 11/2017/QH14',
    article: 'Điều 7',
    url: 'https://nganhangphapluat.lawnet.vn/tu-van-phap-luat/dich-vu-phap-ly/tro-giup-phap-ly-va-doi-tuong-duoc-tro-giup-phap-ly-330351',
  },
  certainty: 'verified',
} as const;

/** Free help in matters of law (trợ giúp pháp lý). */
export const legalAid: readonly Policy[] = [
  {
    id: 'legal-aid-2018',
    name: 'legal-aid',
    // The law is of 2017; its first day is not in our facts.
    inForce: { from: null, until: null, told: { from: 2018, to: 2026 }, lasts: true },
    recipients: [
      { to: 'poor', when: null, gives: { value: { kind: 'legal-aid' }, ...article7 } },
      {
        to: 'near-poor',
        when: { kind: 'accused' },
        gives: { value: { kind: 'legal-aid' }, ...article7 },
      },
    ],
    fits: { indicators: [], causes: [] },
  },
];
