import { element } from './element.ts';

/** The picture of a line's chart; its numbers stand in the text below, so it says only what it shows. */
export const chartImage = (base: string, change: number, title: string): HTMLImageElement => {
  const image = element('img', 'chart');
  image.alt = title;
  image.src = `${base}/chart/${change}.png`;
  return image;
};
