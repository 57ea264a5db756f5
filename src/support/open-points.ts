import { doubtOf } from '../rules/certainty.ts';
import type { Certainty, Gap } from '../rules/source.ts';
import { policies } from './policies.ts';
import type { Policy, Recipient } from './policy.ts';

/** What is given to somebody and nobody has verified. */
export type UnsureSupport = {
  readonly policy: Policy;
  readonly recipient: Recipient;
  readonly state: Exclude<Certainty, 'verified'>;
};

/** What is unconfirmed among the policies: the least sure first, of those what is still told today before what is over. */
export function unsureSupports(): readonly UnsureSupport[] {
  return policies
    .flatMap((policy) =>
      policy.recipients.flatMap((recipient): readonly UnsureSupport[] => {
        const state = surenessOfGift(recipient);
        return state === 'verified' ? [] : [{ policy, recipient, state }];
      }),
    )
    .toSorted(
      (a, b) => doubtOf(b.state) - doubtOf(a.state) || Number(isOver(a.policy)) - Number(isOver(b.policy)),
    );
}

/** What is missing among the policies, as questions for an authority. */
export function missingSupports(): readonly Gap[] {
  const amounts = policies.flatMap(({ recipients }) =>
    recipients.flatMap(({ gives: { value } }) =>
      value.kind === 'electricity' && 'gap' in value.monthly ? [value.monthly] : [],
    ),
  );
  return [...missing, ...amounts];
}

/** An amount that is less sure than its rule is to be confirmed too. */
function surenessOfGift({ gives: { certainty, value } }: Recipient): Certainty {
  if (value.kind !== 'electricity' || 'gap' in value.monthly) return certainty;
  return doubtOf(value.monthly.certainty) > doubtOf(certainty) ? value.monthly.certainty : certainty;
}

function isOver({ inForce }: Policy): boolean {
  return inForce.until !== null || !inForce.lasts;
}

const missing: readonly Gap[] = [
  {
    gap: 'not found',
    ask: 'Từ năm 2026 hộ nghèo, hộ cận nghèo được hỗ trợ bao nhiêu tiền để xóa nhà tạm, nhà dột nát, theo văn bản nào?',
  },
  {
    gap: 'not found',
    ask: 'Những chính sách nào hỗ trợ hộ thiếu đất sản xuất, thiếu lao động, thiếu công cụ, thiếu kiến thức sản xuất, thiếu kỹ năng lao động?',
  },
  {
    gap: 'not found',
    ask: 'Những chính sách nào hỗ trợ hộ thiếu hụt về dinh dưỡng, người phụ thuộc, viễn thông, phương tiện thông tin, xử lý chất thải?',
  },
  {
    gap: 'not found',
    ask: 'Các chương trình vay của Ngân hàng Chính sách xã hội từ năm 2021 đến 2024 và từ năm 2026: mức vay, lãi suất, thời hạn?',
  },
  {
    gap: 'not found',
    ask: 'Học sinh của hộ cận nghèo có được hỗ trợ chi phí học tập không, bao nhiêu đồng mỗi tháng?',
  },
  {
    gap: 'not found',
    ask: 'Hộ mới thoát nghèo được vay trong mấy năm, tính từ ngày nào, và hộ thoát nghèo thành cận nghèo thì vay theo mức nào?',
  },
  {
    gap: 'not found',
    ask: 'Giai đoạn 2016–2020 báo cáo phân hộ nghèo theo những nhóm đối tượng nào?',
  },
];
