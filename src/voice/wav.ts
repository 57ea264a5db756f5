/** Writes into a WAV that was streamed how long it is; its header could not know, and players would show hours. */
export function withLength(wav: Uint8Array): Uint8Array {
  const sized = Uint8Array.from(wav);
  const view = new DataView(sized.buffer);
  view.setUint32(4, wav.length - 8, true);
  view.setUint32(40, wav.length - headerBytes, true);
  return sized;
}

/** Is there any sound behind the plain header? */
export function isWav(bytes: Uint8Array): boolean {
  const sign = (from: number) => String.fromCharCode(...bytes.subarray(from, from + 4));
  return bytes.length > headerBytes && sign(0) === 'RIFF' && sign(8) === 'WAVE' && sign(36) === 'data';
}

const headerBytes = 44;
