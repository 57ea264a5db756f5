import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The family to name in a drawing: it carries every letter of Vietnamese. */
export const family = 'Be Vietnam Pro';

/** The weights there are. */
export type Weight = 'regular' | 'bold';

const files: Readonly<Record<Weight, string>> = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
};

/** The TrueType file of a weight, for whatever draws letters. */
export async function fontFile(weight: Weight): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  return readFile(resolve(`@expo-google-fonts/be-vietnam-pro/${files[weight]}`));
}
