import { z } from 'zod';
import { fold } from '../../input/fold.ts';
import { type ZoneRow, zonesOf } from '../../store/areas.ts';
import type { Database } from '../../store/db.ts';
import { type Enlisted, enlist, type ToList } from '../../store/listed.ts';
import { blind } from '../../store/seal.ts';
import { suspect } from '../../suspect.ts';
import { vietnamDay } from '../../time/vietnam.ts';
import { heldWard } from '../areas.ts';
import { type AdminSettings, type Answered, command } from '../command.ts';
import { AdminError } from '../error.ts';
import { categoryIn, cell, peopleIn, personIn, wordsIn } from './cells.ts';
import { householdLayout } from './columns.ts';
import { type Fault, refuse, shown } from './fault.ts';
import { inOne } from './rehearse.ts';
import { answerOf } from './report.ts';
import { fileSchema, type Line, readSheet, type Sheet } from './sheet.ts';
import { zoneIn } from './zone-names.ts';

const args = z.object({
  ward: z.string().min(1),
  'list-year': z.coerce.number({ error: 'give the year of the list' }).int().min(2015).max(2100),
  file: fileSchema,
  'dry-run': z.boolean().default(false),
});

/** Takes over the poor and near-poor households of a list: the register of whom a review must visit. */
export const importHouseholds = command(
  'import households --ward uong-bi --list-year 2025 --file households.xlsx|households.csv [--dry-run]',
  args,
  async (db, given, settings) => imported(db, given, settings),
);

async function imported(
  db: Database,
  { 'dry-run': isRehearsal, 'list-year': listYear, file, ward: code }: z.infer<typeof args>,
  { now }: AdminSettings,
): Promise<Answered> {
  // A list of December is the list of the coming year.
  const latest = Number(vietnamDay(now).slice(0, 4)) + 1;
  if (listYear > latest)
    throw new AdminError(`--list-year ${listYear}: there is no list of a year after ${latest}.`);
  const listedIn = new Set<number>();
  const answer = await inOne(db, isRehearsal, async (q) => {
    const ward = await heldWard(q, code);
    const zones = await zonesOf(q, ward.id);
    const sheet = readSheet(file, householdLayout.columns, rowSchemaFor(zones));
    refuse([...sheet.faults, ...doubles(sheet)]);
    const rows = new Map(sheet.lines.map((line) => [line.value.key, line]));
    const done = await enlist(
      q,
      { ward: ward.id, listYear },
      sheet.lines.map(({ value }) => value),
      now,
    );
    for (const { value } of sheet.lines) listedIn.add(value.zone);
    const changed = done.filter(({ added }) => !added).flatMap(({ key }) => rows.get(key)?.row ?? []);
    const moves = movesIn(done, rows, zones);
    return answerOf(
      {
        what: `Households on the list of ${listYear} of ${ward.name}`,
        isRehearsal,
        added: done.length - changed.length,
        changed: changed.toSorted((one, other) => one - other),
        unchanged: sheet.lines.length - done.length,
        ignored: sheet.ignored,
        notes: moves.map(({ from, row, to }) => `  row ${row}: lives in ${to} now, was listed in ${from}.`),
      },
      { moved: moves },
    );
  });
  // Each zone for itself, so that nobody who sends meanwhile waits for all of them; done again it changes nothing.
  for (const zone of isRehearsal ? [] : listedIn) await db.tx((q) => suspect(q, zone, now));
  return answer;
}

type Row = ToList & { readonly zoneName: string; readonly hasCode: boolean };

function rowSchemaFor(zones: readonly ZoneRow[]): z.ZodType<Row> {
  return z
    .object({
      zone: cell(zoneIn(zones)),
      name: cell(personIn),
      category: cell(categoryIn),
      address: cell(wordsIn),
      code: cell(wordsIn),
      people: cell(peopleIn),
    })
    .transform(({ category, zone, ...details }) => ({
      zone: zone.id,
      zoneName: zone.name,
      category,
      hasCode: details.code !== null,
      key: keyOf(zone.id, details),
      unnumbered: keyOf(zone.id, { ...details, code: null }),
      details,
    }));
}

/** By its number a household is known wherever it lives; without one it is who they are and where. */
function keyOf(zone: number, { address, code, name }: ToList['details']): string {
  const known = code === null ? [zone, fold(name), fold(address ?? '')] : [fold(code)];
  return blind('listed', JSON.stringify(known));
}

function doubles({ lines, titles }: Sheet<Row>): readonly Fault[] {
  const firsts = new Map<string, Line<Row>>();
  return lines.flatMap((line) => {
    const { details, hasCode, key } = line.value;
    const first = firsts.get(key);
    firsts.set(key, first ?? line);
    if (first === undefined) return [];
    const title = titles[hasCode ? 'code' : 'name'] ?? '';
    const same = `of row ${first.row} in ${first.value.zoneName}`;
    const say = hasCode
      ? `is the number ${same}; each household needs a number of its own in the whole ward, else leave it blank`
      : `is the household ${same} again; take one out, or tell them apart by an address or a number`;
    return [
      { row: line.row, title, say: `${shown((hasCode ? details.code : null) ?? details.name)} ${say}` },
    ];
  });
}

function movesIn(
  done: readonly Enlisted[],
  rows: ReadonlyMap<string, Line<Row>>,
  zones: readonly ZoneRow[],
): readonly { readonly row: number; readonly from: string; readonly to: string }[] {
  return done.flatMap(({ from, key }) => {
    const line = rows.get(key);
    const was = zones.find(({ id }) => id === from);
    return line === undefined || was === undefined
      ? []
      : [{ row: line.row, from: was.name, to: line.value.zoneName }];
  });
}
