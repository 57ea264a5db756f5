import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { z } from 'zod';
import { type Filling, sampleOf } from '../papers/complete.ts';
import { isList } from '../papers/field.ts';
import type { Paper } from '../papers/paper.ts';
import { type Tag, tagReader } from './tags.ts';

/** Says what is wrong with a template, naming it and the field. */
export class TemplateError extends Error {}

/** A template as a person edits it: the name of its file, and its bytes. */
export type Template = { readonly file: string; readonly bytes: Uint8Array };

/** What a template says of itself: the fields that it does not print. */
export type Checked = { readonly unused: readonly string[] };

/** Fields that a template must have: always, or where it prints another one. */
const notes: readonly { readonly needs: string; readonly where: string | null }[] = [
  { needs: 'layoutNote', where: null },
  { needs: 'lawNote', where: 'formName' },
  { needs: 'lawNote', where: 'legalBasis' },
];

/** Looks whether a template fits its paper, by filling it once with made-up values. Throws `TemplateError` with all that is wrong. */
export function checkTemplate(template: Template, paper: Paper): Checked {
  const { tags } = compiled(template);
  const used = new Set(tags.flatMap(namesIn));
  const wrong = [
    ...tags.flatMap((tag) => wrongIn(tag, paper)),
    ...notes
      .filter(({ needs, where }) => !used.has(needs) && (where === null || used.has(where)))
      .map(({ needs, where }) => `{${needs}} is missing${where === null ? '' : ` beside {${where}}`}`),
  ];
  if (wrong.length > 0) throw wrongTemplate(template, [...new Set(wrong)]);
  fillTemplate(template, sampleOf(paper));
  return { unused: Object.keys(paper.fields).filter((name) => !used.has(name)) };
}

/** Fills a template. Throws `TemplateError` where it asks for what it is not given. */
export function fillTemplate(template: Template, filling: Filling): Uint8Array {
  const { doc } = compiled(template);
  try {
    doc.render(filling);
  } catch (error) {
    throw wrongTemplate(template, reasonsOf(error));
  }
  return doc.toUint8Array({ compression: 'DEFLATE' });
}

function compiled(template: Template): {
  readonly doc: Docxtemplater<PizZip>;
  readonly tags: readonly Tag[];
} {
  const { module, tags } = tagReader();
  try {
    const doc = new Docxtemplater(new PizZip(template.bytes), {
      paragraphLoop: true,
      linebreaks: true,
      // What people typed may hold characters that no XML can.
      stripInvalidXMLChars: true,
      errorLogging: false,
      modules: [module],
      nullGetter: ({ value }) => {
        throw new TemplateError(`${template.file}: {${value}} has no value.`);
      },
    });
    return { doc, tags };
  } catch (error) {
    throw wrongTemplate(template, reasonsOf(error));
  }
}

function namesIn({ inside, name }: Tag): readonly string[] {
  return [name, ...inside.flatMap(namesIn)];
}

function wrongIn(tag: Tag, paper: Paper, list: string | null = null): readonly string[] {
  const { inside, kind, name } = tag;
  if (kind === 'other') return [`{@${name}} and the like are not filled in`];
  const column = list === null ? undefined : columnsOf(paper, list)[name];
  const field = Object.hasOwn(paper.fields, name) ? paper.fields[name] : undefined;
  if (column === undefined && field === undefined)
    return [`{${name}} is no field of ${paper.name}${list === null ? '' : ` or of its list ${list}`}`];
  const isOfList = column === undefined && field !== undefined && isList(field);
  if (isOfList && kind === 'value') return [`{${name}} is a list: write {#${name}} … {/${name}}`];
  if (isOfList && list !== null) return [`{#${name}} stands inside the list ${list}`];
  return inside.flatMap((each) => wrongIn(each, paper, isOfList ? name : list));
}

function columnsOf({ fields }: Paper, list: string): Readonly<Record<string, unknown>> {
  const field = fields[list];
  return field !== undefined && isList(field) ? field.columns : {};
}

const docxError = z.object({
  message: z.string(),
  properties: z.object({
    explanation: z.string().optional(),
    errors: z
      .array(z.object({ message: z.string(), properties: z.object({ explanation: z.string().optional() }) }))
      .optional(),
  }),
});

/** What the library found wrong, in its words; it knows names of fields and no values. */
function reasonsOf(error: unknown): readonly string[] {
  if (error instanceof TemplateError) return [error.message];
  const { data } = docxError.safeParse(error);
  if (data === undefined) return ['it is no DOCX file that can be read'];
  const { errors, explanation } = data.properties;
  return errors === undefined
    ? [explanation ?? data.message]
    : errors.map(({ message, properties }) => properties.explanation ?? message);
}

function wrongTemplate({ file }: Template, reasons: readonly string[]): TemplateError {
  return new TemplateError(
    `${file} cannot be used: ${reasons.map((reason) => reason.replace(/\.+$/, '')).join('; ')}. papers/README.md lists the fields of every paper.`,
  );
}
