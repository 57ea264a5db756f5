/** Reads JSON as a plain record, or gives undefined; there is no zod in the browser. */
export const readRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;

/** Parses JSON that may be broken. */
export const parseJson = (json: string | null | undefined): unknown => {
  try {
    return json ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
};
