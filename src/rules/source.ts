/** A document that a value comes from, as precisely as we know it. Never holds an address that our facts do not hold. */
export type Source = {
  /** Number and kind, as cited in Vietnam: "Nghị định 07/2021/NĐ-CP". */
  readonly document: string;
  readonly article?: string;
  /** The public page on which it was seen. */
  readonly url?: string;
  /** Left out where only the existence of the document is known. */
  readonly signedOn?: IsoDate;
  readonly inForceFrom?: IsoDate;
  /** Where the words were read, in Vietnamese, when that is not a page about the document itself. */
  readonly seenIn?: string;
  /** Read in a draft only; what was issued may differ. */
  readonly draft?: true;
};

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/**
 * How sure we are of a value. `verified`: seen on a public page that quotes or closely restates the document;
 * `secondary`: news, an explainer, a draft; `unconfirmed`: known from memory or from one private note.
 */
export type Certainty = 'verified' | 'secondary' | 'unconfirmed';

/** A question that only the full text or an authority can answer; never read as zero or as false. */
export type Gap = {
  readonly gap: 'not found';
  readonly ask: string;
  /** A document in which a part of the answer that the question names was seen. */
  readonly partly?: Source;
};

/** A value of the law with where it stands and how sure we are of it. */
export type Known<T> = { readonly value: T; readonly source: Source; readonly certainty: Certainty };

/** Nothing legal is a bare value: it has its source and certainty, or it is a declared gap. */
export type Cited<T> = Known<T> | Gap;
