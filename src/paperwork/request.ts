import type { PaperName } from '../papers/paper.ts';

/** Which papers of a round are wanted; each further word leaves only those of it. */
export type PaperRequest = {
  readonly paper: PaperName;
  readonly round: number;
  /** The code of a zone. */
  readonly zone?: string | undefined;
  /** The number of a household in the round. */
  readonly dossier?: number | undefined;
  /** The number of a list in its round. */
  readonly list?: number | undefined;
  /** The number of a meeting, or of a posting, in its zone. */
  readonly number?: number | undefined;
};

/** Says why no paper can be made, and what to do; no name and no value of a household stands in it. */
export class NoPaper extends Error {}
