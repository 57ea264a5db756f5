import type { Movement } from '../procedure/movement.ts';
import type { OfficialClass } from '../review/official.ts';

// Papers are Vietnamese, whatever language somebody talks with the bot in: so their words stand here and not in locales/.

/** Printed for what a person fills in. */
export const dots = '……………………';

/** The classes as papers name them. */
export const classWords: Readonly<Record<OfficialClass, string>> = {
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  average: 'hộ có mức sống trung bình',
  none: 'không phải hộ nghèo, hộ cận nghèo',
};

/** What a household was on the last list, behind "Danh sách trước:". */
export function beforeWords(before: 'poor' | 'near-poor' | null): string {
  return before === null ? 'không có' : classWords[before];
}

/** The movement of a household between two lists, in a word or two; empty where there is none. */
export const movementWords: Readonly<Record<Movement, string>> = {
  'stays-poor': 'vẫn là hộ nghèo',
  'poor-to-near-poor': 'từ hộ nghèo',
  'poor-to-above': 'thoát nghèo',
  'stays-near-poor': 'vẫn là hộ cận nghèo',
  'near-poor-to-poor': 'từ hộ cận nghèo',
  'near-poor-to-above': 'thoát cận nghèo',
  'poor-left': 'không còn là hộ nghèo',
  'near-poor-left': 'không còn là hộ cận nghèo',
  'poor-again': 'tái nghèo',
  'near-poor-again': 'tái cận nghèo',
  'newly-poor': 'mới',
  'newly-near-poor': 'mới',
  none: '',
};

/** "20/11/2026" of a day `YYYY-MM-DD`. */
export function dayShort(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** "ngày 05 tháng 02 năm 2027": the two first months and all days below ten have their zero, as on papers of the state. */
export function dayLong(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

/** A whole number with its dots: "1.500". */
export function numberWords(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** The name of a ward in the middle of a sentence, and what it is without "phường" or "xã". */
export function placeIn(ward: string): string {
  return ward.replace(/^(phường|xã|thị trấn|đặc khu)\s+/iu, '');
}
