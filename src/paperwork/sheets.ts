import type { PaperHousehold } from '../papers/household.ts';
import type { PaperName, Sheet } from '../papers/paper.ts';
import { leavingRequestSheet, reviewRequestSheet } from '../papers/requests.ts';
import type { Query } from '../store/db.ts';
import { complaintAnswersOf } from './complaint-sheets.ts';
import { certificatesOf, decisionsOf, refusalsOf } from './decided-sheets.ts';
import type { PaperRequest } from './request.ts';
import { paperHouseholds, type RoundSeen, type Seen } from './round-seen.ts';
import { minutesOf, postedListsOf } from './zone-sheets.ts';

type Sheets = (q: Query, seen: RoundSeen, request: PaperRequest) => Promise<readonly Sheet[]>;

/** The sheets of each paper, from what the procedure kept at its steps; nothing of it is worked out anew. */
export const sheetsOf: Readonly<Record<PaperName, Sheets>> = {
  'review-request': (q, seen) =>
    ofHouseholds(q, seen, ({ dossier }) => dossier.origin === 'asked', reviewRequestSheet),
  'leaving-request': (q, seen) =>
    ofHouseholds(q, seen, ({ dossier }) => dossier.origin === 'leaving', leavingRequestSheet),
  minutes: minutesOf,
  'posted-list': postedListsOf,
  'complaint-answer': complaintAnswersOf,
  decision: decisionsOf,
  certificate: certificatesOf,
  refusal: refusalsOf,
};

async function ofHouseholds(
  q: Query,
  { households, setting }: RoundSeen,
  isMeant: (row: Seen['row']) => boolean,
  sheet: (setting: RoundSeen['setting'], household: PaperHousehold) => Sheet,
): Promise<readonly Sheet[]> {
  const meant = households.filter(
    ({ row }) => isMeant(row) && !['withdrawn', 'removed'].includes(row.dossier.state),
  );
  return [...(await paperHouseholds(q, meant)).values()].map((household) => sheet(setting, household));
}
