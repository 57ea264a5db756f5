import type { FormKind } from '../procedure/forms.ts';
import type { Fields, Means, ValuesOf, Values } from './field.ts';
import { everyPaper } from './head.ts';

export const paperNames = [
  'review-request',
  'leaving-request',
  'minutes',
  'posted-list',
  'complaint-answer',
  'decision',
  'certificate',
  'refusal',
] as const;
export type PaperName = (typeof paperNames)[number];

/** A paper (mẫu, biên bản, văn bản) that is made from a person's template: which fields it has, and what is known of its form. */
export type Paper<F extends Fields = Fields> = {
  readonly name: PaperName;
  readonly means: Means;
  /** The form that the procedure gives for it; null where we know of none. */
  readonly form: FormKind | null;
  /** What we have seen of the official layout, in both languages. */
  readonly layout: Means;
  readonly fields: F;
};

/** A paper with its own fields behind those that every paper has. */
export function paperOf<F extends Fields>(
  paper: Omit<Paper<F>, 'fields'>,
  own: F,
): Paper<typeof everyPaper & F> {
  return { ...paper, fields: { ...everyPaper, ...own } };
}

/** All values of a paper but `layoutNote`, which depends on the template that is filled. */
export type OwnValues<P extends Paper> = Omit<ValuesOf<P['fields']>, 'layoutNote'>;

/** One page or more to be printed: what it is, of what, under which file name (without its ending), with which values. */
export type Sheet = {
  readonly paper: PaperName;
  /** What it is about, by number and never by name: "household 12". */
  readonly of: string;
  readonly file: string;
  readonly values: Values;
};
