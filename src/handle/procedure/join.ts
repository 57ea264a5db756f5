import type { Dossier } from '../../procedure/dossier.ts';
import { isEnded } from '../../procedure/state.ts';
import { sameHousehold } from '../../procedure/taken.ts';
import type { Stage } from '../../rights.ts';
import { operator } from '../../store/cases.ts';
import type { Query } from '../../store/db.ts';
import { type DossierRow, dossierOf, lockDossiers, saveWhere } from '../../store/dossiers.ts';
import { type Round, roundById } from '../../store/rounds.ts';
import type { MatchState } from '../../store/schema-cases.ts';
import {
  caseToReview,
  dossierOfListed,
  lastCommand,
  listedById,
  matchSides,
  setAsideFor,
} from '../../store/take-in.ts';
import { type Acting, give } from './give.ts';
import { operatorOf } from './operator.ts';
import { openCases, openListed } from './take-in.ts';

/** The day and the hours on which the dossiers of one household are brought together, or apart. */
export type Joining = Omit<Acting, 'person'>;

/** A head said whether a case is a household of the list, or of two cases which goes on: each household is in its round once. */
export async function settleMatch(
  joining: Joining,
  match: { readonly id: number; readonly state: MatchState },
): Promise<void> {
  const sides = await matchSides(joining.q, match.id);
  if (sides === null) return;
  if (sides.listed !== null)
    return match.state === 'same'
      ? join(joining, sides.case, sides.listed)
      : part(joining, sides.case, sides.listed);
  const aside = { same: sides.case, later: sides.otherCase, suspected: null, apart: null }[match.state];
  if (aside !== null) await setAside(joining, aside);
  for (const each of [sides.case, sides.otherCase])
    if (each !== null && each !== aside) await comeBack(joining, each);
}

/** Takes one case into a round with its place on the last list; of what it did so far, where `stage` says another. */
export async function takeCaseIn(
  joining: Joining,
  id: number,
  round: Round,
  how: { readonly asking?: 'asked' | 'leaving'; readonly stage?: Stage } = {},
): Promise<void> {
  const found = await caseToReview(joining.q, id);
  if (found === null) return;
  const { asking = 'asked', stage = found.stage } = how;
  const bare = { ...found, stage, listed: null, before: null };
  await openCases(joining.q, round, [bare], { ...joining, asking });
  if (found.listed !== null) await join(joining, id, found.listed);
}

/** A case that others were set aside for is withdrawn: their household goes on in theirs. */
export async function comeBackFor(joining: Joining, id: number): Promise<void> {
  for (const each of await setAsideFor(joining.q, id)) await comeBack(joining, each);
}

async function join(joining: Joining, caseId: number, listed: number): Promise<void> {
  const own = await openDossierOf(joining.q, caseId);
  if (own === null || own.listed === listed) return;
  if (own.listed !== null) await part(joining, caseId, own.listed);
  const other = await dossierOfListed(joining.q, own.round, listed);
  const held = await lockDossiers(joining.q, other === null ? [own.id] : [own.id, other]);
  const row = held.find(({ id }) => id === own.id);
  const alone = held.find(({ id }) => id === other);
  const household = await listedById(joining.q, listed);
  // Another case was found to be that household before.
  if (row === undefined || household === null || (alone !== undefined && alone.case !== null)) return;
  if (alone !== undefined && !(await takeOff(joining, alone))) return;
  const origin = row.dossier.origin === 'leaving' ? 'leaving' : 'listed';
  await place(joining, row, listed, { ...row.dossier, origin, before: household.category });
}

async function part(joining: Joining, caseId: number, listed: number): Promise<void> {
  const own = await openDossierOf(joining.q, caseId);
  if (own?.listed !== listed) return;
  const [row] = await lockDossiers(joining.q, [own.id]);
  if (row === undefined) return;
  const origin = row.dossier.origin === 'leaving' ? 'leaving' : 'asked';
  await place(joining, row, null, { ...row.dossier, origin, before: null });
  await listAgain(joining, row.round, listed);
}

async function setAside(joining: Joining, caseId: number): Promise<void> {
  const own = await openDossierOf(joining.q, caseId);
  if (own === null) return;
  const [row] = await lockDossiers(joining.q, [own.id]);
  if (row === undefined || !(await takeOff(joining, row)) || row.listed === null) return;
  await listAgain(joining, row.round, row.listed);
}

/** Only what was taken off as a second dossier comes back: who has moved away has. */
async function comeBack(joining: Joining, caseId: number): Promise<void> {
  const own = await dossierOf(joining.q, caseId);
  if (own?.dossier.state !== 'removed') return;
  const last = await lastCommand(joining.q, own.id);
  if (last?.kind !== 'remove' || last.reason !== sameHousehold) return;
  const asking = own.dossier.origin === 'leaving' ? 'leaving' : 'asked';
  await takeCaseIn(joining, caseId, await roundById(joining.q, own.round), { asking });
}

/** A household of the last list that no case speaks for is reviewed in the yearly round all the same. */
async function listAgain(joining: Joining, id: number, listed: number): Promise<void> {
  const round = await roundById(joining.q, id);
  const household = await listedById(joining.q, listed);
  if (round.kind === 'yearly' && household !== null) await openListed(joining.q, round, [household], joining);
}

async function takeOff(joining: Joining, row: DossierRow): Promise<boolean> {
  const acting = { ...joining, person: operatorOf(row.ward) };
  const command = { kind: 'remove' as const, reason: sameHousehold };
  const outcome = await give(acting, { row, command, step: null, tellsNobody: true });
  return outcome.kind === 'done';
}

async function place(
  { now, q }: Joining,
  row: DossierRow,
  listed: number | null,
  dossier: Dossier,
): Promise<void> {
  await saveWhere(q, { ...row, listed, dossier }, { by: operator, now });
}

async function openDossierOf(q: Query, caseId: number): Promise<DossierRow | null> {
  const found = await dossierOf(q, caseId);
  return found === null || isEnded(found.dossier.state) ? null : found;
}
