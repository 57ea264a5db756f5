import { type Api, InputFile } from 'grammy';
import type { Pictures } from '../channel/pictures.ts';
import type { RenderedPicture } from '../text/rendered.ts';
import { ahead, type Refused } from './ahead.ts';

/**
 * Sends a page of drawings as a message of its own; a person can then enlarge it, and the question below is changed
 * like any other.
 */
export async function sendPicture(
  api: Api,
  chatId: number | string,
  picture: RenderedPicture,
  pictures: Pictures,
): Promise<Refused> {
  if (picture.again || pictures.path(picture) === null) return null;
  const png = await pictures.png(picture.sheet);
  if (png === null) return null;
  return ahead(() =>
    api.sendPhoto(chatId, new InputFile(png, `${picture.sheet}.png`), { caption: picture.alt }),
  );
}
