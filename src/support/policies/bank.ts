import type { Known } from '../../rules/source.ts';
import type { Gift, Period } from '../policy.ts';

/** The terms of one branch, read in the code of a program made for it; no address of it is kept. */
export const bank2025: Omit<Known<Gift>, 'value'> = {
  source: {
    document: 'Chương trình cho vay của Ngân hàng Chính sách xã hội',
    seenIn: 'mã nguồn của một chương trình, số liệu một phòng giao dịch năm 2025',
  },
  certainty: 'secondary',
};

/** Seen in 2025. Rates and amounts change, so that afterwards nobody may rely on them. */
export const seen2025: Period = {
  from: null,
  until: null,
  told: { from: 2025, to: 2025 },
  lasts: true,
};
