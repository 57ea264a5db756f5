import type { Lang } from './texts.ts';

/** A day (`YYYY-MM-DD`) as it is written in a language: 20/11/2026, 20 Nov 2026. */
export const dayIn = (lang: Lang, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  if (lang === 'vi') return `${date}/${month}/${year}`;
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
