import type { Condition } from '../condition.ts';
import type { Gap } from '../source.ts';
import type { ContestedYear, Line } from '../standard.ts';

/**
 * What of a house is durable and what is weak. Of the forms of 2016–2020 only durable walls and columns were seen; the
 * roof, all that is weak, and the forms in use from 2022 were not: those entries are recalled, as the conditions are
 * marked that hold them. Materials in neither list stay open.
 */
export const houseParts: Omit<Extract<Condition, { kind: 'weak-parts' }>, 'kind' | 'atLeast'> = {
  walls: { durable: ['concrete', 'brick', 'durable-wood'], weak: ['bamboo-earth', 'makeshift'] },
  columns: { durable: ['concrete', 'brick', 'steel-durable-wood'], weak: ['weak-wood-bamboo'] },
  roof: { durable: ['concrete', 'tile'], weak: ['leaf-thatch', 'makeshift'] },
  otherMaterials: {
    gap: 'not found',
    ask: 'Chất lượng nhà ở: tường, cột, mái bằng vật liệu nào là bền chắc, vật liệu nào là không bền chắc (mới thấy danh mục tường và cột bền chắc của mẫu 2016–2020); tường gỗ tạp, mái tôn hoặc fibrô xi măng, nhà không có cột thì tính thế nào?',
  },
};

/** Asked of the employment indicator under either decree. */
export const workingAge: Gap = {
  gap: 'not found',
  ask: 'Chỉ số việc làm: độ tuổi lao động tính từ bao nhiêu đến bao nhiêu tuổi, cho nam và cho nữ?',
};

/** The tables of height and weight are in an appendix that was not seen. */
export const nutritionTable: Gap = {
  gap: 'not found',
  ask: 'Chỉ số dinh dưỡng: chiều cao, cân nặng theo tuổi từ mức nào trở xuống là suy dinh dưỡng (bảng trong phụ lục của thông tư)?',
};

/** The interview asks by certificates that one private note names. */
export const certificatesByAge: Gap = {
  gap: 'not found',
  ask: 'Chỉ số trình độ giáo dục của người lớn: từ 16 đến dưới 18 tuổi có phải cần đang học hoặc tốt nghiệp trung học cơ sở, từ 18 đến 30 tuổi cần đang học hoặc tốt nghiệp trung học phổ thông, sơ cấp, trung cấp hay cao đẳng nghề, và chứng nhận đào tạo nghề tại chỗ của doanh nghiệp có được tính không?',
};

/** The interview asks by levels that are recalled, not seen. */
export const levelsByAge: Gap = {
  gap: 'not found',
  ask: 'Chỉ số tình trạng đi học của trẻ em: cấp học nào là đúng với độ tuổi (có phải mầm non từ 3 đến dưới 6 tuổi, tiểu học từ 6 đến dưới 12, trung học cơ sở từ 12 đến dưới 16 không), học chậm hoặc vượt lớp thì tính thế nào?',
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
