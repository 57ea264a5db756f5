import type { Cited } from '../../rules/source.ts';
import type { Policy, Recipient } from '../policy.ts';

/** 30 kWh at the price of the first tier, whatever that price is. */
const formula = {
  source: {
    document: 'Quyết định 28/2014/QĐ-TTg',
    url: 'http://cand.com.vn/doi-song/Ho-ngheo-duoc-ho-tro-tien-dien-theo-quy-336152/',
  },
  certainty: 'verified',
} as const;

const news = {
  source: {
    ...formula.source,
    url: 'http://cand.com.vn/Xa-hoi/Nang-muc-ho-tro-tien-dien-ho-ngheo-ho-chinh-sach-len-49-000-dong-thang-356263/',
  },
  certainty: 'secondary',
} as const;

/** Recalled. */
const recalled = { source: { document: 'Quyết định 28/2014/QĐ-TTg' }, certainty: 'unconfirmed' } as const;

const fits = { indicators: [], causes: [] } as const;

/**
 * Money for electricity (hỗ trợ tiền điện). The day of each new amount is as sure as the amount. The near-poor are given it
 * only as a "hộ chính sách xã hội", of which the interview knows nothing, so they are not named.
 */
export const electricity: readonly Policy[] = [
  {
    id: 'electricity-2015',
    name: 'electricity',
    inForce: { from: '2015-03-16', until: '2017-11-30', told: { from: 2015, to: 2017 }, lasts: false },
    recipients: [poor({ value: 49_000, ...news })],
    fits,
  },
  {
    id: 'electricity-2017',
    name: 'electricity',
    inForce: { from: '2017-12-01', until: '2019-03-19', told: { from: 2017, to: 2019 }, lasts: false },
    recipients: [poor({ value: 51_000, ...recalled })],
    fits,
  },
  {
    id: 'electricity-2019',
    name: 'electricity',
    // Our facts of this amount end with the standard of 2016–2020.
    inForce: { from: '2019-03-20', until: '2020-12-31', told: { from: 2019, to: 2020 }, lasts: false },
    recipients: [poor({ value: 55_000, ...recalled })],
    fits,
  },
  {
    id: 'electricity-2021',
    name: 'electricity',
    inForce: { from: '2021-01-01', until: '2025-05-09', told: { from: 2021, to: 2025 }, lasts: false },
    recipients: [
      poor({
        gap: 'not found',
        ask: 'Từ năm 2021 đến ngày 09/5/2025 hộ nghèo được hỗ trợ tiền điện bao nhiêu đồng mỗi tháng?',
      }),
    ],
    fits,
  },
  {
    id: 'electricity-2025',
    name: 'electricity',
    inForce: { from: '2025-05-10', until: null, told: { from: 2025, to: 2026 }, lasts: true },
    recipients: [poor({ value: 59_520, ...recalled })],
    fits,
  },
];

function poor(monthly: Cited<number>): Recipient {
  return {
    to: 'poor',
    when: null,
    gives: { value: { kind: 'electricity', kwhAMonth: 30, monthly }, ...formula },
  };
}
