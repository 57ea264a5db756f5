import { readAgain } from '../desk/subject.ts';
import { evolve } from '../review/review.ts';
import { type Stage, stagesOf } from '../rights.ts';
import { type CaseRow, casesAfter, lockCase, operator, saveCase } from '../store/cases.ts';
import type { Database } from '../store/db.ts';
import { placeOf } from '../survey/answer.ts';
import { readingSchema, sameReading, type StoredAssessment } from '../surveys/reading.ts';
import { vietnamDay } from '../time/vietnam.ts';
import type { Answered } from './command.ts';

/** What one standard says of a case before and after; null where it did not or does no longer apply. */
type Change = {
  readonly case: number;
  readonly ward: string;
  readonly zone: string;
  readonly stage: Stage;
  readonly standard: string;
  readonly before: Result | null;
  readonly after: Result | null;
  /** The new reading stands beside the old ones now. */
  readonly added: boolean;
};
type Result = { readonly category: string; readonly provisional: boolean };

export type RescoreOptions = {
  readonly now: Date;
  /** Only tell what would change. */
  readonly dryRun: boolean;
  /** Add readings to signed cases too. */
  readonly signed: boolean;
  /** How many cases are looked at together. */
  readonly batch?: number;
  /** How many changes are listed; all are counted. */
  readonly most?: number;
};

/**
 * Reads all sent cases again by the law's data of today. A reading that is not the last one is added to its case, in a
 * transaction of its own and never in place of another, so it can be broken off and begun again: a second run finds
 * nothing. Cases that their households are changing are left out: they are read when they are sent. So are those that were
 * withdrawn: nothing is done any more with what somebody has taken back.
 */
export async function rescore(db: Database, options: RescoreOptions): Promise<Answered> {
  const { batch = 100, most = 5000 } = options;
  const listed: Change[] = [];
  const count = { cases: 0, changed: 0, added: 0, signedLeft: 0, changes: 0 };
  for (let after = 0; ;) {
    const found = await casesAfter(db.q, after, batch);
    for (const row of found) {
      after = row.id;
      count.cases += 1;
      const seen = await readOne(db, row, options);
      if (seen.length === 0) continue;
      count.changed += 1;
      if (seen.some(({ added }) => added)) count.added += 1;
      else if (isSigned(row)) count.signedLeft += 1;
      count.changes += seen.length;
      listed.push(...seen.slice(0, most - listed.length));
    }
    if (found.length < batch) break;
  }
  return answer(listed, count, options);
}

/** Looks without a lock first: nearly all cases stay as they are. */
async function readOne(db: Database, row: CaseRow, options: RescoreOptions): Promise<readonly Change[]> {
  const today = vietnamDay(options.now);
  const seen = changesOf(row, today, false);
  const isLeft = options.dryRun || (isSigned(row) && !options.signed);
  if (seen.length === 0 || isLeft) return seen;
  return db.tx(async (q) => {
    const held = await lockCase(q, row.id);
    // Somebody may have come first: sent it again, or signed it.
    if (held === null) return [];
    if (isSigned(held) && !options.signed) return changesOf(held, today, false);
    const events = againOf(held, today);
    if (events.length === 0) return [];
    const review = events.reduce(evolve, held.review);
    await saveCase(q, { row: { ...held, review }, happened: events, actor: operator }, options.now);
    return changesOf(held, today, true);
  });
}

function againOf({ interview, review }: CaseRow, today: string) {
  const isAsSent = stagesOf('look').includes(interview.stage) && review.readings.length > 0;
  return isAsSent ? readAgain({ interview, review, today }, 'rescore') : [];
}

function changesOf(row: CaseRow, today: string, added: boolean): readonly Change[] {
  const [again] = againOf(row, today);
  if (again === undefined) return [];
  const before = assessmentsIn(row.review.readings.at(-1)?.reading);
  const after = assessmentsIn(again.reading);
  const standards = new Set([...before, ...after].map(({ standard }) => standard));
  const place = placeOf(row.interview.answers);
  return [...standards].flatMap((standard) => {
    const was = before.find((each) => each.standard === standard);
    const is = after.find((each) => each.standard === standard);
    if (sameReading(was, is)) return [];
    return [
      {
        case: row.id,
        ward: place?.wardName ?? '?',
        zone: place?.zoneName ?? '?',
        stage: row.interview.stage,
        standard,
        before: resultOf(was),
        after: resultOf(is),
        added,
      },
    ];
  });
}

/** What cannot be read any more says nothing; the case still gets its new reading. */
function assessmentsIn(reading: unknown): readonly StoredAssessment[] {
  return readingSchema.safeParse(reading).data?.assessments ?? [];
}

function isSigned({ review }: CaseRow): boolean {
  return review.signedOn !== null;
}

function resultOf(assessment: StoredAssessment | undefined): Result | null {
  if (assessment === undefined) return null;
  return { category: assessment.category, provisional: assessment.provisional };
}

type Count = {
  readonly cases: number;
  readonly changed: number;
  readonly added: number;
  readonly signedLeft: number;
  readonly changes: number;
};

function answer(listed: readonly Change[], count: Count, { dryRun }: RescoreOptions): Answered {
  const { cases, changed, added, signedLeft, changes } = count;
  const left = changes - listed.length;
  const lines = listed.map((each) => {
    const end = each.added ? `  (${each.stage}, added)` : `  (${each.stage})`;
    return `#${each.case}  ${each.ward}, ${each.zone}  ${each.standard}  ${written(each.before)} → ${written(each.after)}${end}`;
  });
  const summary = dryRun
    ? `${changed} of ${cases} cases would be read differently. Nothing was changed.`
    : `${changed} of ${cases} cases are read differently; a new reading was added to ${added}.`;
  const signed =
    signedLeft > 0 && !dryRun ? [`${signedLeft} of them are signed; add theirs too with --signed.`] : [];
  const more = left > 0 ? [`… and ${left} more.`] : [];
  return { lines: [...lines, ...more, summary, ...signed], data: { ...count, listed } };
}

function written(result: Result | null): string {
  if (result === null) return 'not read';
  return `${result.category}${result.provisional ? ' (provisional)' : ''}`;
}
