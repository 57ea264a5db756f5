import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Contact } from '../store/contact.ts';
import type { Database } from '../store/db.ts';
import { wards } from '../store/schema.ts';
import { seal } from '../store/seal.ts';
import { wardCalled } from './areas.ts';
import { type Answered, command } from './command.ts';
import { cell, phoneIn } from './import/cells.ts';

const args = z.object({
  ward: z.string().min(1),
  name: z.string().trim().min(1),
  phone: cell(phoneIn),
  hours: z.string().trim().min(1).optional(),
});

/** Says whom people can speak to at the office of a ward. Everybody who asks is told. */
export const contact = command(
  'contact --ward uong-bi --name "who answers" --phone 0203... [--hours "7:30–11:30, 13:30–16:30"]',
  args,
  setContact,
);

async function setContact(
  db: Database,
  { hours, name, phone, ward: code }: z.infer<typeof args>,
): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const set: Contact = { name, phone, hours: hours ?? null };
  await db.q
    .update(wards)
    .set({ contact: seal(set) })
    .where(eq(wards.id, ward.id));
  const when = hours === undefined ? '' : `, ${hours}`;
  return {
    lines: [`Whoever asks in ${ward.name} is told: ${name}, ${phone}${when}.`],
    data: { ward: code, ...set },
  };
}
