import { readFile } from 'node:fs/promises';
import type { PaperName } from '../papers/paper.ts';
import type { Query } from '../store/db.ts';
import { type Confirmation, confirmationOf, hashOf, ownTemplate } from '../store/paper-templates.ts';
import { embedFonts } from './fonts.ts';
import type { Template } from './template.ts';

/** The template by which a ward makes a paper: its own or the shipped one, and who compared it with the official form. */
export type TemplateInUse = Template & {
  readonly hash: string;
  readonly own: { readonly setBy: string; readonly setAt: Date } | null;
  readonly confirmation: Confirmation | null;
};

// Beside src/ and dist/, so that the path is the same from both.
const folder = new URL('../../papers/vi/', import.meta.url);

/** The template that is shipped for a paper. */
export async function shippedTemplate(paper: PaperName): Promise<Template> {
  const file = `${paper}.docx`;
  return { file: `papers/vi/${file}`, bytes: await readFile(new URL(file, folder)) };
}

/** The template that a ward goes by. */
export async function templateOf(q: Query, ward: number, paper: PaperName): Promise<TemplateInUse> {
  const own = await ownTemplate(q, ward, paper);
  const template =
    own === null ? await shippedTemplate(paper) : { file: `${paper}.docx of the ward`, bytes: own.bytes };
  const hash = hashOf(template.bytes);
  return { ...template, hash, own, confirmation: await confirmationOf(q, { ward, paper, hash }) };
}

/** The same with the font in it, so that it is packed once and not for every paper. */
export function withFonts({ bytes, file }: Template): Template {
  return { file, bytes: embedFonts(bytes) };
}
