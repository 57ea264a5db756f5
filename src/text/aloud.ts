import type { Message } from '../decision.ts';
import { say } from '../decision.ts';
import type { Speaker } from './i18n.ts';
import type { Language } from './language.ts';
import type { Speech } from './rendered.ts';

/** What is read aloud of a message: its paragraphs, and what can be answered, each with its number. */
export function aloud(message: Message, language: Language, speaker: Speaker): Speech {
  const parts = message.parts.map((part) => speaker.say(part, language));
  const options = message.options.map(({ phrase, picked }, at) => {
    const params = { number: at + 1, label: { phrase } };
    return speaker.say(picked === true ? say('aloud.picked', params) : say('aloud.option', params), language);
  });
  const text = [...parts, ...options].join('\n\n');
  const readable = text
    .replaceAll(amounts[language], (amount) => inWords(amount, language, speaker))
    .replaceAll('m²', speaker.say(say('aloud.square-metres'), language));
  return { text: readable, language };
}

/** "1.500.000 đ" or "1,500,000 VND"; numbers that are no money have no currency. */
const amounts = { vi: /\b\d{1,3}(?:\.\d{3})*(?: đ(?!\p{L}))?/gu, en: /\b\d{1,3}(?:,\d{3})*(?: VND\b)?/gu };

/** A voice misreads long numbers (it ends 12.000.000 with two "không trăm"), so they are taken apart. */
function inWords(written: string, language: Language, speaker: Speaker): string {
  const groups = written.replace(/ .*/, '').split(/[.,]/).map(Number);
  const words = groups.flatMap((value, at) => {
    const rank = groups.length - at - 1;
    return value === 0 && groups.length > 1 ? [] : [inGroup(value, rank, language, speaker)];
  });
  const amount = words.join(' ');
  return written.includes(' ') ? speaker.say(say('aloud.money', { amount }), language) : amount;
}

function inGroup(value: number, rank: number, language: Language, speaker: Speaker): string {
  switch (rank) {
    case 0:
      return String(value);
    case 1:
      return speaker.say(say('aloud.thousand', { value }), language);
    case 2:
      return speaker.say(say('aloud.million', { value }), language);
    default:
      return speaker.say(say('aloud.billion', { value: value * 1000 ** (rank - 3) }), language);
  }
}
