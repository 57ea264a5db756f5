import { z } from 'zod';

/** The classes that the official form knows, the last one meaning none of the three before it. */
export const officialClasses = ['poor', 'near-poor', 'average', 'none'] as const;
export type OfficialClass = (typeof officialClasses)[number];

/** The most points that a sheet can hold, as far as a slip of typing is to be told from a number. */
export const mostPoints = 1000;

/** What stands on the official paper form (Phiếu B); null is what it does not say yet. */
export const officialSchema = z.object({
  b1: z.number().int().nullable(),
  b2: z.number().int().nullable(),
  category: z.enum(officialClasses).nullable(),
  /** Why the class on paper is none of those that the reading leaves open; null where it is one of them. */
  reason: z.string().nullable(),
  on: z.string(),
});
export type Official = z.infer<typeof officialSchema>;

/** Can this stand on the form? */
export function arePoints(points: number | null): boolean {
  return points === null || (Number.isInteger(points) && points >= 0 && points <= mostPoints);
}
