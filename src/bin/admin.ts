import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AdminError } from '../admin/error.ts';
import { commands, runAdmin } from '../admin/run.ts';
import { importTemplates } from '../admin/import/columns.ts';
import { NoTable, readFileRows } from '../classify/file-rows.ts';
import { NoPointTable, pointTemplate, readPointRows } from '../classify/point-rows.ts';
import { csvOf, writeTable } from '../classify/write-table.ts';
import { ConfigError, parseConfig, servicesOf } from '../config.ts';
import { writeXlsForm } from '../export/xlsform.ts';
import { PdfError } from '../paperwork/office.ts';
import { TemplateError } from '../paperwork/template.ts';
import { PaperError, papers, writePaper } from '../print/paper.ts';
import { dictionary } from '../report/files.ts';
import { NotInForce } from '../rules/applicable.ts';
import { askControl, ControlError } from '../store/control.ts';
import { DatabaseError, openDatabase } from '../store/db.ts';
import { DataDirError, lockDataDir } from '../store/lock.ts';
import { migrate } from '../store/migrate.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { speakerOf } from '../text/i18n.ts';
import { languages } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { readTemplate, writePapers, writeTemplate } from './paper-files.ts';
import { writeProgressPng } from './progress-png.ts';

const answerSchema = z.object({
  lines: z.array(z.string()),
  data: z.unknown(),
  failed: z.boolean().optional(),
});
type Answer = z.infer<typeof answerSchema>;

const pointsTemplate = 'points template';

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  name: { type: 'string' },
  code: { type: 'string' },
  area: { type: 'string' },
  province: { type: 'string' },
  ward: { type: 'string' },
  zone: { type: 'string' },
  hours: { type: 'string' },
  case: { type: 'string' },
  head: { type: 'string' },
  person: { type: 'string' },
  until: { type: 'string' },
  back: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  kind: { type: 'string' },
  zones: { type: 'string' },
  round: { type: 'string' },
  procedure: { type: 'string' },
  state: { type: 'string' },
  days: { type: 'string' },
  into: { type: 'string' },
  role: { type: 'string' },
  staff: { type: 'string' },
  phone: { type: 'string' },
  'list-year': { type: 'string' },
  again: { type: 'boolean' },
  out: { type: 'string' },
  'dry-run': { type: 'boolean' },
  signed: { type: 'boolean' },
  file: { type: 'string' },
  standard: { type: 'string' },
  document: { type: 'string' },
  article: { type: 'string' },
  url: { type: 'string' },
  'signed-on': { type: 'string' },
  certainty: { type: 'string' },
  by: { type: 'string' },
  region: { type: 'string' },
  deprived: { type: 'string' },
  ticked: { type: 'string' },
  language: { type: 'string' },
  png: { type: 'string' },
  table: { type: 'string' },
  lang: { type: 'string' },
  year: { type: 'string' },
  source: { type: 'string' },
  poor: { type: 'string' },
  'near-poor': { type: 'string' },
  'poor-persons': { type: 'string' },
  'near-poor-persons': { type: 'string' },
  households: { type: 'string' },
  persons: { type: 'string' },
  'minority-households': { type: 'string' },
  'minority-persons': { type: 'string' },
  paper: { type: 'string' },
  dossier: { type: 'string' },
  list: { type: 'string' },
  number: { type: 'string' },
  pdf: { type: 'boolean' },
} as const;

/** `npm run admin -- <command> [--option value …] [--json]`: the operator's desk. */
async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options,
  });
  const command = positionals.join(' ');
  if (values.help === true || command === '')
    return print([...Object.values(commands).map(({ usage }) => usage), ...templateUsages]);
  const { file: path, out, language, lang: _, pdf, png, ...args } = values;
  if (command === pointsTemplate) return print([pointTemplate]);
  if (command === 'xlsform') return giveXlsForm(out, values);
  const template = given[command];
  if (template !== undefined) return giveTemplate(template, out);
  // Files are read here, where the operator is; the program that runs may be elsewhere.
  const file = path === undefined ? {} : { file: await readerFor(command)(path) };
  const to = command === 'report' ? { language, out: out === undefined ? undefined : resolve(out) } : {};
  const answered = async () => answerSchema.parse(await ask(command, { ...args, ...file, ...to }));
  const paper = papers[command];
  const answer = paper === undefined ? await answered() : await printed(paper, answered, { out, language });
  if (png !== undefined) await writeProgressPng(png, answer.data);
  if (command === 'paper make') return report(await papersWritten(answer, { out, pdf }), values.json);
  if (command === 'paper template get') await writeTemplate(out, answer.data);
  report(answer, values.json);
}

function report({ data, failed, lines }: Answer, json = false): void {
  print(json ? [JSON.stringify(data)] : lines);
  if (failed === true) process.exitCode = 1;
}

/** Papers are filled in where the operator is, as their files are written there. */
async function papersWritten(
  { data, lines }: Answer,
  { out, pdf = false }: { readonly out: string | undefined; readonly pdf: boolean | undefined },
): Promise<Answer> {
  const files = await writePapers(data, { out, path: pdf ? (process.env.PATH ?? '') : null });
  return { lines: [...lines, `Written to ${out ?? ''}: ${files.join(', ')}`], data: { files } };
}

const xlsformUsage = 'xlsform --out form.xlsx [--lang vi,en] [--list-year 2026]';

/** Writes the questionnaire for ODK and KoboToolbox; it hangs on no database. */
async function giveXlsForm(
  out: string | undefined,
  values: { readonly lang?: string | undefined; readonly 'list-year'?: string | undefined },
): Promise<void> {
  if (out === undefined) throw new AdminError(`Say where to write it. Use it like this: ${xlsformUsage}`);
  const wanted = (values.lang ?? 'vi,en').split(',').map((each) => each.trim());
  const known = languages.filter((each) => wanted.includes(each));
  if (known.length !== wanted.length) throw new AdminError(`--lang: give ${languages.join(', ')}, or both`);
  const day = vietnamDay(new Date());
  const listYear = Number(values['list-year'] ?? listYearFor(day));
  if (!Number.isInteger(listYear)) throw new AdminError('--list-year: give a year, as 2026');
  await writeXlsForm(out, { listYear, day, languages: known });
  print([`Written to ${out}: the questionnaire for the list of ${listYear}.`]);
}

/** Tables that are given without a database. */
const given: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ...importTemplates,
  'report dictionary': dictionary,
};

const templateUsages = [
  xlsformUsage,
  pointsTemplate,
  ...Object.keys(given).map((name) => `${name} [--out file.xlsx|file.csv]`),
];

/** A file to fill in; written or printed here, without a database. */
async function giveTemplate(table: readonly (readonly string[])[], out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(csvOf(table));
  else await writeTable(out, table);
}

function readerFor(command: string): (path: string) => Promise<unknown> {
  if (command === 'paper template set') return readTemplate;
  return command.startsWith('import ') ? readFileRows : readPointRows;
}

/** Carries a command out whose answer is printed: the file is written here, where the operator is. */
async function printed(
  paper: (typeof papers)[string],
  answered: () => Promise<Answer>,
  { out, language = 'vi' }: { readonly out: string | undefined; readonly language: string | undefined },
): Promise<Answer> {
  const known = languages.find((each) => each === language);
  if (known === undefined) throw new PaperError(`--language: give ${languages.join(' or ')}`);
  const speaker = speakerOf(loadTexts());
  return writePaper(out, async () => {
    const answer = await answered();
    const bytes = await paper(answer.data, (phrase) => speaker.say(phrase, known));
    return { bytes, answer: { ...answer, lines: [...answer.lines, `Written to ${out ?? ''}.`] } };
  });
}

/** The embedded database is held by the program that runs: it is asked; a server's database is opened beside it. */
async function ask(command: string, args: unknown): Promise<unknown> {
  const config = parseConfig(process.env);
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host;
  const settings = {
    now: new Date(),
    baseUrl: config.publicUrl ?? `http://${host}:${config.port}`,
    quiet: config.quiet,
    services: servicesOf(config),
  };
  if (config.databaseUrl === undefined) {
    const asked = await askControl(config.dataDir, { command, args });
    if (asked.kind === 'answer') return asked.value;
  }
  const lock = config.databaseUrl === undefined ? await lockDataDir(config.dataDir) : null;
  try {
    const db = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
    try {
      await migrate(db);
      return await runAdmin(db, command, args, settings);
    } finally {
      await db.close();
    }
  } finally {
    await lock?.release();
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isExpected(error: Error): boolean {
  const kinds = [
    AdminError,
    ControlError,
    ConfigError,
    DatabaseError,
    DataDirError,
    NoPointTable,
    NoTable,
    NotInForce,
    PaperError,
    PdfError,
    TemplateError,
  ];
  return (
    kinds.some((kind) => error instanceof kind) ||
    ('code' in error && /^(ERR_PARSE_ARGS|ENOENT|EACCES|EISDIR|EEXIST)/.test(String(error.code)))
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const shown =
    error instanceof Error
      ? isExpected(error)
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${shown}\n`);
  process.exit(1);
});
