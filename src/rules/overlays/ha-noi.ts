import { derive } from '../derive.ts';
import { standard2022 } from '../standards/2022-2026.ts';
import { formerVillage, unknownAverage } from '../standards/shared.ts';

/** The city's resolution, whose number was not seen. */
const resolution = {
  document: 'Nghị quyết của HĐND thành phố Hà Nội về chuẩn nghèo từ năm 2022',
  url: 'https://baodansinh.vn/ha-noi-phan-dau-den-cuoi-nam-2022-giam-them-1339-ho-ngheo-20220912003402.htm',
} as const;

const lines = { source: resolution, certainty: 'secondary' } as const;

/** Only the lines and their beginning were seen; the national way to decide and its end in 2025 are assumed, and marked so. */
const assumed = { source: resolution, certainty: 'unconfirmed' } as const;

/** Hà Nội from 2022, for the period of the national standard it is derived from. */
export const haNoi2022 = derive(standard2022, {
  id: 'ha-noi-2022-2025',
  authority: 'ha-noi',
  basis: [resolution],
  serves: [
    { value: { from: 2022, to: 2022 }, ...lines },
    { value: { from: 2023, to: 2025 }, ...assumed },
  ],
  // "From 2022", and of an end nothing: the national standard it is derived from was kept for 2026.
  contested: [
    {
      listYear: 2026,
      ask: {
        gap: 'not found',
        ask: 'Hà Nội: chuẩn nghèo của thành phố từ năm 2022 có còn áp dụng cho danh sách năm 2026 không, mức nào?',
      },
    },
  ],
  decide: { value: { kind: 'line-and-deprived' }, ...assumed },
  lines: {
    poor: {
      per: 'month',
      rural: { value: 2_000_000, ...lines },
      urban: { value: 2_500_000, ...lines },
      included: { value: true, ...assumed },
    },
    'near-poor': null,
    average: unknownAverage('month', {
      rural:
        'Hà Nội từ năm 2022, khu vực nông thôn: có mức sống trung bình riêng không, và đến bao nhiêu đồng?',
      urban:
        'Hà Nội từ năm 2022, khu vực thành thị: có mức sống trung bình riêng không, và đến bao nhiêu đồng?',
      included:
        'Hà Nội từ năm 2022: hộ có thu nhập đúng bằng mức trên của mức sống trung bình thì có tính vào không?',
    }),
  },
  deprivations: { value: 3, ...assumed },
  gaps: [
    {
      gap: 'not found',
      ask: 'Hà Nội: số và ngày của nghị quyết về chuẩn nghèo từ năm 2022, số chỉ số thiếu hụt của hộ nghèo, và thời hạn áp dụng?',
    },
    formerVillage,
  ],
});
