import type { Certainty, Source } from '../rules/source.ts';

/** What something means, for the person who edits a template. */
export type Means = { readonly vi: string; readonly en: string };

/** Where it was seen that the official form has such a field; left out where we have not seen it. */
export type Seen = { readonly source: Source; readonly certainty: Certainty };

/**
 * One `{field}` of a template. `whenUnknown`: `stops` the paper, naming the field; prints `dots` to be filled in by hand; or
 * leaves it `blank`, where there may rightly be nothing.
 */
export type Field = {
  readonly means: Means;
  readonly whenUnknown: 'stops' | 'dots' | 'blank';
  readonly seen?: Seen;
};

/** A `{#list}…{/list}` of a template, with the fields of each of its rows. Where `needsRow`, a list without any stops the paper. */
export type ListField = {
  readonly means: Means;
  readonly columns: Readonly<Record<string, Field>>;
  readonly needsRow?: true;
  readonly seen?: Seen;
};

export type Fields = Readonly<Record<string, Field | ListField>>;

type RowOf<C> = { readonly [K in keyof C]: string | null };
/** What the fields of a paper are filled with: plain strings as they are printed; null is what is not known. */
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { readonly columns: infer C } ? readonly RowOf<C>[] : string | null;
};

/** Values of any paper. */
export type Values = Readonly<
  Record<string, string | null | readonly Readonly<Record<string, string | null>>[]>
>;

/** A field that must be known. */
export function must(vi: string, en: string, seen?: Seen): Field {
  return fieldOf('stops', { vi, en }, seen);
}

/** A field that prints dots where nothing is known, for a person to fill in. */
export function dotted(vi: string, en: string, seen?: Seen): Field {
  return fieldOf('dots', { vi, en }, seen);
}

/** A field that may rightly be empty. */
export function optional(vi: string, en: string, seen?: Seen): Field {
  return fieldOf('blank', { vi, en }, seen);
}

/** Is it a list with rows? */
export function isList(field: Field | ListField): field is ListField {
  return 'columns' in field;
}

function fieldOf(whenUnknown: Field['whenUnknown'], means: Means, seen: Seen | undefined): Field {
  return { means, whenUnknown, ...(seen === undefined ? {} : { seen }) };
}
