import { readFileSync } from 'node:fs';

/** A text of the Vietnamese locale: `survey.water.ask`. */
export const vi = (key: string): string => {
  const [file = '', ...path] = key.split('.');
  const json: unknown = JSON.parse(
    readFileSync(new URL(`../../locales/vi/${file}.json`, import.meta.url), 'utf8'),
  );
  const found = path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === name)?.[1]
        : undefined,
    json,
  );
  if (typeof found !== 'string') throw new Error(`There is no text ${key} in locales/vi`);
  return found;
};

/** How a text reads with any values filled in, wherever it breaks its lines. */
export const like = (key: string): RegExp =>
  new RegExp(
    vi(key)
      .split(/\{\{\w+\}\}/)
      .map((piece) =>
        piece
          .split(/\s+/)
          .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('\\s+'),
      )
      .join('[^]*'),
  );
