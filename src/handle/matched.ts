import type { CaseMatched, Matched } from '../desk/matched.ts';
import { likeness, suspected } from '../match/likeness.ts';
import type { CaseRow } from '../store/cases.ts';
import type { Query } from '../store/db.ts';
import { asideIn, type CaseMatch, type ListedMatch, matchesOf } from '../store/matches.ts';
import { placeOf } from '../survey/answer.ts';
import { isKnownHere } from '../survey/interview.ts';
import { sideOfAnswers, sideOfListed } from '../suspect.ts';
import { vietnamDay } from '../time/vietnam.ts';

/** The households that may be the one of a case, for these readers; none has a say about the own household. */
export async function matchedOf(
  q: Query,
  row: CaseRow,
  readers: readonly number[],
): Promise<readonly Matched[]> {
  const zone = placeOf(row.interview.answers)?.zone;
  if (zone === undefined || !isKnownHere(row.interview)) return [];
  const found = await matchesOf(q, { id: row.id, zone });
  const aside = found.cases.length === 0 ? new Map<number, CaseMatch>() : await asideIn(q, [zone]);
  const listed = found.listed.flatMap((match) => listedMatched(match, row));
  const cases = found.cases.flatMap((match) => caseMatched(match, row, readers, aside));
  return [...listed, ...cases];
}

function listedMatched({ id, state, listed }: ListedMatch, row: CaseRow): readonly Matched[] {
  const alike = likeness(sideOfAnswers(row.interview.answers), sideOfListed(listed));
  return isPast(state, alike.score) ? [] : [{ kind: 'listed', id, state, why: alike.why, listed }];
}

function caseMatched(
  { id, state, first, later }: CaseMatch,
  row: CaseRow,
  readers: readonly number[],
  aside: ReadonlyMap<number, CaseMatch>,
): readonly Matched[] {
  const isLater = later.id === row.id;
  const other = isLater ? first : later;
  const alike = likeness(sideOfAnswers(row.interview.answers), sideOfAnswers(other.interview.answers));
  const by = aside.get(other.id);
  const matched: CaseMatched = {
    kind: 'case',
    id,
    state,
    why: alike.why,
    isLater,
    other: {
      case: other.id,
      interview: other.interview,
      review: other.review,
      sentOn: other.sentAt === null ? '' : vietnamDay(other.sentAt),
      isAside: by !== undefined && by.id !== id,
      isOwn: readers.includes(other.owner),
    },
  };
  const isTogether = state === 'same' || state === 'later';
  if (matched.other.isOwn && !isTogether) return [];
  return isPast(state, alike.score) ? [] : [matched];
}

/** Answers may have changed since the two were held for alike. */
function isPast(state: Matched['state'], score: number): boolean {
  return state === 'suspected' && score < suspected;
}
