import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Message } from '../../src/decision.ts';
import { toPerson } from '../../src/survey/person.ts';
import { badCode, help, sorry, status, unreadable } from '../../src/talk/notices.ts';
import { answered, begin } from '../survey/walk-through.ts';
import { sourceFiles, textsOf } from '../text/keys.ts';

/** What is said without anything to press, and why it is no dead end. A new one is written down here, or is a `deadEnd`. */
const leadsOn: Readonly<Record<string, string>> = {
  'talk.private-only': 'a group is only told to write alone',
  'talk.private-only-link': 'the link leads on',
  'talk.zone-merged': 'it names the command for the tasks',
  'progress.all-begun': 'a head has nothing to do',
  'devices.no-households': 'a head has nothing to do',
  'desk.taken-back': 'a head hears what a household did',
  'desk.moved-away': 'a head hears what a household did',
  'devices.code': 'the code is typed on the other device',
  'devices.code-for': 'the code is typed on the other device',
  'devices.already': 'nothing is missing',
  'devices.joined': 'what goes on follows at once',
  'devices.joined-given': 'what goes on follows at once',
  'devices.elsewhere': 'what goes on follows at once',
};

describe('nobody is left without a way on', () => {
  test('whatever is said in the source without anything to press has a reason', () => {
    const keys = sourceFiles.flatMap(({ text }) =>
      [...text.matchAll(/\bnotice\(\s*'/g)].flatMap(({ index }) =>
        [...callAt(text, index).matchAll(/'(\w+\.[\w.-]+)'/g)].map((match) => match[1] ?? ''),
      ),
    );
    expect([...new Set(keys)].toSorted()).toEqual(Object.keys(leadsOn).toSorted());
    const bare = sourceFiles.filter(
      ({ name, text }) =>
        /^(?:talk|survey|handle|desk)\//.test(name) && /options: \[\],\s*actions: \[\]/.test(text),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test('whatever was heard in a transcript without anything to press has one too', () => {
    const known = [...textsOf('vi'), ...textsOf('en')].flatMap(([key, text]) =>
      key in leadsOn ? [patternOf(text)] : [],
    );
    const heard = transcripts().filter((message) => !/\n[[(].*[\])]$/.test(message));
    expect(heard.length).toBeGreaterThan(3);
    expect(heard.filter((message) => !known.some((pattern) => pattern.test(message)))).toEqual([]);
  });

  const signed = { case: 1, stage: 'signed', zone: 'Khu 1', headed: true } as const;
  const ends: Readonly<Record<string, () => Message>> = {
    help: () => help(false, false),
    'no case': () => status(null),
    'a case that waits without a head': () => status({ ...signed, stage: 'sent', headed: false }),
    'a signed case': () => status(signed),
    'a code that leads nowhere': badCode,
    'something that cannot be read': () => unreadable('voice'),
    'a failure inside': sorry,
    'consent denied': () => {
      const through = begin();
      through.press('vi');
      through.press('no');
      return through.last();
    },
    'a case withdrawn, and what is asked of it then': () => {
      const through = answered();
      through.run({ kind: 'withdraw', sure: true });
      expect(through.last().actions).toContain(toPerson);
      through.run({ kind: 'edit', question: null });
      return through.last();
    },
    'words after all was sent': () => {
      const through = answered();
      through.press('send');
      through.say('trời đẹp');
      return through.last();
    },
  };
  test.each(Object.entries(ends))('%s leads to somebody to speak to', (_, end) => {
    expect(end().actions).toContain(toPerson);
  });
});

/** A call from its name to the bracket that ends it. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let at = text.indexOf('(', start); at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, at);
  }
  return '';
}

function patternOf(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\{\w+\}\}/g, '[^]*');
  return new RegExp(`(?:^|\n\n)${escaped}$`);
}

function transcripts(): readonly string[] {
  const folder = new URL('../journeys/cases/', import.meta.url);
  const journey = z.object({
    steps: z.array(z.object({ heard: z.record(z.string(), z.array(z.string())).optional() })),
  });
  return readdirSync(folder)
    .map((name) => journey.parse(parse(readFileSync(new URL(name, folder), 'utf8'))))
    .flatMap(({ steps }) => steps.flatMap(({ heard = {} }) => Object.values(heard).flat()));
}
