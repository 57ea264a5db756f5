import { readFile } from 'node:fs/promises';

// Below the package, so that the path is the same from src/ and dist/.
const folder = new URL('../../src/web/public/pictures/', import.meta.url);

/** The SVG of that name, for example `latrine-septic`. */
export async function drawingOf(name: string): Promise<string> {
  return readFile(new URL(`${name}.svg`, folder), 'utf8');
}
