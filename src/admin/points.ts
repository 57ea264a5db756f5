import { z } from 'zod';
import { checkPointTable, type PointTable } from '../rules/point-table.ts';
import { byCountedPoints, type PointReading } from '../rules/points.ts';
import { register, standardOf } from '../rules/register.ts';
import type { Database } from '../store/db.ts';
import { allPointTables, keepPointTable } from '../store/point-tables.ts';
import type { Answered } from './command.ts';
import { AdminError } from './error.ts';

const standard = z.enum(register.map(({ id }) => id));
const rowSchema = z.object({
  line: z.number(),
  item: z.string(),
  itemLabel: z.string(),
  option: z.string(),
  optionLabel: z.string(),
  points: z.record(z.string(), z.string()),
});

export const importArgs = z.object({
  standard,
  document: z.string().min(5),
  article: z.string().optional(),
  url: z.url({ protocol: /^https?$/, error: 'give an address that begins with https://' }).optional(),
  'signed-on': z.iso.date({ error: 'give a day as YYYY-MM-DD' }),
  certainty: z.enum(['verified', 'secondary', 'unconfirmed']),
  by: z.string().min(1),
  /** What stands in it, read where the operator is. */
  file: z.array(rowSchema, { error: 'give the table as CSV or XLSX' }),
});

const deprivedWanted = 'give the number of deprived indicators';

export const computeArgs = z.object({
  standard,
  area: z.enum(['rural', 'urban']),
  region: z.string(),
  deprived: z
    .string({ error: deprivedWanted })
    .regex(/^\d{1,2}$/, { error: deprivedWanted })
    .transform(Number),
  ticked: z.string(),
});

/** How a table of points stands in the database; what the rules made, checked again when it is read. */
const tableSchema = z.object({
  source: z.object({
    document: z.string(),
    article: z.string().exactOptional(),
    url: z.string().exactOptional(),
    signedOn: z.string().exactOptional(),
  }),
  certainty: z.enum(['verified', 'secondary', 'unconfirmed']),
  regions: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      options: z.array(
        z.object({ code: z.string(), label: z.string(), points: z.record(z.string(), z.number()) }),
      ),
    }),
  ),
});

/** Takes over an official table: checked whole, kept with its citation, who and when. A wrong one is not kept at all. */
export async function importPoints(
  db: Database,
  args: z.infer<typeof importArgs>,
  now: Date,
): Promise<Answered> {
  const { article, by, certainty, document, url } = args;
  const standard = standardOf(args.standard);
  if (standard.points === null || 'gap' in standard.points)
    throw new AdminError(
      `The thresholds of points of ${standard.id} are not known, so its table would say nothing. First add them to its file in src/rules.`,
    );
  const source = {
    document,
    ...(article === undefined ? {} : { article }),
    ...(url === undefined ? {} : { url }),
    signedOn: args['signed-on'],
  };
  const checked = checkPointTable(args.file, { standard: standard.id, source, certainty });
  if (!checked.ok) {
    const lines = checked.problems.map(({ field, line, problem }) => `  line ${line}, ${field}: ${problem}`);
    throw new AdminError(`The table is not kept. Mend the file and import it again:\n${lines.join('\n')}`);
  }
  const { items, regions } = checked.table;
  const body = JSON.stringify({ source, certainty, regions, items });
  const kept = { standard: standard.id, body, importedBy: by, importedAt: now };
  const id = await keepPointTable(db.q, kept);
  return {
    lines: [
      `Table ${id} for ${standard.id}: ${items.length} items, regions ${regions.join(', ')}, from ${document}.`,
    ],
    data: { id, items: items.length, regions },
  };
}

/** The tables that were imported, the newest first; of each standard the newest counts. */
export async function listPoints(db: Database): Promise<Answered> {
  const kept = await allPointTables(db.q);
  const tables = kept.map(({ body, ...table }) => ({ ...table, ...tableSchema.parse(JSON.parse(body)) }));
  const lines = tables.map(
    ({ certainty, id, importedAt, importedBy, items, source, standard }) =>
      `${id}  ${standard}  ${items.length} items  ${source.document} (${certainty})  by ${importedBy}, ${importedAt.toISOString().slice(0, 10)}`,
  );
  return {
    lines: lines.length > 0 ? lines : ['No table of points is imported, so no points are computed.'],
    data: { tables },
  };
}

/** B1, B2 and the class by points for the options ticked on a paper form. Only by an imported table. */
export async function computePoints(db: Database, args: z.infer<typeof computeArgs>): Promise<Answered> {
  const standard = standardOf(args.standard);
  const kept = (await allPointTables(db.q)).find((table) => table.standard === standard.id);
  if (kept === undefined)
    throw new AdminError(
      `No table of points is imported for ${standard.id}: the official one is not known to this program. Import it with: points import`,
    );
  const table: PointTable = { standard: standard.id, ...tableSchema.parse(JSON.parse(kept.body)) };
  if (!table.regions.includes(args.region))
    throw new AdminError(`The table has no region "${args.region}". It has: ${table.regions.join(', ')}.`);
  const indicators = standard.indicators.length + (standard.unlisted?.indicators ?? 0);
  if (args.deprived > indicators)
    throw new AdminError(`--deprived ${args.deprived}: ${standard.id} has only ${indicators} indicators.`);
  const ticked = tickedIn(args.ticked, table);
  const count = { least: args.deprived, most: args.deprived };
  const household = { area: args.area, region: args.region, ticked };
  const read = byCountedPoints(standard, table, household, count);
  if (read === null) throw new AdminError(`The thresholds of points of ${standard.id} are not known.`);
  return { lines: linesOf(read), data: read };
}

function linesOf({ b1, b2, certainty, possible }: PointReading): readonly string[] {
  const range = ({ max, min }: { min: number; max: number }) => (min === max ? `${min}` : `${min} to ${max}`);
  return [
    `B1 ${range(b1)}, B2 ${range(b2)}: ${possible.join(' or ')} (${certainty})`,
    ...(b1.missing.length === 0 ? [] : [`Not ticked: ${b1.missing.join(', ')}`]),
  ];
}

/** "people=4,pension=no": each item and option must be in the table, for a slip would silently be a gap. */
function tickedIn(text: string, { items }: PointTable): Readonly<Record<string, string>> {
  const ticked = new Map<string, string>();
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  for (const [id = '', code = ''] of pairs) {
    const options = items.find((item) => item.id === id)?.options;
    if (options === undefined)
      throw new AdminError(
        `The table has no item "${id}". It has: ${items.map((item) => item.id).join(', ')}.`,
      );
    if (!options.some((option) => option.code === code))
      throw new AdminError(
        `Item "${id}" has no option "${code}". It has: ${options.map((option) => option.code).join(', ')}.`,
      );
    if (ticked.has(id))
      throw new AdminError(`Item "${id}" is ticked twice. Give the one option that is ticked on the form.`);
    ticked.set(id, code);
  }
  return Object.fromEntries(ticked);
}
