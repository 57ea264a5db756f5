import { expect, test } from 'vitest';
import { espeakVoice } from '../../src/voice/espeak.ts';
import { heard, standIns } from './stand-ins.ts';

const question = { text: 'Nhà mình có ai [[đang]] đi làm; $(id) không?', language: 'vi' } as const;

test('a text is read by the voice of its language', async () => {
  const voice = await espeakVoice(standIns());
  expect(heard(await voice.opus(question), 0)).toBe('OggSvi: Nhà mình có ai   đang   đi làm; $(id) không?');
  expect(heard(await voice.wav({ text: 'Who works?', language: 'en' }), 44)).toBe('en: Who works?');
});

test('a WAV says how long it is', async () => {
  const wav = await (await espeakVoice(standIns())).wav(question);
  const view = new DataView(wav?.buffer ?? new ArrayBuffer(44));
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
  expect(view.getUint32(40, true)).toBe(view.byteLength - 44);
});

test.each([
  ['espeak-ng', null, 'espeak-ng is not installed'],
  ['espeak-ng', 'process.exit(1)', 'espeak-ng does not work here'],
  ['espeak-ng', 'process.stdout.write("no sound")', 'espeak-ng does not work here'],
  ['opusenc', null, 'opusenc is not installed'],
  ['opusenc', '', 'opusenc does not work here'],
])('the start says what is missing: %s as %j', async (name, script, why) => {
  const start = espeakVoice(standIns({ [name]: script }));
  await expect(start).rejects.toThrow(why);
  await expect(start).rejects.toThrow('apt-get install espeak-ng opus-tools');
});

const breaksLater = (then: string) => `
  const given = require('node:fs').readFileSync(0);
  if (given.length > 50) { ${then} }
  else process.stdout.write('OggS');
`;

test.each(['process.exit(1)', 'setInterval(() => {}, 1000)'])(
  'a text that cannot be read aloud is none: %s',
  async (then) => {
    const voice = await espeakVoice(standIns({ opusenc: breaksLater(then) }));
    expect(await voice.opus(question)).toBeNull();
    expect(heard(await voice.opus({ text: '1', language: 'vi' }), 0)).toBe('OggS');
  },
);

test('a crowd is read to in turn', async () => {
  const voice = await espeakVoice(standIns());
  const all = await Promise.all(Array.from({ length: 6 }, () => voice.wav(question)));
  expect(all).not.toContain(null);
});
