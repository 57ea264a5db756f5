import { type Api, InputFile } from 'grammy';
import type { Voice } from '../channel/voice.ts';
import type { Speech } from '../text/rendered.ts';
import { ahead, type Refused } from './ahead.ts';

/** Sends a text read aloud as a voice message of its own, which plays where it stands. */
export async function sendVoice(
  api: Api,
  chatId: number | string,
  speech: Speech,
  voice: Voice,
): Promise<Refused> {
  const opus = await voice.opus(speech);
  return opus === null ? null : ahead(() => api.sendVoice(chatId, new InputFile(opus, 'voice.ogg')));
}
