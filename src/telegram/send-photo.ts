import { type Api, InputFile } from 'grammy';
import type { Photo } from '../channel/channel.ts';
import { toFailure } from './failure.ts';

/**
 * Sends a picture as a message of its own, so that a person can enlarge it. Its numbers stand in the text that follows:
 * what fails here is left out, unless there is no use in sending the text either.
 */
export async function sendPhoto(
  api: Api,
  chatId: number | string,
  { png, caption }: Photo,
): Promise<{ readonly failed: unknown } | null> {
  try {
    await api.sendPhoto(chatId, new InputFile(png, 'chart.png'), { caption });
    return null;
  } catch (error) {
    const failure = toFailure(error);
    if (failure === null) throw error;
    return failure.kind === 'refused' && [401, 403, 429].includes(failure.code) ? { failed: error } : null;
  }
}
