import { type Api, InputFile } from 'grammy';
import type { Photo } from '../channel/channel.ts';
import { ahead, type Refused } from './ahead.ts';

/** Sends a chart as a message of its own, so that a person can enlarge it. Its numbers stand in the text that follows. */
export async function sendPhoto(
  api: Api,
  chatId: number | string,
  { png, caption }: Photo,
): Promise<Refused> {
  return ahead(() => api.sendPhoto(chatId, new InputFile(png, 'chart.png'), { caption }));
}
