import { dayIn } from './day.ts';
import type { PostedPage } from './port.ts';
import type { Lang } from './texts.ts';

type Days = { readonly from: string; readonly until: string };

/** The words around a posted list. */
export type PostedTexts = {
  readonly title: (year: number) => string;
  readonly heading: string;
  readonly where: (zone: string, ward: string) => string;
  readonly days: (days: Days) => string;
  readonly unconfirmed: string;
  readonly columns: { readonly number: string; readonly name: string; readonly class: string };
  readonly classes: Readonly<Record<PostedPage['lines'][number]['category'], string>>;
  readonly object: string;
  readonly how: readonly string[];
};

const vi: PostedTexts = {
  title: (year) => `Danh sách rà soát hộ nghèo, hộ cận nghèo năm ${year}`,
  heading: 'Niêm yết',
  where: (zone, ward) => `${zone}, ${ward}`,
  days: ({ from, until }) => `Niêm yết từ ngày ${dayIn('vi', from)} đến hết ngày ${dayIn('vi', until)}.`,
  unconfirmed: 'Số ngày này chưa chắc chắn: chương trình chưa so được với bản gốc của luật.',
  columns: { number: 'Số', name: 'Hộ', class: 'Kết quả rà soát' },
  classes: {
    poor: 'hộ nghèo',
    'near-poor': 'hộ cận nghèo',
    average: 'mức sống trung bình',
    none: 'không phải hộ nghèo, hộ cận nghèo',
  },
  object: 'Thấy chưa đúng thì làm gì?',
  how: [
    'Nói về nhà mình hay nhà khác đều được, đến hết ngày cuối.',
    'Gõ “niêm yết” cho trợ lý rà soát trên điện thoại, rồi chọn “Tôi có ý kiến”.',
    'Hoặc nói với khu trưởng, với Ủy ban nhân dân phường, xã.',
    'Người khác sẽ xem lại và trả lời, kèm lý do. Trợ lý không cho hàng xóm biết ai đã nói.',
  ],
};

const en: PostedTexts = {
  title: (year) => `Review list of poor and near-poor households, ${year}`,
  heading: 'Posted (niêm yết)',
  where: (zone, ward) => `${zone}, ${ward}`,
  days: ({ from, until }) => `Posted from ${dayIn('en', from)} to the end of ${dayIn('en', until)}.`,
  unconfirmed: 'This number of days is not certain: it was not yet compared with the law’s own text.',
  columns: { number: 'No.', name: 'Household', class: 'Result' },
  classes: {
    poor: 'poor household',
    'near-poor': 'near-poor household',
    average: 'average living standard',
    none: 'neither poor nor near-poor',
  },
  object: 'What if something is wrong?',
  how: [
    'Anybody may object, about their own or another household, until the last day.',
    'Type “posted” to the review assistant on a phone, then choose “I object”.',
    'Or tell the zone head or the commune.',
    'Somebody else looks again and answers with reasons. The assistant does not tell the neighbours who spoke.',
  ],
};

/** The words in each language. */
export const postedTexts: Readonly<Record<Lang, PostedTexts>> = { vi, en };
