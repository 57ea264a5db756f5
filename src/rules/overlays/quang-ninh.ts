import { derive } from '../derive.ts';
import { standard2022 } from '../standards/2022-2026.ts';
import { formerVillage, unknownAverage } from '../standards/shared.ts';

/** Its number (said to be 13/2023/NQ-HĐND) was not seen in a primary text, so it is not cited. */
const resolution = {
  document: 'Nghị quyết của HĐND tỉnh Quảng Ninh về chuẩn nghèo đa chiều 2023–2025',
  url: 'https://nhandan.vn/ocop/quang-ninh-thong-qua-nghi-quyet-nang-muc-chuan-ngheo-da-chieu-post745473.html',
  signedOn: '2023-03-30',
} as const;

const lines = { source: resolution, certainty: 'verified' } as const;

const deprived = {
  source: {
    ...resolution,
    url: 'https://baodautu.vn/quang-ninh-danh-them-255-ty-dong-de-nang-cao-chat-luong-doi-song-cua-nguoi-dan-d186703.html',
  },
  certainty: 'verified',
} as const;

/** Quảng Ninh 2023–2025: about 1.4 times the national lines, otherwise the national way. */
export const quangNinh2023 = derive(standard2022, {
  id: 'quang-ninh-2023-2025',
  authority: 'quang-ninh',
  basis: [resolution],
  serves: [{ value: { from: 2023, to: 2025 }, ...lines }],
  // The national standard it is derived from was kept for 2026; of the province's nothing was found.
  contested: [
    {
      listYear: 2026,
      ask: {
        gap: 'not found',
        ask: 'Quảng Ninh: Nghị quyết về chuẩn nghèo của tỉnh 2023–2025 có còn áp dụng từ năm 2026 không, mức nào?',
      },
    },
  ],
  decide: { value: { kind: 'line-and-deprived' }, ...deprived },
  lines: {
    poor: {
      per: 'month',
      rural: { value: 2_100_000, ...lines },
      urban: { value: 2_600_000, ...lines },
      // No page says it of exactly the line; the national standard does.
      included: { value: true, ...lines, certainty: 'unconfirmed' },
    },
    'near-poor': null,
    average: unknownAverage('month', {
      rural:
        'Quảng Ninh 2023–2025, khu vực nông thôn: có mức sống trung bình riêng không, và đến bao nhiêu đồng?',
      urban:
        'Quảng Ninh 2023–2025, khu vực thành thị: có mức sống trung bình riêng không, và đến bao nhiêu đồng?',
      included:
        'Quảng Ninh 2023–2025: hộ có thu nhập đúng bằng mức trên của mức sống trung bình thì có tính vào không?',
    }),
  },
  deprivations: { value: 3, ...deprived },
  gaps: [
    {
      gap: 'not found',
      ask: 'Quảng Ninh: mức điểm B1 tương đương 2.100.000 đồng và 2.600.000 đồng?',
    },
    formerVillage,
  ],
});
