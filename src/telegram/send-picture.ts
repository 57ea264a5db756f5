import { type Api, InputFile } from 'grammy';
import type { Pictures } from '../channel/pictures.ts';
import type { RenderedPicture } from '../text/rendered.ts';
import { toFailure } from './failure.ts';

/**
 * Sends a page of drawings as a message of its own; a person can then enlarge it, and the question below is changed
 * like any other. Nobody waits for a picture: what fails here is left out, unless there is no use in sending the question.
 */
export async function sendPicture(
  api: Api,
  chatId: number | string,
  picture: RenderedPicture,
  pictures: Pictures,
): Promise<{ readonly failed: unknown } | null> {
  if (picture.again || pictures.path(picture) === null) return null;
  const png = await pictures.png(picture.sheet);
  if (png === null) return null;
  try {
    await api.sendPhoto(chatId, new InputFile(png, `${picture.sheet}.png`), { caption: picture.alt });
    return null;
  } catch (error) {
    const failure = toFailure(error);
    if (failure === null) throw error;
    return failure.kind === 'refused' && [401, 403, 429].includes(failure.code) ? { failed: error } : null;
  }
}
