import { expect } from 'vitest';
import { plainText } from '../../src/text/plain.ts';

/** What each person heard in a step, word for word. */
export type HeardBy = Readonly<Record<string, readonly string[]>>;

/** Transcripts are written on Telegram; a device's own channel is named by each. */
export function namedAs(text: string, channel: string): string {
  const names: Readonly<Record<string, string>> = { typed: 'máy tính', web: 'trang web', zalo: 'Zalo' };
  return text.replaceAll('Telegram', names[channel] ?? 'Telegram');
}

/** In a channel whose buttons look different the words are compared, elsewhere the choices too. */
export function compare(wanted: HeardBy, heard: HeardBy, channel: string, label: string): void {
  const seenAs = { telegram: withoutChoices, zalo: inPlainText }[channel] ?? ((message: string) => message);
  const tidy = channel === 'zalo' ? onOneLine : (message: string) => message;
  expect(mapped(heard, tidy), label).toEqual(
    mapped(wanted, (message) => tidy(seenAs(namedAs(message, channel)))),
  );
}

function mapped(heard: HeardBy, how: (message: string) => string): HeardBy {
  return Object.fromEntries(Object.entries(heard).map(([name, messages]) => [name, messages.map(how)]));
}

/** A message with its choices as a channel without buttons writes them. */
function inPlainText(message: string): string {
  const text = withoutChoices(message);
  const choices = message.slice(text.length).split('\n');
  const within = (from: string, to: string) =>
    choices.filter((line) => line.startsWith(from) && line.endsWith(to)).map((line) => line.slice(1, -1));
  const options = within('[', ']').map((label) => ({
    label: label.replace(/^✓ /, ''),
    data: '',
    picked: label.startsWith('✓ '),
  }));
  const actions = within('(', ')').map((label) => ({ label, data: '' }));
  return plainText({ text, options, actions });
}

/** Where a long message was cut is no matter: its words are compared. */
function onOneLine(message: string): string {
  return message.replace(/\s+/g, ' ');
}

/** The text of a message alone: the choices stand in brackets, each in a line of its own, behind it. */
function withoutChoices(message: string): string {
  return message.replace(/(?:\n(?:\[.*\]|\(.*\)))+$/, '');
}
