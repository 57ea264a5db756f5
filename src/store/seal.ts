import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The schema of a sealed value as it stands in a column, for rows that come back from raw SQL. */
export const sealedSchema = z.string().startsWith('0:').brand<'Sealed'>();

/** A resident's answer, name, note or message parameter as the database may hold it: `0:"Nguyễn Thị Hoa"`. */
export type Sealed = z.infer<typeof sealedSchema>;

/**
 * Says that a stored value cannot be opened; the value itself is never in the message.
 */
export class SealError extends Error {}

/**
 * Closes a JSON value for storage; the prefix names the way of sealing, so that a later one can live beside it.
 */
export function seal(value: unknown): Sealed {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
    throw new SealError(
      `A value of type ${typeof value} cannot be sealed. Seal null, or leave the column empty.`,
    );
  }
  // JSON.stringify writes NUL and lone surrogates as escapes, which PostgreSQL's text could not hold as they are.
  return sealedSchema.parse(`0:${JSON.stringify(value)}`);
}

/**
 * Opens a sealed value and checks that it still has the shape its reader expects.
 */
export function unseal<T>(sealed: Sealed, schema: z.ZodType<T>): T {
  const result = schema.safeParse(open(sealed));
  if (result.success) return result.data;
  const where = result.error.issues
    .map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.code}`)
    .join('; ');
  throw new SealError(
    `A sealed value no longer fits the schema it is read with (${where}). Read it with the schema it was written with, or migrate it.`,
  );
}

/**
 * A value by which rows are told to be of the same, and from which it cannot be read back; `of` says what it is a value
 * of, so that equal values of two kinds do not meet. Sealing marks only, so far, and this has no key either.
 */
export function blind(of: string, value: string): string {
  return createHash('sha256').update(`${of}\n${value}`).digest('base64url');
}

function open(sealed: Sealed): unknown {
  if (!sealed.startsWith('0:')) {
    throw new SealError(
      `A sealed value starts with "${sealed.slice(0, 2)}", which this version cannot open. Was it written by a newer version? Start that one.`,
    );
  }
  try {
    return JSON.parse(sealed.slice(2));
  } catch {
    // JSON.parse quotes what it could not read, and that may be a resident's answer.
    throw new SealError(
      'A sealed value is damaged: behind its prefix there is no JSON. Restore the row from a backup.',
    );
  }
}
