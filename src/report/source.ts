import type { Known } from '../rules/source.ts';

/**
 * A title or a heading as it was seen in the templates of one province; the annex of the circular itself was not seen, so
 * the layout is not confirmed.
 */
export function seen(value: string): Known<string> {
  return {
    value,
    source: {
      document: 'Thông tư 07/2021/TT-BLĐTBXH',
      seenIn: 'mẫu báo cáo của tỉnh Đắk Nông 2023–2024',
      url: 'https://github.com/CaoAnhNato/RAG_PoorHousehold',
    },
    certainty: 'secondary',
  };
}
