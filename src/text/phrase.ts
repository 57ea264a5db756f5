import type { Param, Phrase } from '../decision.ts';
import type { Language } from './language.ts';

type Text = (key: string, language: Language, values: Readonly<Record<string, string | number>>) => string;

/** A phrase in words, its parameters written as the language writes them. */
export function phraseText(phrase: Phrase, language: Language, text: Text): string {
  const params = Object.entries(phrase.params ?? {});
  const values = params.map(([name, param]) => [name, paramText(param, language, text)] as const);
  return text(phrase.key, language, Object.fromEntries(values));
}

function paramText(param: Param, language: Language, text: Text): string | number {
  if (typeof param === 'string' || typeof param === 'number') return param;
  if ('money' in param) return text('chat.money', language, { amount: amountText(param.money, language) });
  if ('day' in param) return dayText(param.day, language);
  if ('phrase' in param) return phraseText(param.phrase, language, text);
  if ('list' in param) return param.list.map((each) => phraseText(each, language, text)).join(', ');
  if ('either' in param) {
    return param.either
      .map((each) => phraseText(each, language, text))
      .join(` ${text('chat.or', language, {})} `);
  }
  if ('numbered' in param) {
    return param.numbered.map((each, at) => `${at + 1}. ${phraseText(each, language, text)}`).join('\n');
  }
  return param.lines.map((each) => `• ${phraseText(each, language, text)}`).join('\n');
}

/** "1.500.000" or "1,500,000". */
function amountText(amount: number, language: Language): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',');
}

/** "20/11/2026" or "20 Nov 2026". */
function dayText(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'vi') return `${date}/${month}/${year}`;
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
