/** Of what kind the row is that an entry of the record is about; the words stand in the database. */
export const subjects = [
  'event',
  'case',
  'step',
  'dossier',
  'change',
  'list',
  'meeting',
  'posting',
  'complaint',
  'support',
  'visit',
  'match',
  'kin',
  'reading',
  'command',
  'erasure',
] as const;
export type SubjectKind = (typeof subjects)[number];

/** As what somebody reads of a household that is not their own. */
export const readers = ['head', 'collaborator', 'officer', 'recorder', 'rechecker'] as const;
export type Reader = (typeof readers)[number];

/** What of a household they are shown, and so why; a `list` shows many at once, by name and class only, and is about none of them. */
export const readings = ['card', 'answers', 'compared', 'recheck', 'office', 'follow', 'list'] as const;
export type Reading = (typeof readings)[number];

/** That a message shows something of a household to somebody who is not of it. */
export type Shows = {
  readonly as: Reader;
  readonly why: Reading;
  readonly case?: number | undefined;
  readonly dossier?: number | undefined;
};

/**
 * One entry of the record as it is linked: who, when, what, of what, all by reference. `at` is the moment in UTC as the
 * database writes it, to the microsecond. `digest` and `state` are salted hashes of the row that was added and of the row
 * that was changed, `mark` is the hash of that salt: it says which salt was used and survives its erasing.
 */
export type Entry = {
  readonly n: number;
  readonly id: number;
  readonly at: string | null;
  readonly actor: number | null;
  readonly as: string | null;
  readonly of: string | null;
  readonly action: string | null;
  readonly case: number | null;
  readonly dossier: number | null;
  readonly ward: number | null;
  readonly ref: number | null;
  readonly digest: string | null;
  readonly state: string | null;
  readonly mark: string | null;
};

/** The same as a link of the chain, or as what is left of one. */
export type Linked = Entry & { readonly previous: string | null; readonly hash: string | null };
