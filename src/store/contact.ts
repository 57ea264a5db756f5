import { z } from 'zod';

/** Somebody to speak to: name, telephone number as it is dialled, hours in which to call. */
export const contactSchema = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;
