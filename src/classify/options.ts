import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  type IsoDate,
  type ProvinceCode,
  provincial,
  register,
  type Standard,
  unusable,
} from '../rules/index.ts';
import type { Plan } from './classify.ts';
import { notServed, type Way } from './list-years.ts';
import type { Source } from './source.ts';

/** Wrong usage: says what would be right. */
export class UsageError extends Error {
  constructor(say: string) {
    super(say);
    this.name = 'UsageError';
  }
}

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'template'; readonly path: string; readonly format: 'csv' | 'xlsx' }
  | {
      readonly kind: 'classify';
      readonly plan: Plan;
      readonly sources: readonly Source[];
      readonly format: 'ndjson' | 'xlsx';
      /** Null is standard output. */
      readonly output: string | null;
    };

export const usage = `npm run -s classify -- [--year YEAR] [option …] [FILE …]

Reads households (FILE.ndjson, .jsonl, .csv, .xlsx; standard input without FILE or for -) and writes one record
for each household and standard. A reading is provisional, never an official class.

  --year YEAR           the list year of households that have no listYear of their own
  --on YYYY-MM-DD       the day at which ages hold; else 1 September of the list year
  --province CODE       also by the province's own standard: ${provinces().join(', ')}
  --standard ID         by this standard alone
  --compare ID,ID       only the households whose class differs between two standards, and why; a standard that
                        does not serve the list year reads for the nearest year that it serves
  --input csv|ndjson    what standard input is; else ndjson
  --format ndjson|xlsx  what is written; else by the name of the output
  --output FILE         where to; else standard output
  --template FILE       writes the template for CSV or XLSX, and nothing else
  --help

Standards: ${standardIds().join(', ')}
Exit code: 0; 1 when a row could not be read; 2 when nothing is written: wrong usage, or an output that
cannot be written. The columns are in docs/classify.md.
`;

/** Reads a command line. Throws `UsageError`. */
export function parseOptions(argv: readonly string[]): Asked {
  const { values, positionals } = parse(argv);
  if (values.help === true) return { kind: 'help' };
  if (values.template !== undefined) return templateAt(values.template);
  const output = values.output ?? null;
  return {
    kind: 'classify',
    plan: planOf(values),
    sources: sourcesOf(positionals, values.input),
    format: formatOf(values.format, output),
    output,
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        year: text,
        on: text,
        province: text,
        standard: text,
        compare: text,
        input: text,
        format: text,
        output: text,
        template: text,
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message} See --help.`);
    throw error;
  }
}

type Values = ReturnType<typeof parse>['values'];

function planOf(values: Values): Plan {
  const { year, on, province, standard, compare } = values;
  if ([province, standard, compare].filter((value) => value !== undefined).length > 1)
    throw new UsageError('Give only one of --province, --standard and --compare.');
  const by = wayOf(values);
  const listYear = year === undefined ? null : yearOf(year, by);
  return { listYear, on: on === undefined ? null : dayOf(on), by };
}

function wayOf({ province, standard, compare }: Values): Way {
  if (standard !== undefined) return { kind: 'one', standard: standardNamed(standard) };
  if (compare === undefined)
    return { kind: 'applicable', province: province === undefined ? null : provinceNamed(province) };
  const [one, other, ...more] = compare.split(',').map((id) => id.trim());
  if (one === undefined || other === undefined || more.length > 0 || one === other)
    throw new UsageError(
      `--compare takes two different standards such as ${standardIds().slice(0, 2).join(',')}.`,
    );
  return { kind: 'compare', one: standardNamed(one), other: standardNamed(other) };
}

function yearOf(year: string, by: Way): number {
  if (!/^20\d\d$/.test(year))
    throw new UsageError(`--year ${year} is no list year; give one such as --year 2026.`);
  const wrong = notServed(Number(year), by);
  if (wrong !== null) throw new UsageError(`--year ${year}: ${wrong}`);
  return Number(year);
}

function dayOf(on: string): IsoDate {
  if (!z.iso.date().safeParse(on).success)
    throw new UsageError(`--on ${on} is no day; give one as YYYY-MM-DD, such as --on 2026-09-01.`);
  return on;
}

function standardNamed(id: string): Standard {
  const standard = register.find((each) => each.id === id);
  if (standard === undefined)
    throw new UsageError(`There is no standard ${id}; there are ${standardIds().join(', ')}.`);
  return standard;
}

function provinceNamed(code: string): ProvinceCode {
  const province = provinces().find((each) => each === code);
  if (province !== undefined) return province;
  const known = unusable.find((each) => each.province === code);
  const say =
    known === undefined ? '' : ` (we know that it has one, but not enough of it: ${known.missing.ask})`;
  throw new UsageError(
    `We have no standard of the province ${code}${say}; leave --province out, or give one of ${provinces().join(', ')}.`,
  );
}

function provinces(): readonly ProvinceCode[] {
  return [...new Set(provincial.flatMap(({ authority }) => (authority === 'national' ? [] : [authority])))];
}

function standardIds(): readonly string[] {
  return register.map(({ id }) => id);
}

function sourcesOf(files: readonly string[], input: string | undefined): readonly Source[] {
  if (input !== undefined && input !== 'ndjson' && input !== 'csv')
    throw new UsageError(
      `--input ${input} cannot be read from standard input; give csv or ndjson, or an XLSX as FILE.`,
    );
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('Standard input (-) can be read only once.');
  const stdin: Source = { path: null, format: input ?? 'ndjson' };
  if (files.length === 0) return [stdin];
  if (input !== undefined && !files.includes('-'))
    throw new UsageError('--input says what standard input is; give - as FILE to read it.');
  return files.map((file) => (file === '-' ? stdin : { path: file, format: formatOfFile(file) }));
}

function formatOfFile(file: string): 'ndjson' | 'csv' | 'xlsx' {
  const [, extension] = /\.([a-z]+)$/i.exec(file) ?? [];
  switch (extension?.toLowerCase()) {
    case 'ndjson':
    case 'jsonl':
      return 'ndjson';
    case 'csv':
      return 'csv';
    case 'xlsx':
      return 'xlsx';
    default:
      throw new UsageError(`${file}: what it is cannot be seen; name it .ndjson, .jsonl, .csv or .xlsx.`);
  }
}

function formatOf(format: string | undefined, output: string | null): 'ndjson' | 'xlsx' {
  const isXlsx = output?.toLowerCase().endsWith('.xlsx') ?? false;
  if (format === undefined) return isXlsx ? 'xlsx' : 'ndjson';
  if (format !== 'ndjson' && format !== 'xlsx')
    throw new UsageError(`--format ${format} cannot be written; give ndjson or xlsx.`);
  if (format === 'xlsx' && !isXlsx) throw new UsageError('--format xlsx needs --output FILE.xlsx.');
  if (format === 'ndjson' && isXlsx)
    throw new UsageError('--format ndjson does not fit --output FILE.xlsx; leave one of them out.');
  return format;
}

function templateAt(path: string): Extract<Asked, { kind: 'template' }> {
  const extension = /\.(csv|xlsx)$/.exec(path.toLowerCase())?.[1];
  if (extension === undefined) throw new UsageError(`--template ${path}: name it .csv or .xlsx.`);
  return { kind: 'template', path, format: extension === 'csv' ? 'csv' : 'xlsx' };
}
