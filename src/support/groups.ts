import type { Known } from '../rules/source.ts';

/** The groups by which poor and near-poor households are reported (nhóm đối tượng). */
export type GroupId = 'ethnic-minority' | 'unable-to-work' | 'merit' | 'other';

/** Column headers of a province's template; the annex of the circular was not seen. */
const template = {
  source: {
    document: 'Thông tư 07/2021/TT-BLĐTBXH',
    seenIn: 'mẫu báo cáo theo nhóm đối tượng của tỉnh Đắk Nông 2023–2024',
    url: 'https://github.com/CaoAnhNato/RAG_PoorHousehold',
  },
  certainty: 'secondary',
} as const;

/** The four groups in the official order, each by its official name; "khác" is whoever is in none of the others. */
export const groups: readonly { readonly id: GroupId; readonly name: Known<string> }[] = [
  { id: 'ethnic-minority', name: { value: 'Hộ dân tộc thiểu số', ...template } },
  { id: 'unable-to-work', name: { value: 'Hộ không có khả năng lao động', ...template } },
  { id: 'merit', name: { value: 'Hộ có thành viên là người có công với cách mạng', ...template } },
  { id: 'other', name: { value: 'Khác', ...template } },
];
