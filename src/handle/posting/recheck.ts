import { z } from 'zod';
import type { Phrase } from '../../decision.ts';
import { say } from '../../decision.ts';
import { recheckCard, rechecked, recheckReason, sureOfRecheck, toRecheck } from '../../office/recheck.ts';
import { officialClasses } from '../../review/official.ts';
import { answerComplaints } from '../../store/complaints.ts';
import { type DossierRow, dossiersOfWard, lockDossier } from '../../store/dossiers.ts';
import { wardsOf } from '../../store/progress.ts';
import { deadEnd } from '../../survey/person.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { type FlowInput, keep, kept } from '../flow-state.ts';
import { actingFrom } from '../procedure/follow.ts';
import { give } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';
import { byOf, type Reply, toSelf, type Turn } from '../turn.ts';
import { shownToCheck } from './to-check.ts';

const category = z.enum(officialClasses);
/** The class that was chosen, and the reason once it was typed; both for one step of one household. */
const chosenSchema = z.object({
  flow: z.literal('recheck'),
  dossier: z.number(),
  step: z.number(),
  category,
  reason: z.string().nullable(),
});
type Chosen = z.infer<typeof chosenSchema>;

/** So many letters of a reason are read. */
const mostLetters = 1000;

/** Somebody who was asked to checks a household once more. */
export async function recheck(turn: Turn, input: FlowInput): Promise<Reply> {
  if (input.kind === 'open' || (input.kind === 'press' && input.id === 0)) return mine(turn);
  if (input.kind === 'say') return reasonSaid(turn, input.text);
  const row = await lockDossier(turn.q, input.id);
  if (row === null || !(await isMine(turn, row))) return notMine(turn);
  if (input.act === 'class') return classChosen(turn, row, input);
  return input.act === 'done' ? done(turn, row, input.rev) : card(turn, row);
}

async function mine(turn: Turn): Promise<Reply> {
  await keep(turn, null);
  const wards = await wardsHere(turn);
  const open = await Promise.all(wards.map((ward) => dossiersOfWard(turn.q, ward, ['complaint'])));
  const rows = open.flat().filter(({ dossier }) => dossier.rechecker === turn.speaker.id);
  const names = await namesOf(turn.q, rows);
  return toSelf(toRecheck(rows.map(({ id }) => ({ dossier: id, name: names.get(id) ?? '?' }))));
}

/** Whose post has ended checks nothing any more, asked or not. */
async function isMine(turn: Turn, { dossier, ward }: DossierRow): Promise<boolean> {
  return dossier.rechecker === turn.speaker.id && (await wardsHere(turn)).includes(ward);
}

/** The wards in which somebody holds a post today. */
async function wardsHere(turn: Turn): Promise<readonly number[]> {
  const { person } = await actingFrom(turn);
  const wards = await wardsOf(
    turn.q,
    person.posts.map(({ zone }) => zone),
  );
  return [...new Set([...wards.map(({ id }) => id), ...person.wardPosts.map(({ ward }) => ward)])];
}

/** It was given to somebody else, or is done already. */
async function notMine(turn: Turn): Promise<Reply> {
  await keep(turn, null);
  return toSelf(deadEnd('refused', say('posting.recheck.not-yours')));
}

async function card(turn: Turn, row: DossierRow, lead: readonly Phrase[] = []): Promise<Reply> {
  await keep(turn, null);
  return toSelf(recheckCard(await shownToCheck(turn.q, row), lead));
}

async function classChosen(
  turn: Turn,
  row: DossierRow,
  { arg, rev }: { readonly arg: string; readonly rev: number },
): Promise<Reply> {
  const chosen = category.safeParse(arg);
  if (!chosen.success || rev !== row.dossier.step) return card(turn, row, [refusedStep('stale')]);
  const step = { flow: 'recheck', dossier: row.id, step: rev, category: chosen.data, reason: null };
  await keep(turn, step);
  const { name } = await shownToCheck(turn.q, row);
  return toSelf(recheckReason({ ...step, category: chosen.data, name }));
}

async function reasonSaid(turn: Turn, said: string): Promise<Reply> {
  const chosen = kept(turn, chosenSchema);
  const row = chosen === null ? null : await lockDossier(turn.q, chosen.dossier);
  if (chosen === null) return mine(turn);
  if (row === null || !(await isMine(turn, row))) return notMine(turn);
  if (row.dossier.step !== chosen.step) return card(turn, row, [refusedStep('stale')]);
  const at = { ...chosen, name: (await shownToCheck(turn.q, row)).name };
  const reason = said.trim();
  if (reason === '') return toSelf(recheckReason(at));
  if ([...reason].length > mostLetters)
    return toSelf(recheckReason(at, [say('posting.too-long', { most: mostLetters })]));
  await keep(turn, { ...chosen, reason });
  return toSelf(sureOfRecheck(at, reason));
}

/** Only what was shown once more is told; what others said meanwhile is read first. */
async function done(turn: Turn, row: DossierRow, rev: number): Promise<Reply> {
  const chosen = kept(turn, chosenSchema);
  if (!isShown(chosen, row.id, rev)) return card(turn, row, [refusedStep('stale')]);
  const { category: found, reason } = chosen;
  const command = { kind: 'recheck', category: found, reason } as const;
  const outcome = await give(await actingFrom(turn), { row, command, step: rev });
  if (outcome.kind === 'refused') return card(turn, row, [refusedStep(outcome.why)]);
  await answerComplaints(turn.q, row.id, reason, byOf(turn));
  await keep(turn, null);
  return toSelf(rechecked((await namesOf(turn.q, [row])).get(row.id) ?? '?'));
}

function isShown(
  chosen: Chosen | null,
  dossier: number,
  step: number,
): chosen is Chosen & { readonly reason: string } {
  return chosen !== null && chosen.reason !== null && chosen.dossier === dossier && chosen.step === step;
}
