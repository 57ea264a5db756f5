import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Texts } from './i18n.ts';
import type { Language } from './language.ts';

// Beside src/ and dist/, so that the path is the same from both.
const folder = new URL('../../locales/', import.meta.url);

/** Reads locales/<language>/<file>.json; the file's name is the first part of its keys. */
export function loadTexts(): Texts {
  return { vi: ofLanguage('vi'), en: ofLanguage('en') };
}

function ofLanguage(language: Language): Record<string, object> {
  const own = new URL(`${language}/`, folder);
  const files = readdirSync(own).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((name) => [name.replace(/\.json$/, ''), read(new URL(name, own))]));
}

function read(file: URL): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return z.record(z.string(), z.unknown()).parse(parsed);
}
