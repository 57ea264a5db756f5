import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { espeakVoice } from '../../src/voice/espeak.ts';

// With Debian's own programs: `apt-get install espeak-ng opus-tools`.
const path = process.env.PATH ?? '';
const question = { text: 'Nhà mình dùng nhà tiêu loại nào?\n\nSố 1: Tự hoại.', language: 'vi' } as const;

test('a question is read aloud, in Vietnamese, for as long as it takes', async () => {
  const voice = await espeakVoice(path);
  const wav = await voice.wav(question);
  const english = await voice.wav({ ...question, language: 'en' });
  const view = new DataView(wav?.buffer ?? new ArrayBuffer(44));
  const seconds = view.getUint32(40, true) / view.getUint32(28, true);
  expect(seconds).toBeGreaterThan(2);
  expect(seconds).toBeLessThan(10);
  const vietnamese = execFileSync('espeak-ng', ['-v', 'vi', '-s', '140', '--stdin', '--stdout'], {
    input: question.text,
  });
  expect(
    Buffer.from(wav ?? [])
      .subarray(44)
      .equals(vietnamese.subarray(44)),
  ).toBe(true);
  expect(
    Buffer.from(english ?? [])
      .subarray(44)
      .equals(vietnamese.subarray(44)),
  ).toBe(false);
});

test('a voice message is small, and the same each time', async () => {
  const voice = await espeakVoice(path);
  const opus = Buffer.from((await voice.opus(question)) ?? []);
  expect(opus.subarray(0, 4).toString('latin1')).toBe('OggS');
  expect(opus.includes('OpusHead')).toBe(true);
  expect(opus.length).toBeGreaterThan(3000);
  expect(opus.length).toBeLessThan(30_000);
  expect(Buffer.from((await voice.opus(question)) ?? [])).toEqual(opus);
});
