import { type FileHandle, open, rm } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { say } from '../decision.ts';
import { beginReport, brokenIn, type Report, tableNumbers, wantedOf } from '../export/report.ts';
import { writeReportCsv } from '../export/report-csv.ts';
import { writeReportXlsx } from '../export/report-xlsx.ts';
import { sourceOf } from '../export/source.ts';
import { wordsIn } from '../export/words.ts';
import type { Checked } from '../report/info-paper.ts';
import { applicableStandards } from '../rules/applicable.ts';
import { wardById, zonesOf } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { type Round, roundById } from '../store/rounds.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const args = z.object({
  round: z.coerce.number({ error: 'give the number of a round; see: round list --ward …' }).int().positive(),
  ward: z.string().min(1).optional(),
  zone: z.string().min(1).optional(),
  table: z.string().optional(),
  language: z.enum(['vi', 'en']).default('vi'),
  // The program that runs may have been started elsewhere.
  out: z
    .string({ error: 'say where to write it: a new file.xlsx, or a new folder for CSV' })
    .refine(isAbsolute),
});

/**
 * Writes the report tables of a round as a workbook, or as CSV files with all data and their dictionary. Tables 14 and 15
 * and the CSV hold names, so what is written is for its owner's eyes only.
 */
export const report = command(
  'report --round 3 [--ward uong-bi] [--zone khu-1] [--table 1,2,3] [--language vi|en] --out report.xlsx | --out folder   (a folder: CSV of everything; also: report dictionary)',
  args,
  write,
);

async function write(db: Database, given: z.infer<typeof args>, { now }: AdminSettings): Promise<Answered> {
  const { language, out } = given;
  const words = wordsIn(language);
  const round = await roundOf(db, given);
  const ward = await wardById(db.q, round.ward);
  const zone = await zoneOf(db, round, given.zone);
  const scope = { round: round.id, ward: round.ward, listYear: round.listYear, zone: zone?.id ?? null };
  const source = await sourceOf(db, scope, {
    ward: ward.name,
    zone: zone?.name ?? null,
    round: round.id,
    listYear: round.listYear,
    standard: applicableStandards(round.listYear)
      .map(({ id }) => words(say(`rules.standard.${id}`)))
      .join('; '),
    asOf: vietnamDay(now),
  });
  const begun = await beginReport(source, wantedOf(numbersIn(given.table)), words);
  await (extname(out).toLowerCase() === '.xlsx' ? writeFile(out, begun) : writeFolder(out, begun));
  const lines = begun.checked.map(lineOf);
  const broken = brokenIn(begun);
  if (broken.length > 0)
    throw new AdminError(
      `${out} does not hold what it should:\n${broken.map(lineOf).join('\n')}\nSomething changed while it was written. Remove it, and write it again.`,
    );
  return { lines: [...lines, `Written to ${out}.`], data: { out, round: round.id, checked: begun.checked } };
}

function lineOf({ expected, has, part }: Checked): string {
  return `${part}: ${has} of ${expected}`;
}

/** The round with that number, of that ward where it is named; throws `AdminError` when there is none. */
export async function roundOf(
  db: Database,
  { round: id, ward }: { readonly round: number; readonly ward?: string | undefined },
): Promise<Round> {
  const round = await roundById(db.q, id).catch(() => null);
  if (round === null) throw new AdminError(`There is no round ${id}. See: round list --ward …`);
  if (ward !== undefined && (await wardCalled(db, ward)).id !== round.ward)
    throw new AdminError(`Round ${id} is not one of the ward ${ward}. See: round list --ward ${ward}`);
  return round;
}

async function zoneOf(db: Database, round: Round, code: string | undefined) {
  if (code === undefined) return null;
  const zones = await zonesOf(db.q, round.ward);
  const found = zones.find((each) => each.code === code);
  if (found !== undefined) return found;
  throw new AdminError(
    `--zone: the ward of round ${round.id} has no zone "${code}". It has: ${zones.map((each) => each.code).join(', ')}`,
  );
}

function numbersIn(given: string | undefined): readonly number[] | null {
  if (given === undefined) return null;
  return given.split(',').map((each) => {
    const no = Number(each.trim());
    if (tableNumbers.includes(no)) return no;
    throw new AdminError(`--table: there is no table "${each.trim()}". Give numbers from 1 to 15, as 1,2,3.`);
  });
}

async function writeFolder(path: string, begun: Report): Promise<void> {
  try {
    await writeReportCsv(path, begun);
  } catch (error) {
    throw asTold(error, path);
  }
}

/** Nothing is written over, and nothing is left behind when it fails. */
async function writeFile(path: string, begun: Report): Promise<void> {
  const file: FileHandle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw asTold(error, path);
  });
  try {
    await writeReportXlsx(file.createWriteStream(), begun);
  } catch (error) {
    await rm(path, { force: true });
    throw asTold(error, path);
  }
}

const ofSystem = z.object({ code: z.string(), syscall: z.string() });

/** What the disk says, in a sentence; any other error stays what it is. */
function asTold(error: unknown, path: string): unknown {
  const { data } = ofSystem.safeParse(error);
  if (data === undefined) return error;
  const why = data.code === 'EEXIST' ? 'it is there already' : data.code;
  return new AdminError(`${path} cannot be written: ${why}. Choose another name.`);
}
