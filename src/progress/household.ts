import { type Stage, stagesOf } from '../rights.ts';
import { together } from './together.ts';
import { daysBefore, forgottenAfterDays, stoppedAfterDays } from './silence.ts';

/** A household of the last list. */
export type ListedRow = { readonly id: number; readonly zone: number };

/** A case by what is counted of it; nothing that was answered is in here. */
export type CountedCase = {
  readonly id: number;
  readonly owner: number;
  readonly zone: number;
  readonly stage: Stage;
  readonly listYear: number;
  readonly updatedAt: Date;
  /** The household agreed to answer: before that it has only looked. */
  readonly agreed: boolean;
  readonly reminded: number;
  readonly remindersOff: boolean;
  /** A message to the household arrives somewhere. */
  readonly reachable: boolean;
};

/** A head said that a case is of the same household as one listed, or as another case. */
export type SameRow = {
  readonly case: number;
  readonly listed: number | null;
  readonly otherCase: number | null;
};

/** All of a ward that its progress follows from. */
export type ReviewRows = {
  readonly zones: readonly { readonly id: number; readonly name: string }[];
  readonly listed: readonly ListedRow[];
  readonly cases: readonly CountedCase[];
  readonly same: readonly SameRow[];
};

/** How far a household is. `waiting`: for its head; `open`: it is answering; `stopped`: it was, and has fallen silent. */
export type Standing = 'done' | 'waiting' | 'open' | 'stopped' | 'not-begun';

/** A household to review, counted once however often it is listed or has sent itself. */
export type Household = {
  readonly zone: number;
  readonly standing: Standing;
  /** Its place on the list, and its furthest case, where there is one. */
  readonly listed: number | null;
  readonly case: CountedCase | null;
};

/** The moment, and the list year of the review that goes on. */
export type Moment = { readonly now: Date; readonly listYear: number };

/**
 * The households of a ward to review: those of the last list, and those that came by themselves. A case that was
 * declined or taken back is nobody's duty, but the listed household it belongs to still is.
 */
export function householdsOf(rows: ReviewRows, at: Moment): readonly Household[] {
  const listed = new Map(rows.listed.map((row) => [`l${row.id}`, row]));
  const cases = new Map(rows.cases.map((row) => [`c${row.id}`, row]));
  const pairs = rows.same.map(
    (row) => [`c${row.case}`, row.listed === null ? `c${row.otherCase}` : `l${row.listed}`] as const,
  );
  return together([...listed.keys(), ...cases.keys()], pairs).flatMap((keys): readonly Household[] => {
    const [place = null] = keys.flatMap((key) => listed.get(key) ?? []);
    const furthest = keys.flatMap((key) => cases.get(key) ?? []).reduce(further(at), null);
    if (furthest !== null) {
      const { row, standing } = furthest;
      return [{ zone: row.zone, standing, listed: place?.zone === row.zone ? place.id : null, case: row }];
    }
    return place === null ? [] : [{ zone: place.zone, standing: 'not-begun', listed: place.id, case: null }];
  });
}

type Standed = { readonly row: CountedCase; readonly standing: Standing };

const order: readonly Standing[] = ['done', 'waiting', 'open', 'stopped'];

/** Keeps the case that is further, of two that are as far the one that moved last. */
function further(at: Moment) {
  return (best: Standed | null, row: CountedCase): Standed | null => {
    const standing = standingOf(row, at);
    if (standing === null) return best;
    if (best === null) return { row, standing };
    const ahead = order.indexOf(best.standing) - order.indexOf(standing);
    const later = row.updatedAt.getTime() - best.row.updatedAt.getTime();
    return ahead > 0 || (ahead === 0 && later > 0) ? { row, standing } : best;
  };
}

/** Where a case stands in the review that goes on; null when it is no part of it. */
function standingOf(row: CountedCase, { now, listYear }: Moment): Standing | null {
  if (stagesOf('verify').includes(row.stage)) return 'waiting';
  const isThisYears = row.listYear === listYear;
  // What a head may look at and has not to verify is signed.
  if (stagesOf('look').includes(row.stage)) return isThisYears ? 'done' : null;
  if (!stagesOf('knock').includes(row.stage) || !row.agreed) return null;
  if (!isThisYears && row.updatedAt <= daysBefore(now, forgottenAfterDays)) return null;
  return row.updatedAt <= daysBefore(now, stoppedAfterDays) ? 'stopped' : 'open';
}
