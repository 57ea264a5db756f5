import type { RenderedPicture } from '../text/rendered.ts';

/** The pages of drawings, for channels that send them. */
export type Pictures = {
  /** The page of that name (`latrine.vi`) as a PNG; null when there is none. */
  png(sheet: string): Promise<Uint8Array | null>;
  /**
   * Where the web server has the page; null when it does not show what the message offers, which may be older. Another
   * page has another path, so that nobody keeps an old one under the new numbers.
   */
  path(picture: RenderedPicture): string | null;
};
