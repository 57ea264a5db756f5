import type { Assessment, Category, Finding } from '../assessment.ts';
import type { NearestChange } from '../nearest.ts';
import type { DecideBy, Standard } from '../standard.ts';
import { type Language, number, words } from './words.ts';

type Count = Assessment['count'];

type Sayings = {
  readonly reading: (standard: Standard, year: number) => string;
  readonly result: (categories: readonly string[]) => string;
  readonly serves: (years: string) => string;
  readonly contested: (year: number) => string;
  readonly notServed: (year: number) => string;
  readonly way: (way: string) => string;
  readonly ways: Readonly<Record<DecideBy['kind'], string>>;
  readonly nearPoor: (deprivations: string) => string;
  readonly facts: (facts: string) => string;
  readonly count: (count: Count, cutOff: string) => string;
  readonly surely: (indicators: number) => string;
  readonly atMost: (indicators: number) => string;
  readonly condition: (condition: string) => string;
  readonly named: (source: string) => string;
  readonly provisional: (certainty: string) => string;
  readonly unlisted: (indicators: number) => string;
  readonly nearest: (change: NearestChange) => string;
  readonly threshold: (sign: string, amount: string) => string;
  readonly why: Readonly<Record<NonNullable<Finding['why']>, string>>;
  readonly draft: string;
  readonly seenIn: (where: string) => string;
  readonly plain: (standard: Standard, year: number) => string;
  readonly counted: string;
  readonly fine: string;
  readonly open: string;
  readonly onlyCommune: string;
};

const documents = ({ basis }: Standard) => basis.map(({ document }) => document).join(', ');
const range = ({ least, most }: Count) => (least === most ? String(least) : `${least}–${most}`);

const classes = (possible: readonly Category[], language: Language, or: string) =>
  possible.map((category) => words[language].category[category]).join(or);

/** The sentences of an explanation. */
export const sayings: Readonly<Record<Language, Sayings>> = {
  vi: {
    reading: (standard, year) => `Đọc theo ${documents(standard)}, cho danh sách năm ${year}.`,
    result: (categories) =>
      `Kết quả: ${categories.join(' hoặc ')}${categories.length > 1 ? ' (chưa xác định được)' : ''}.`,
    serves: (years) => `Chuẩn này dùng cho danh sách năm ${years}.`,
    contested: (year) => `Chưa rõ danh sách năm ${year} có theo chuẩn này không.`,
    notServed: (year) => `Chuẩn này không dùng cho danh sách năm ${year}.`,
    way: (way) => `Cách xét: ${way}.`,
    ways: {
      'line-and-deprived':
        'hộ nghèo khi thu nhập từ mức chuẩn trở xuống và số chỉ số thiếu hụt đủ ngưỡng; chưa đủ ngưỡng là hộ cận nghèo',
      'line-or-deprived':
        'hộ nghèo khi thu nhập từ mức chuẩn hộ nghèo trở xuống, hoặc từ mức đó đến mức chuẩn hộ cận nghèo mà số chỉ số thiếu hụt đủ ngưỡng; chưa đủ ngưỡng là hộ cận nghèo',
      'deprived-or-income':
        'hộ nghèo khi số chỉ số thiếu hụt đủ ngưỡng, hoặc thiếu hụt cả hai chỉ số của chiều thu nhập; hộ cận nghèo khi thu nhập giữa hai mức chuẩn và thiếu hụt đúng số chỉ số của hộ cận nghèo',
    },
    nearPoor: (deprivations) => `Số chỉ số thiếu hụt của hộ cận nghèo: ${deprivations}.`,
    facts: (facts) => `đã khai: ${facts}`,
    count: (count, cutOff) => `Số chỉ số thiếu hụt: ${range(count)}; ngưỡng: ${cutOff}.`,
    surely: (indicators) =>
      `Trong các chỉ số chưa rõ ở trên chắc chắn có ít nhất ${indicators} chỉ số thiếu hụt.`,
    atMost: (indicators) => `Trong các chỉ số chưa rõ ở trên có nhiều nhất ${indicators} chỉ số thiếu hụt.`,
    condition: (condition) => `thiếu hụt khi ${condition}`,
    named: (source) => `tên chỉ số: ${source}`,
    provisional: (certainty) => `Đây là kết quả tạm đọc: giá trị yếu nhất được dùng là “${certainty}”.`,
    unlisted: (indicators) => `Còn ${indicators} chỉ số chưa biết tên.`,
    nearest: (change) =>
      change.kind === 'income'
        ? `Nếu cả hộ trong 12 tháng thu ${change.by > 0 ? 'thêm' : 'ít đi'} ${number(Math.abs(change.by), 'vi')} đồng thì kết quả là: ${classes(change.possible, 'vi', ' hoặc ')}.`
        : `Nếu ${change.by > 0 ? 'thêm' : 'bớt'} ${Math.abs(change.by)} chỉ số thiếu hụt thì kết quả là: ${classes(change.possible, 'vi', ' hoặc ')}.`,
    threshold: (sign, amount) => `ngưỡng ${sign} ${amount}`,
    why: { 'fact-unknown': 'chưa ai cho biết', 'law-gap': 'chưa biết quy định' },
    draft: 'dự thảo',
    seenIn: (where) => `đọc trong ${where}`,
    plain: (standard, year) => `Đọc thử theo ${documents(standard)}, cho danh sách năm ${year}.`,
    counted: 'Tính là thiếu',
    fine: 'Không thiếu',
    open: 'Chưa rõ',
    onlyCommune: 'Đây mới là đọc thử. Chỉ Chủ tịch Ủy ban nhân dân cấp xã mới quyết định công nhận.',
  },
  en: {
    reading: (standard, year) => `Read by ${documents(standard)}, for the list of ${year}.`,
    result: (categories) =>
      `Result: ${categories.join(' or ')}${categories.length > 1 ? ' (not determined)' : ''}.`,
    serves: (years) => `This standard makes the lists of ${years}.`,
    contested: (year) => `Whether it makes the list of ${year} is not settled.`,
    notServed: (year) => `It does not make the list of ${year}.`,
    way: (way) => `How it decides: ${way}.`,
    ways: {
      'line-and-deprived':
        'poor with an income at the line or under it and enough indicators deprived; near-poor with fewer',
      'line-or-deprived':
        'poor with an income at the line of the poor or under it, or between that and the line of the near-poor with enough indicators deprived; near-poor with fewer',
      'deprived-or-income':
        'poor with enough indicators deprived or with both indicators of income; near-poor with an income between the two lines and just the number deprived of the near-poor',
    },
    nearPoor: (deprivations) => `Deprived indicators of the near-poor: ${deprivations}.`,
    facts: (facts) => `told: ${facts}`,
    count: (count, cutOff) => `Deprived indicators: ${range(count)}; the cut-off is ${cutOff}.`,
    surely: (indicators) => `Of those not known, at least ${indicators} deprived for certain.`,
    atMost: (indicators) => `Of those not known, at most ${indicators} deprived.`,
    condition: (condition) => `deprived if ${condition}`,
    named: (source) => `its name: ${source}`,
    provisional: (certainty) => `This reading is provisional: the weakest value used is "${certainty}".`,
    unlisted: (indicators) => `${indicators} more indicators are not known by name.`,
    nearest: (change) =>
      change.kind === 'income'
        ? `With ${number(Math.abs(change.by), 'en')} VND ${change.by > 0 ? 'more' : 'less'} for the whole household in 12 months: ${classes(change.possible, 'en', ' or ')}.`
        : `With ${Math.abs(change.by)} ${change.by > 0 ? 'more' : 'fewer'} deprived: ${classes(change.possible, 'en', ' or ')}.`,
    threshold: (sign, amount) => `threshold ${sign} ${amount}`,
    why: { 'fact-unknown': 'nobody could tell', 'law-gap': 'the rule is not known' },
    draft: 'draft',
    seenIn: (where) => `read in: ${where}`,
    plain: (standard, year) => `A first reading by ${documents(standard)}, for the list of ${year}.`,
    counted: 'Counts as missing',
    fine: 'Not missing',
    open: 'Not known',
    onlyCommune:
      "This is only a first reading. Only the chairman of the commune's People's Committee decides.",
  },
};
