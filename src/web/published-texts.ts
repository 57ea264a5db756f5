import type { Told } from '../report/moves.ts';
import type { Lang } from './texts.ts';
import { dayIn } from './day.ts';

/** The words around published numbers. */
export type PublishedTexts = {
  readonly title: (year: number) => string;
  readonly heading: string;
  readonly of: (round: { readonly number: number; readonly day: string }) => string;
  readonly whole: string;
  readonly byZone: string;
  readonly zone: string;
  readonly columns: Readonly<Record<Told, string>>;
  readonly what: readonly string[];
  readonly indicators: string;
  readonly indicatorsNote: string;
  readonly causes: string;
  readonly causesNote: string;
  readonly name: { readonly indicator: string; readonly cause: string };
  readonly hidden: string;
  readonly about: string;
  readonly standards: (names: readonly string[]) => string;
  readonly source: (source: string) => string;
  readonly json: string;
};

const vi: PublishedTexts = {
  title: (year) => `Kết quả rà soát hộ nghèo, hộ cận nghèo năm ${year}`,
  heading: 'Công bố',
  of: ({ day, number }) => `Đợt rà soát số ${number}. Công bố ngày ${dayIn('vi', day)}.`,
  whole: 'Cả phường, xã',
  byZone: 'Theo khu, thôn',
  zone: 'Khu, thôn',
  columns: {
    reviewed: 'Hộ được rà soát',
    poor: 'Hộ nghèo',
    nearPoor: 'Hộ cận nghèo',
    left: 'Ra khỏi danh sách',
    new: 'Mới vào danh sách',
  },
  what: [
    'Ra khỏi danh sách: năm trước là hộ nghèo hoặc hộ cận nghèo, nay không còn, kể cả hộ đã chuyển đi.',
    'Mới vào danh sách: năm trước không có trong danh sách, nay là hộ nghèo hoặc hộ cận nghèo.',
  ],
  indicators: 'Các hộ thiếu gì?',
  indicatorsNote:
    'Đếm từ câu trả lời đã được khu trưởng xác nhận. Chưa rõ thì không đếm. Một hộ có thể thiếu nhiều thứ.',
  causes: 'Vì sao nghèo, cận nghèo?',
  causesNote: 'Một hộ có thể có nhiều nguyên nhân.',
  name: { indicator: 'Chỉ số thiếu hụt', cause: 'Nguyên nhân' },
  hidden: 'không ghi',
  about: 'Về các số này',
  standards: (names) => `${names.join('; hoặc ')}.`,
  source: (source) => `Nguồn: ${source}.`,
  json: 'Cho máy đọc (JSON)',
};

const en: PublishedTexts = {
  title: (year) => `Review of poor and near-poor households, ${year}: figures`,
  heading: 'Published figures',
  of: ({ day, number }) => `Review round ${number}. Published on ${dayIn('en', day)}.`,
  whole: 'The whole commune',
  byZone: 'By zone',
  zone: 'Zone',
  columns: {
    reviewed: 'Reviewed',
    poor: 'Poor',
    nearPoor: 'Near-poor',
    left: 'Left the list',
    new: 'New on the list',
  },
  what: [
    'Left the list: poor or near-poor last year and not any more, moved away included.',
    'New on the list: not on last year’s list, poor or near-poor now.',
  ],
  indicators: 'What do households lack?',
  indicatorsNote:
    'Counted from the answers as the zone heads verified them. What is not known is not counted. A household may lack several things.',
  causes: 'Why are they poor or near-poor?',
  causesNote: 'A household may have several causes.',
  name: { indicator: 'Indicator', cause: 'Cause' },
  hidden: 'hidden',
  about: 'About these figures',
  standards: (names) => `Standard: ${names.join('; or ')}.`,
  source: (source) => `Source: ${source}.`,
  json: 'Figures for programs (JSON)',
};

/** The words in each language. */
export const publishedTexts: Readonly<Record<Lang, PublishedTexts>> = { vi, en };
