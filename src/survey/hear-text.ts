import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import type { QuestionOf } from './question.ts';

/** A few words of their own, on one line. Numbers of papers and phones are not kept. */
export function hearText({ most }: QuestionOf<'text'>, text: string): Heard {
  const value = text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}\p{Cc}\s]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{Nd}]/u.test(value)) return refused('text-empty');
  if (/\d(?:[\s.-]?\d){8,}/.test(value)) return refused('text-id-number');
  return [...value].length > most ? refused('text-too-long', { most }) : answered({ kind: 'text', value });
}
