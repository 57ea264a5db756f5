import { newDossier, type Origin } from '../../procedure/dossier.ts';
import { takenFrom } from '../../procedure/taken.ts';
import { operator } from '../../store/cases.ts';
import type { Query } from '../../store/db.ts';
import { keepKin, openDossiers, type Pending, type ToOpen } from '../../store/dossiers.ts';
import { type Round } from '../../store/rounds.ts';
import {
  type CaseToReview,
  casesToReview,
  keepSteps,
  type ListedToReview,
  listedToReview,
} from '../../store/take-in.ts';
import { clockOf, pendingBy } from './clock.ts';

/** The day and the moment on which a round takes households in. */
export type At = { readonly today: string; readonly now: Date };

/** How many households a round has taken in: of the last list, of those who asked, and who are both. */
export type TakenIn = { readonly listed: number; readonly asked: number; readonly both: number };

/**
 * Takes into a round of all who live in these zones: the poor and near-poor of the last list, and whose answers are with
 * their heads. Again it takes in only who is new.
 */
export async function takeIn(q: Query, round: Round, zones: readonly number[], at: At): Promise<TakenIn> {
  const taking = { round: round.id, ward: round.ward, listYear: round.listYear, zones };
  const listed = await listedToReview(q, taking);
  const asking = await casesToReview(q, taking);
  const isThere = new Set(listed.map(({ id }) => id));
  const taken = new Set<number>();
  // Of two cases that one household of the list was found in, the second stays by itself.
  const cases = asking.map((each) => {
    const isBoth = each.listed !== null && isThere.has(each.listed) && !taken.has(each.listed);
    if (isBoth && each.listed !== null) taken.add(each.listed);
    return isBoth ? each : { ...each, listed: null, before: null };
  });
  const alone = listed.filter(({ id }) => !taken.has(id));
  const opened = await openListed(q, round, alone, at);
  await openCases(q, round, cases, at);
  return { listed: opened, asked: cases.length - taken.size, both: taken.size };
}

/** Takes households of the last list into a round; gives how many were not in it. */
export async function openListed(
  q: Query,
  round: Round,
  all: readonly ListedToReview[],
  { now, today }: At,
): Promise<number> {
  const clock = { ...(await clockOf(q, round)), meetsOn: null };
  const dossiers = all.map(({ category, id, zone }) => {
    const start = { procedure: round.procedure, origin: 'listed' as const, before: category, since: today };
    const dossier = newDossier(start);
    const where = { ward: round.ward, zone, round: round.id, case: null, listed: id };
    return { ...where, dossier, ...pendingBy(dossier, clock) };
  });
  return (await openDossiers(q, dossiers, now)).length;
}

/** Takes cases into a round where their stages have brought them; `asking` is what they asked for, if they did. */
export async function openCases(
  q: Query,
  round: Round,
  all: readonly CaseToReview[],
  { asking = 'asked', now, today }: At & { readonly asking?: Exclude<Origin, 'listed'> },
): Promise<void> {
  if (all.length === 0) return;
  const clock = { ...(await clockOf(q, round)), meetsOn: null };
  const opened = all.map((each) => {
    const origin: Origin = each.listed === null || asking === 'leaving' ? asking : 'listed';
    const start = newDossier({ procedure: round.procedure, origin, before: each.before, since: today });
    const { dossier, steps } = takenFrom(start, { ...each, signer: each.signer ?? operator });
    const toOpen: ToOpen & Pending = {
      ward: round.ward,
      zone: each.zone,
      round: round.id,
      case: each.id,
      listed: each.listed,
      dossier,
      ...pendingBy(dossier, clock),
    };
    return { toOpen, case: each.id, steps };
  });
  await openDossiers(
    q,
    opened.map(({ toOpen }) => toOpen),
    now,
  );
  await keepKin(
    q,
    round.id,
    all.map(({ id }) => id),
  );
  const withSteps = opened.filter(({ steps }) => steps.length > 0);
  await keepSteps(q, { round: round.id, ward: round.ward }, withSteps, now);
}
