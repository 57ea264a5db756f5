import { z } from 'zod';
import { enteredFields, type EnteredField } from '../report/totals.ts';
import { placeByCode } from '../store/areas.ts';
import type { Database } from '../store/db.ts';
import { setTotals, totalsOf } from '../store/totals.ts';
import { wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const count = z.coerce.number({ error: 'give a whole number' }).int().min(0).max(10_000_000).optional();
const optionOf = {
  poor: 'poor',
  nearPoor: 'near-poor',
  poorPersons: 'poor-persons',
  nearPoorPersons: 'near-poor-persons',
  households: 'households',
  persons: 'persons',
  minorityHouseholds: 'minority-households',
  minorityPersons: 'minority-persons',
} as const satisfies Record<EnteredField, string>;

const args = z
  .object({
    ward: z.string().min(1).optional(),
    zone: z.string().min(1).optional(),
    year: z.coerce.number().int().min(1990).max(2100),
    source: z.string({ error: 'say where the numbers are from' }).trim().min(1),
    poor: count,
    'near-poor': count,
    'poor-persons': count,
    'near-poor-persons': count,
    households: count,
    persons: count,
    'minority-households': count,
    'minority-persons': count,
  })
  .refine(({ ward, zone }) => (ward === undefined) !== (zone === undefined), {
    error: 'give either --zone or --ward',
    path: ['zone'],
  });

/** Enters totals of a year by hand, of a ward or a zone, with where they are from. What is not given stays as it was. */
export const totalsSet = command(
  'totals set --ward uong-bi | --zone khu-1 --year 2019 [--poor 203] [--near-poor 447] [--poor-persons …] [--near-poor-persons …] [--households …] [--persons …] [--minority-households …] [--minority-persons …] --source "Báo cáo số …"',
  args,
  set,
);

/** Lists the totals of a ward that were entered by hand. */
export const totalsList = command('totals list --ward uong-bi', z.object({ ward: z.string().min(1) }), list);

async function set(db: Database, given: z.infer<typeof args>, { now }: AdminSettings): Promise<Answered> {
  const { source, year } = given;
  const fields = enteredFields.flatMap((field) => {
    const number = given[optionOf[field]];
    return number === undefined ? [] : [[field, number] as const];
  });
  if (fields.length === 0)
    throw new AdminError(`Give at least one number. Use it like this: ${totalsSet.usage}`);
  const of = await areaOf(db, given);
  const numbers = Object.fromEntries(fields);
  const stands = await db.tx(async (q) => {
    const kept = await setTotals(q, { ward: of.ward, zone: of.zone, year, given: numbers, source }, now);
    const fault = faultIn(kept);
    // Thrown inside, so that nothing of it is kept.
    if (fault !== null) throw new AdminError(fault);
    return kept;
  });
  const told = enteredFields.flatMap((field) =>
    stands[field] === null ? [] : [`${optionOf[field]} ${stands[field]}`],
  );
  return {
    lines: [`Totals of ${of.name} for ${year}: ${told.join(', ')} (${source}).`],
    data: { ward: of.ward, zone: of.zone, year, source, ...stands },
  };
}

/** A part that is larger than its whole was typed wrongly. */
function faultIn(totals: Readonly<Record<EnteredField, number | null>>): string | null {
  const pairs = [
    ['minorityHouseholds', 'households'],
    ['minorityPersons', 'persons'],
    ['poor', 'households'],
    ['nearPoor', 'households'],
    ['poorPersons', 'persons'],
    ['nearPoorPersons', 'persons'],
  ] as const;
  for (const [part, whole] of pairs) {
    const [few, many] = [totals[part], totals[whole]];
    if (few !== null && many !== null && few > many)
      return `--${optionOf[part]} ${few} is more than --${optionOf[whole]} ${many}. Nothing was kept.`;
  }
  return null;
}

async function areaOf(db: Database, { ward: code, zone }: z.infer<typeof args>) {
  if (zone === undefined) {
    const ward = await wardCalled(db, code ?? '');
    return { ward: ward.id, zone: null, name: ward.name };
  }
  const place = await placeByCode(db.q, zone);
  if (place === null) throw new AdminError(`There is no zone with the code "${zone}".`);
  return { ward: place.ward, zone: place.zone, name: `${place.zoneName}, ${place.wardName}` };
}

async function list(db: Database, { ward: code }: { ward: string }): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const all = await totalsOf(db.q, ward.id);
  const lines = all.map((each) => {
    const told = enteredFields.flatMap((field) =>
      each[field] === null ? [] : [`${optionOf[field]} ${each[field]}`],
    );
    return `${each.year}  ${each.zone === null ? ward.name : `zone ${each.zone}`}  ${told.join(', ')}  (${each.source})`;
  });
  return { lines: lines.length > 0 ? lines : [`No totals were entered for ${ward.name}.`], data: all };
}
