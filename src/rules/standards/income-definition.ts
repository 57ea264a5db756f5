import type { IncomeDefinition } from '../standard.ts';

/** What nothing we could read settles about counting income, under either national standard. */
export const incomeDefinition: IncomeDefinition = {
  costs: {
    gap: 'not found',
    ask: 'Thu nhập từ sản xuất nông nghiệp và kinh doanh: trừ những chi phí nào, chứng minh bằng gì?',
  },
  allowances: {
    gap: 'not found',
    // Decision 24/2021 leaves state allowances out for the average living standard; of the poverty line it was not seen.
    ask: 'Khi so với mức chuẩn thu nhập của hộ nghèo, trợ cấp của Nhà nước có tính vào thu nhập không, loại nào?',
  },
  remittances: {
    gap: 'not found',
    ask: 'Tiền người thân gửi về, cho, biếu có tính vào thu nhập của hộ không?',
  },
};
