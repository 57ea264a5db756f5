import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { family, fontFile } from './fonts.ts';

/** An SVG as a PNG of its own size, its letters in our font; throws when it is no SVG, which is a bug. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  fonts ??= loadFonts();
  const fontBuffers = await fonts;
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: family } });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    // Memory of WebAssembly is not collected by itself.
    image.free();
    drawing.free();
  }
}

let fonts: Promise<Uint8Array[]> | undefined;

/** The renderer may be made ready only once in a process. */
async function loadFonts(): Promise<Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all([fontFile('regular'), fontFile('bold')]);
}
