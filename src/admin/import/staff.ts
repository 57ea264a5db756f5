import { z } from 'zod';
import { fold } from '../../input/fold.ts';
import { type ZoneRow, zonesOf } from '../../store/areas.ts';
import type { Database } from '../../store/db.ts';
import { blind } from '../../store/seal.ts';
import { formerStaff, nameStaff, type StaffKey, type ToName } from '../../store/staff.ts';
import { heldWard } from '../areas.ts';
import { type AdminSettings, type Answered, command } from '../command.ts';
import { cell, personIn, phoneIn, roleIn, wordsIn } from './cells.ts';
import { staffLayout } from './columns.ts';
import { type Fault, refuse, shown } from './fault.ts';
import { inOne } from './rehearse.ts';
import { answerOf } from './report.ts';
import { fileSchema, type Line, readSheet, type Sheet } from './sheet.ts';
import { zonesIn } from './zone-names.ts';

const args = z.object({
  ward: z.string().min(1),
  file: fileSchema,
  'dry-run': z.boolean().default(false),
  again: z.boolean().default(false),
});

/** Takes over whom a ward named as heads and collaborators; `--again` brings back who held a post before. */
export const importStaff = command(
  'import staff --ward uong-bi --file staff.xlsx|staff.csv [--again] [--dry-run]',
  args,
  async (db, given, settings) => imported(db, given, settings),
);

async function imported(
  db: Database,
  { again: bringBack, 'dry-run': isRehearsal, file, ward: code }: z.infer<typeof args>,
  { now }: AdminSettings,
): Promise<Answered> {
  return inOne(db, isRehearsal, async (q) => {
    const ward = await heldWard(q, code);
    const sheet = readSheet(file, staffLayout.columns, rowSchemaFor(await zonesOf(q, ward.id)));
    refuse([...sheet.faults, ...doubles(sheet)]);
    const posts = sheet.lines.flatMap(({ row, value }) => value.posts.map((post) => ({ row, post })));
    const rows = new Map(posts.map(({ post, row }) => [postKey(post), row]));
    const done = await nameStaff(
      q,
      { ward: ward.id, bringBack },
      posts.map(({ post }) => post),
      now,
    );
    const changed = done.filter(({ added }) => !added).flatMap((each) => rows.get(postKey(each)) ?? []);
    const former = (await formerStaff(q, ward.id)).flatMap((each) => rows.get(postKey(each)) ?? []);
    const added = done.filter((each) => each.added).length;
    return answerOf(
      {
        what: `Posts in ${ward.name}`,
        isRehearsal,
        added,
        changed: changed.toSorted((one, other) => one - other),
        unchanged: posts.length - done.length,
        ignored: sheet.ignored,
        notes: former.map(
          (row) => `  row ${row}: holds the post no longer and is left so; to bring them back: --again`,
        ),
      },
      { former: former.length },
    );
  });
}

/** One row names somebody for one post, or for the same post in several zones. */
type Row = { readonly name: string; readonly posts: readonly ToName[]; readonly zones: readonly string[] };

function rowSchemaFor(zones: readonly ZoneRow[]): z.ZodType<Row> {
  return z
    .object({
      zone: cell(zonesIn(zones)),
      role: cell(roleIn),
      name: cell(personIn),
      phone: cell(phoneIn),
      hours: cell(wordsIn),
    })
    .transform(({ role, zone: where, ...details }) => ({
      name: details.name,
      posts: where.map(({ id: zone }) => ({ zone, role, key: keyOf(details.name), details })),
      zones: where.map(({ name }) => name),
    }));
}

/** Who gets another number is still the same; two of one name in one post must be told apart by it. */
function keyOf(name: string): string {
  return blind('staff', fold(name));
}

function doubles({ lines, titles }: Sheet<Row>): readonly Fault[] {
  const firsts = new Map<string, number>();
  return lines.flatMap(({ row, value }: Line<Row>) =>
    value.posts.flatMap((post, at) => {
      const first = firsts.get(postKey(post));
      firsts.set(postKey(post), first ?? row);
      if (first === undefined) return [];
      const say = `${shown(value.name)} is named for this post of ${value.zones[at] ?? ''} in row ${first} already; take one out, or tell two people of one name apart in it`;
      return [{ row, title: titles['name'] ?? '', say }];
    }),
  );
}

function postKey({ key, role, zone }: StaffKey): string {
  return `${zone} ${role} ${key}`;
}
