import { z } from 'zod';
import { addMissingZones, type ZoneRow, zoneCodesTaken, zonesOf } from '../../store/areas.ts';
import type { Database, Query } from '../../store/db.ts';
import { heldWard, isZoneCode, zoneCode } from '../areas.ts';
import { type AdminSettings, type Answered, command } from '../command.ts';
import { cell, found, nameIn, wrong } from './cells.ts';
import { zoneLayout } from './columns.ts';
import { type Fault, refuse, shown } from './fault.ts';
import { inOne } from './rehearse.ts';
import { answerOf } from './report.ts';
import { fileSchema, type Line, readSheet, type Sheet } from './sheet.ts';
import { mergedAway, zoneCalled, zoneForm } from './zone-names.ts';

const args = z.object({ ward: z.string().min(1), file: fileSchema, 'dry-run': z.boolean().default(false) });

const rowSchema = z.object({ zone: cell(nameIn), code: cell(codeIn) });
type Row = z.infer<typeof rowSchema>;

/** Adds the zones of a ward that are not there yet, each with a code for its link. */
export const importZones = command(
  'import zones --ward uong-bi --file zones.xlsx|zones.csv [--dry-run]',
  args,
  async (db, given, settings) => imported(db, given, settings),
);

async function imported(
  db: Database,
  { 'dry-run': isRehearsal, file, ward: code }: z.infer<typeof args>,
  settings: AdminSettings,
): Promise<Answered> {
  const sheet = readSheet(file, zoneLayout.columns, rowSchema);
  return inOne(db, isRehearsal, async (q) => {
    const ward = await heldWard(q, code);
    const known = await zonesOf(q, ward.id);
    refuse([...sheet.faults, ...wrongNames(sheet, known), ...(await wrongCodes(q, sheet, known))]);
    const missing = sheet.lines.filter(({ value }) => zoneCalled(value.zone, known) === null);
    const wanted = missing.map(({ value }) => ({
      name: value.zone,
      code: value.code ?? zoneCode(value.zone),
    }));
    const added = await addMissingZones(q, ward.id, wanted);
    const links = added.map((zone) => ({ ...zone, link: `${settings.baseUrl}/k/${zone.code}` }));
    return answerOf(
      {
        what: `Zones of ${ward.name}`,
        isRehearsal,
        added: added.length,
        changed: [],
        unchanged: sheet.lines.length - added.length,
        ignored: sheet.ignored,
        // The codes of a rehearsal lead nowhere.
        notes: links.map(({ link, name }) => (isRehearsal ? `  ${name}` : `  ${name}  ${link}`)),
      },
      isRehearsal ? {} : { zones: links },
    );
  });
}

function codeIn(text: string) {
  if (text === '') return found(null);
  return isZoneCode(text)
    ? found(text)
    : wrong(
        'is no code for a link; write small letters a to z, digits and hyphens, 2 to 40, not beginning with "moi-"; or leave it blank',
      );
}

function wrongNames({ lines, titles }: Sheet<Row>, known: readonly ZoneRow[]): readonly Fault[] {
  const title = titles['zone'] ?? '';
  const rows = new Map<string | number, number>();
  return lines.flatMap(({ row, value: { zone } }) => {
    const called = zoneCalled(zone, known);
    const amiss = called === null ? mergedAway(zone, known) : called.kind === 'wrong' ? called.say : null;
    if (amiss !== null) return [{ row, title, say: `${shown(zone)} ${amiss}` }];
    const same = called?.kind === 'found' ? called.value.id : zoneForm(zone);
    const first = rows.get(same);
    rows.set(same, first ?? row);
    if (first === undefined) return [];
    const say = `${shown(zone)} is the zone of row ${first} again; take one out. If they are two zones, add this one by: zone add`;
    return [{ row, title, say }];
  });
}

/** A code is printed on posters and in links, so it is never changed here, and leads to one zone only. */
async function wrongCodes(
  q: Query,
  { lines, titles }: Sheet<Row>,
  known: readonly ZoneRow[],
): Promise<readonly Fault[]> {
  const given = lines.flatMap(({ value }) => (value.code === null ? [] : [value.code]));
  const taken = await zoneCodesTaken(q, given);
  return lines.flatMap((line) => {
    const say = codeFault(line, lines, { known, taken });
    return say === null
      ? []
      : [{ row: line.row, title: titles['code'] ?? '', say: `${shown(line.value.code ?? '')} ${say}` }];
  });
}

function codeFault(
  { row, value: { code, zone } }: Line<Row>,
  lines: readonly Line<Row>[],
  { known, taken }: { readonly known: readonly ZoneRow[]; readonly taken: readonly string[] },
): string | null {
  if (code === null) return null;
  const first = lines.find((other) => other.value.code === code);
  if (first !== undefined && first.row < row)
    return `is the code of row ${first.row} too; give each zone its own`;
  const called = zoneCalled(zone, known);
  const now = called?.kind === 'found' ? called.value : null;
  if (now?.code === code) return null;
  if (now !== null) return `is not the code of this zone, which is ${now.code} and stays so; leave it blank`;
  return taken.includes(code) ? 'is the code of another zone; choose another, or leave it blank' : null;
}
