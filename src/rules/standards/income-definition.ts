import type { IncomeDefinition } from '../standard.ts';

/** Income of the last 12 months without state allowances, for the average living standard alone; for 2022–2025. */
const decision24 = {
  document: 'Quyết định 24/2021/QĐ-TTg',
  url: 'https://doanhnghiepthuonghieu.vn/quy-trinh-ra-soat-ho-ngheo-ho-can-ngheo-hang-nam-p32485.html',
  signedOn: '2021-07-16',
  inForceFrom: '2021-09-01',
} as const;

/** What nothing we could read settles about counting income, under either national standard. */
export const incomeDefinition: IncomeDefinition = {
  costs: {
    gap: 'not found',
    ask: 'Thu nhập từ sản xuất nông nghiệp và kinh doanh: trừ những chi phí nào, chứng minh bằng gì?',
  },
  // An amount told as allowances holds pensions too, so what is seen of the average cannot be taken off it.
  allowances: {
    gap: 'not found',
    ask: 'Lương hưu, trợ cấp: khoản nào là trợ cấp của Nhà nước, và có tính vào thu nhập không khi so với mức chuẩn hộ nghèo? (Với mức sống trung bình, Quyết định 24/2021/QĐ-TTg không tính trợ cấp của Nhà nước.)',
    partly: decision24,
  },
  remittances: {
    gap: 'not found',
    ask: 'Tiền người thân gửi về, cho, biếu có tính vào thu nhập của hộ không?',
  },
};
