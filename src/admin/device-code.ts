import { z } from 'zod';
import { titleOf } from '../desk/subject.ts';
import { placeByCode } from '../store/areas.ts';
import { lockCase, operator, saveCase } from '../store/cases.ts';
import type { Database, Query } from '../store/db.ts';
import { devicesOf, makeDeviceCode } from '../store/devices.ts';
import { headsOf } from '../store/people.ts';
import { codeLives, spelled } from '../talk/devices.ts';
import type { Answered } from './command.ts';
import { AdminError } from './error.ts';

export const deviceCodeArgs = z
  .object({
    case: z.coerce.number().int().positive().optional(),
    head: z.string().min(1).optional(),
    person: z.coerce.number().int().positive().optional(),
  })
  .refine((args) => (args.case === undefined) !== (args.head === undefined), {
    error: 'give either --case NUMBER or --head ZONE',
  });

/** A code with which a household, or a head, who lost the phone goes on from another one. */
export async function deviceCode(
  db: Database,
  args: z.infer<typeof deviceCodeArgs>,
  now: Date,
): Promise<Answered> {
  return db.tx(async (q) => {
    const whose =
      args.case === undefined
        ? await ofHead(q, args.head ?? '', args.person)
        : await ofCase(q, args.case, now);
    const expiresAt = new Date(now.getTime() + codeLives.given);
    const digits = await makeDeviceCode(q, { person: whose.person, issuedBy: operator, expiresAt });
    return {
      lines: [
        `Code for ${whose.name}: ${spelled(digits)}`,
        'It works once, for 24 hours. Give it to that person only, who types it in the chat on the new phone.',
      ],
      data: { person: whose.person, code: spelled(digits), expiresAt: expiresAt.toISOString() },
    };
  });
}

type Whose = { readonly person: number; readonly name: string };

async function ofCase(q: Query, id: number, now: Date): Promise<Whose> {
  const row = await lockCase(q, id);
  if (row === null) throw new AdminError(`There is no case ${id}.`);
  await saveCase(q, row, [{ type: 'DeviceCodeGiven' }], operator, now);
  return { person: row.owner, name: `${titleOf(row.interview)}, case ${id}` };
}

async function ofHead(q: Query, zone: string, person: number | undefined): Promise<Whose> {
  const place = await placeByCode(q, zone);
  if (place === null) throw new AdminError(`There is no zone with the code "${zone}".`);
  const name = `the head of ${place.zoneName}, ${place.wardName}`;
  const heads = await headsOf(q, place.zone);
  if (person !== undefined && heads.includes(person)) return { person, name };
  const [only, ...others] = heads;
  if (only === undefined)
    throw new AdminError(`${place.zoneName} has no head yet. Invite one with: invite --zone ${zone}`);
  if (others.length === 0 && person === undefined) return { person: only, name };
  const lines = await Promise.all(heads.map((head) => headLine(q, head)));
  throw new AdminError(
    `${place.zoneName} has ${heads.length === 1 ? 'another head' : 'several heads'}; say which:\n${lines.join('\n')}`,
  );
}

/** A head by the devices they use: names of heads are not kept. */
async function headLine(q: Query, head: number): Promise<string> {
  const devices = await devicesOf(q, head);
  const used = devices.map(({ channel, lastUsedAt }) => `${channel}, last used ${lastUsedAt.toISOString()}`);
  return `  --person ${head} (${used.join('; ') || 'no device'})`;
}
