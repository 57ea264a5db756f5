import type { Speech } from '../text/rendered.ts';

/** Reads texts aloud, for channels that send sound; null when it cannot do so now. */
export type Voice = {
  /** As Ogg with Opus: small. */
  opus(speech: Speech): Promise<Uint8Array | null>;
  /** As WAV: large, for those who know nothing else. */
  wav(speech: Speech): Promise<Uint8Array | null>;
};
