import { z } from 'zod';
import { say } from '../../decision.ts';
import {
  addedComplaint,
  householdIn,
  moreToCheck,
  mostLetters,
  noComplaint,
  type NoComplaint,
  sureOfComplaint,
  takenComplaint,
  unclearHousehold,
  whatIsWrong,
} from '../../office/complaint.ts';
import { type HangingList, hangingLists } from '../../office/posted-list.ts';
import { transitions } from '../../procedure/transitions.ts';
import { addComplaint, addToComplaint } from '../../store/complaints.ts';
import { type DossierRow, lockDossier } from '../../store/dossiers.ts';
import { ownAmong } from '../../store/residents.ts';
import { keep, kept } from '../flow-state.ts';
import { actingFrom } from '../procedure/follow.ts';
import { give, pendingOf } from '../procedure/give.ts';
import { tell } from '../tell.ts';
import { type Reply, toSelf, type Turn } from '../turn.ts';

/** Where somebody is with a complaint. */
const complaintSchema = z.discriminatedUnion('at', [
  z.object({ flow: z.literal('posted'), at: z.literal('which'), posting: z.number() }),
  z.object({ flow: z.literal('posted'), at: z.literal('what'), posting: z.number(), dossier: z.number() }),
  z.object({
    flow: z.literal('posted'),
    at: z.literal('sure'),
    posting: z.number(),
    dossier: z.number(),
    text: z.string(),
  }),
]);

/** What was typed where a complaint asks for a household, or for what is not right. */
export async function typed(turn: Turn, lists: readonly HangingList[], text: string): Promise<Reply> {
  const step = kept(turn, complaintSchema);
  const list = lists.find(({ posting }) => posting === step?.posting);
  if (step === null) return toSelf(hangingLists(lists));
  if (list === undefined) return end(turn, 'over');
  if (step.at === 'which') return whichSaid(turn, list, text);
  return wordsSaid(turn, list, step.dossier, text);
}

async function whichSaid(turn: Turn, list: HangingList, text: string): Promise<Reply> {
  const meant = householdIn(text, list.lines);
  if (meant.kind === 'found') return about(turn, list, meant.line.dossier);
  const own = await ownAmong(
    turn.q,
    turn.speaker.id,
    list.lines.map(({ dossier }) => dossier),
  );
  return toSelf(unclearHousehold(list, own, meant.near));
}

/** Asks what is not right with a household of a list. */
export async function about(turn: Turn, list: HangingList, dossier: number): Promise<Reply> {
  const line = list.lines.find((each) => each.dossier === dossier);
  const row = await lockDossier(turn.q, dossier);
  if (line === undefined || row === null) return end(turn, 'old');
  const why = refusal(turn, row);
  if (why !== null) return end(turn, why);
  await keep(turn, { flow: 'posted', at: 'what', posting: list.posting, dossier });
  return toSelf(whatIsWrong(line.name));
}

async function wordsSaid(turn: Turn, list: HangingList, dossier: number, said: string): Promise<Reply> {
  const line = list.lines.find((each) => each.dossier === dossier);
  if (line === undefined) return end(turn, 'old');
  const text = said.trim();
  if (text === '') return toSelf(whatIsWrong(line.name));
  if ([...text].length > mostLetters)
    return toSelf(whatIsWrong(line.name, [say('posting.too-long', { most: mostLetters })]));
  const { posting } = list;
  await keep(turn, { flow: 'posted', at: 'sure', posting, dossier, text });
  return toSelf(sureOfComplaint(line.name, text, { dossier, posting }));
}

/** Takes a complaint that was shown once more; a choice pressed twice, or from long ago, takes none. */
export async function send(turn: Turn, list: HangingList, dossier: number): Promise<Reply> {
  const step = kept(turn, complaintSchema);
  const line = list.lines.find((each) => each.dossier === dossier);
  const isShown = step?.at === 'sure' && step.dossier === dossier && step.posting === list.posting;
  if (!isShown || line === undefined) return end(turn, 'old');
  const row = await lockDossier(turn.q, dossier);
  if (row === null) return end(turn, 'old');
  const why = refusal(turn, row);
  if (why !== null) return end(turn, why);
  await keep(turn, null);
  const complaint = { ward: row.ward, dossier, person: turn.speaker.id, text: step.text };
  if (await addToComplaint(turn.q, complaint, turn.now)) return added(turn, list, row, line.name);
  const id = await addComplaint(turn.q, complaint, turn.now);
  // What others say of the same household meanwhile changes nothing for this one, so no step of it is answered to.
  const command = { kind: 'complain', complaint: id } as const;
  const outcome = await give(await actingFrom(turn), { row, command, step: null });
  if (outcome.kind === 'refused')
    throw new Error(`Household ${dossier} may be objected to, and was not: ${outcome.why}.`);
  return toSelf(takenComplaint(line.name, (await pendingOf(turn.q, outcome.row)).due));
}

/** Whoever checks the household has read what was there before. */
async function added(turn: Turn, list: HangingList, row: DossierRow, name: string): Promise<Reply> {
  const { now, q, settings } = turn;
  const { rechecker } = row.dossier;
  if (rechecker !== null) {
    const about = { ward: row.ward, case: null };
    await tell(q, [rechecker], moreToCheck(name, list.zone, row.id), about, { now, quiet: settings.quiet });
  }
  return toSelf(addedComplaint(name, (await pendingOf(q, row)).due));
}

/** Why nothing can be said of a household now; null when something can. */
function refusal({ speaker }: Turn, { dossier }: DossierRow): NoComplaint | null {
  if (dossier.rechecker === speaker.id) return 'rechecker';
  if (transitions.complain.from.includes(dossier.state)) return null;
  return dossier.wasRechecked && transitions.post.from.includes(dossier.state) ? 'rechecked' : 'past';
}

async function end(turn: Turn, why: NoComplaint): Promise<Reply> {
  await keep(turn, null);
  return toSelf(noComplaint(why));
}
