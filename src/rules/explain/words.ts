import type { Category, Finding } from '../assessment.ts';
import type { Sureness } from '../certainty.ts';

export type Language = 'vi' | 'en';

type Words = {
  readonly rule: Readonly<Record<Finding['rule'], string>>;
  readonly category: Readonly<Record<Category, string>>;
  readonly verdict: Readonly<Record<Finding['verdict'], string>>;
  readonly certainty: Readonly<Record<Sureness, string>>;
  readonly per: { readonly month: string; readonly year: string };
};

/** The plain words of a reading; an indicator is called by its name here where the standard itself does not name it. */
export const words: Readonly<Record<Language, Words>> = {
  vi: {
    rule: {
      income: 'Thu nhập so với mức chuẩn hộ nghèo',
      'income-near-poor': 'Thu nhập so với mức chuẩn hộ cận nghèo',
      'income-average': 'Thu nhập so với mức sống trung bình',
      employment: 'Việc làm',
      dependents: 'Người phụ thuộc trong hộ gia đình',
      nutrition: 'Dinh dưỡng',
      'health-care': 'Tiếp cận các dịch vụ y tế',
      'health-insurance': 'Bảo hiểm y tế',
      'adult-education': 'Trình độ giáo dục của người lớn',
      'child-school': 'Tình trạng đi học của trẻ em',
      'housing-quality': 'Chất lượng nhà ở',
      'housing-area': 'Diện tích nhà ở bình quân đầu người',
      water: 'Nguồn nước sinh hoạt',
      latrine: 'Nhà tiêu hợp vệ sinh',
      telecom: 'Sử dụng dịch vụ viễn thông',
      'info-devices': 'Phương tiện phục vụ tiếp cận thông tin',
      waste: 'Xử lý chất thải',
      'income-per-person': 'Thu nhập bình quân đầu người',
      'second-income': 'Chỉ số thứ hai của chiều thu nhập',
    },
    category: {
      poor: 'hộ nghèo',
      'near-poor': 'hộ cận nghèo',
      average: 'hộ có mức sống trung bình',
      none: 'không thuộc các diện trên',
    },
    verdict: {
      deprived: 'thiếu hụt',
      'not-deprived': 'không thiếu hụt',
      under: 'từ mức chuẩn trở xuống',
      over: 'trên mức chuẩn',
      unknown: 'chưa rõ',
    },
    certainty: {
      verified: 'đã đối chiếu với trang trích văn bản',
      secondary: 'mới thấy qua báo chí hoặc dự thảo',
      unconfirmed: 'chưa được xác nhận',
      gap: 'chưa biết quy định',
    },
    per: { month: 'đồng/người/tháng', year: 'đồng/người/năm' },
  },
  en: {
    rule: {
      income: 'Income against the line of the poor',
      'income-near-poor': 'Income against the line of the near-poor',
      'income-average': 'Income against the average living standard',
      employment: 'Employment',
      dependents: 'Dependants in the household',
      nutrition: 'Nutrition',
      'health-care': 'Access to health care',
      'health-insurance': 'Health insurance',
      'adult-education': 'Education of adults',
      'child-school': 'Children at school',
      'housing-quality': 'Quality of the house',
      'housing-area': 'Floor area per person',
      water: 'Water source',
      latrine: 'Hygienic latrine',
      telecom: 'Use of telecom services',
      'info-devices': 'Devices for information',
      waste: 'Waste treatment',
      'income-per-person': 'Income per person',
      'second-income': 'The second indicator of income',
    },
    category: {
      poor: 'poor household',
      'near-poor': 'near-poor household',
      average: 'household of average living standard',
      none: 'none of these',
    },
    verdict: {
      deprived: 'deprived',
      'not-deprived': 'not deprived',
      under: 'at the line or under it',
      over: 'over the line',
      unknown: 'not known',
    },
    certainty: {
      verified: 'seen on a page that quotes the document',
      secondary: 'seen in the news or a draft only',
      unconfirmed: 'not confirmed',
      gap: 'the rule is not known',
    },
    per: { month: 'VND per person per month', year: 'VND per person per year' },
  },
};

/** A whole number with the separators of the language. */
export function number(value: number, language: Language): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',');
}
