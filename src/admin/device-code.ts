import { z } from 'zod';
import { titleOf } from '../desk/subject.ts';
import { lockCase, operator, saveCase } from '../store/cases.ts';
import type { Database, Query } from '../store/db.ts';
import { makeDeviceCode } from '../store/devices.ts';
import { codeLives, spelled } from '../talk/devices.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Answered } from './command.ts';
import { AdminError } from './error.ts';
import { headCalled } from './head-called.ts';

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
        ? await ofHead(q, args.head ?? '', args.person, vietnamDay(now))
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
  await saveCase(q, { row, happened: [{ type: 'DeviceCodeGiven' }], actor: operator }, now);
  return { person: row.owner, name: `${titleOf(row.interview)}, case ${id}` };
}

async function ofHead(q: Query, zone: string, person: number | undefined, day: string): Promise<Whose> {
  const { holder, place } = await headCalled(q, zone, person, day);
  return { person: holder.person, name: `the head of ${place.zoneName}, ${place.wardName}` };
}
