import { z } from 'zod';
import { fillingOf, missingIn } from '../papers/complete.ts';
import { type PaperName, paperNames, type Sheet } from '../papers/paper.ts';
import { papers } from '../papers/register.ts';
import type { Database, Query } from '../store/db.ts';
import type { Named } from './office.ts';
import { NoPaper, type PaperRequest } from './request.ts';
import { roundSeen } from './round-seen.ts';
import { sheetsOf } from './sheets.ts';
import { checkTemplate, fillTemplate } from './template.ts';
import { templateOf, withFonts } from './templates.ts';

const textSchema = z.string().nullable();
const sheetSchema = z.object({
  paper: z.enum(paperNames),
  of: z.string(),
  file: z.string(),
  values: z.record(z.string(), z.union([textSchema, z.array(z.record(z.string(), textSchema))])),
});

/** Papers with all that they are made of, as plain JSON: they may be filled in where the operator is. */
export const preparedSchema = z.object({
  sheets: z.array(sheetSchema),
  template: z.object({ file: z.string(), body: z.base64(), isConfirmed: z.boolean() }),
});
export type Prepared = z.infer<typeof preparedSchema>;

/** So many missing fields are named at once. */
const mostNamed = 20;

/**
 * Brings together what papers are made of. Throws `NoPaper` when there is nothing to make or a field has no value, naming
 * the field and whose it is, and `TemplateError` when the ward's template does not fit.
 */
export async function preparePapers(q: Query, request: PaperRequest): Promise<Prepared> {
  refuseIdle(request);
  const seen = await roundSeen(q, request);
  const sheets = await sheetsOf[request.paper](q, seen, request);
  if (sheets.length === 0) throw new NoPaper(nothing(request));
  throwMissing(sheets);
  const { bytes, confirmation, file } = await templateOf(q, seen.round.ward, request.paper);
  checkTemplate({ bytes, file }, papers[request.paper]);
  const body = Buffer.from(bytes).toString('base64');
  return { sheets: sheets.map(plain), template: { file, body, isConfirmed: confirmation !== null } };
}

/** Fills papers in, one DOCX after the other. */
export function* fillPapers({ sheets, template }: Prepared): Generator<Named> {
  const { body, file, isConfirmed } = template;
  const ready = withFonts({ file, bytes: Buffer.from(body, 'base64') });
  for (const sheet of sheets)
    yield { name: sheet.file, bytes: fillTemplate(ready, fillingOf(sheet, { isConfirmed })) };
}

/** Makes papers of a round, one DOCX after the other: by its number or its household's, never by a name. */
export async function* makePapers(db: Database, request: PaperRequest): AsyncGenerator<Named> {
  yield* fillPapers(await preparePapers(db.q, request));
}

/** By what each paper can be narrowed: minutes and lists are whole, or they are not what was voted on or posted. */
const narrowedBy: Readonly<Record<PaperName, readonly Narrowing[]>> = {
  'review-request': ['zone', 'dossier'],
  'leaving-request': ['zone', 'dossier'],
  minutes: ['zone', 'number'],
  'posted-list': ['zone', 'number'],
  'complaint-answer': ['zone', 'dossier'],
  decision: ['list'],
  certificate: ['zone', 'dossier', 'list'],
  refusal: ['zone', 'dossier', 'list'],
};
type Narrowing = 'zone' | 'dossier' | 'list' | 'number';

/** What does not narrow a paper is not passed over in silence. */
function refuseIdle(request: PaperRequest): void {
  const known = narrowedBy[request.paper];
  for (const each of ['zone', 'dossier', 'list', 'number'] as const)
    if (request[each] !== undefined && !known.includes(each))
      throw new NoPaper(
        `--${each} does not narrow ${request.paper}: use ${known.map((it) => `--${it}`).join(' or ')}.`,
      );
}

function throwMissing(sheets: readonly Sheet[]): void {
  const missing = sheets.flatMap(missingIn);
  if (missing.length === 0) return;
  const named = missing.slice(0, mostNamed).map(({ field, of }) => `${of}: {${field}} has no value`);
  const more = missing.length > mostNamed ? [`and ${missing.length - mostNamed} more`] : [];
  throw new NoPaper(
    [
      'No paper was made, since something is not known yet:',
      ...[...named, ...more].map((line) => `  ${line}`),
      'Fill it in first, or ask for the others with --zone or --dossier.',
    ].join('\n'),
  );
}

function nothing({ paper, round }: PaperRequest): string {
  return `Nothing in round ${round} to make ${paper} of, as it was asked for. See: round list, progress, waiting.`;
}

function plain({ file, of, paper, values }: Sheet): Prepared['sheets'][number] {
  return {
    paper,
    of,
    file,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        value === null || typeof value === 'string' ? value : value.map((row) => ({ ...row })),
      ]),
    ),
  };
}
