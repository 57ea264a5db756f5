import type { Texts } from './page.ts';

/** The hour and minute of a moment, as the reader's clock shows it. */
export const timeOf = (at: Date, lang: string): string =>
  at.toLocaleTimeString(locale(lang), { hour: '2-digit', minute: '2-digit' });

/** A name for a moment's day that is the same for all moments of that day. */
export const dayKey = (at: Date): string => `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;

/** The words for a moment's day: today, yesterday, or weekday and date. */
export const dayLabel = (at: Date, now: Date, lang: string, texts: Texts): string => {
  if (dayKey(at) === dayKey(now)) return texts.today;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(at) === dayKey(yesterday)) return texts.yesterday;
  return at.toLocaleDateString(locale(lang), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
};

const locale = (lang: string): string => (lang === 'en' ? 'en-GB' : 'vi-VN');
