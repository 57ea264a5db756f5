import type { Condition } from '../condition.ts';
import type { Gap } from '../source.ts';
import type { ContestedYear, Line } from '../standard.ts';

/**
 * What of a house is durable and what is weak. The lists follow the words of the 2016–2020 forms; those in use from 2022
 * were not seen. Materials in neither list stay open.
 */
export const houseParts: Omit<Extract<Condition, { kind: 'weak-parts' }>, 'kind' | 'atLeast'> = {
  walls: { durable: ['concrete', 'brick', 'durable-wood'], weak: ['bamboo-earth', 'makeshift'] },
  columns: { durable: ['concrete', 'brick', 'steel-durable-wood'], weak: ['weak-wood-bamboo'] },
  roof: { durable: ['concrete', 'tile'], weak: ['leaf-thatch', 'makeshift'] },
  otherMaterials: {
    gap: 'not found',
    ask: 'Chất lượng nhà ở: tường gỗ tạp, mái tôn hoặc fibrô xi măng, nhà không có cột thì tính là bền chắc hay không bền chắc?',
  },
};

/** Asked of the employment indicator under either decree. */
export const workingAge: Gap = {
  gap: 'not found',
  ask: 'Chỉ số việc làm: độ tuổi lao động tính từ bao nhiêu đến bao nhiêu tuổi, cho nam và cho nữ?',
};

/** Left by the mergers of 2025. */
export const formerVillage: Gap = {
  gap: 'not found',
  ask: 'Thôn của xã cũ nay thuộc phường: hộ ở đó tính theo khu vực nông thôn hay thành thị (đô thị)?',
};

/** The list of 2027 is made by the review of autumn 2026, in which the standard of 2022 is still in force. */
export const turnOf2027: ContestedYear = {
  listYear: 2027,
  ask: {
    gap: 'not found',
    ask: 'Đợt rà soát cuối năm 2026 lập danh sách năm 2027: áp dụng chuẩn nào, của Nghị định 07/2021/NĐ-CP hay của Nghị định 351/2025/NĐ-CP?',
  },
};

/** The average living standard where our facts do not say whether there is one: no class hangs on its absence. */
export function unknownAverage(
  per: Line['per'],
  asks: { readonly rural: string; readonly urban: string; readonly included: string },
): Line {
  const { included, rural, urban } = asks;
  return {
    per,
    rural: { gap: 'not found', ask: rural },
    urban: { gap: 'not found', ask: urban },
    included: { gap: 'not found', ask: included },
  };
}
