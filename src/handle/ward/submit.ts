import { type Phrase, say } from '../../decision.ts';
import { type Household, procedureOf, waitingFor } from '../../office/ward/household.ts';
import { printOf, submitMessage } from '../../office/ward/submit.ts';
import { wardMessage, wardPick } from '../../office/ward/words.ts';
import { type DossierRow, dossiersOfRound, lockDossiers } from '../../store/dossiers.ts';
import { addList, type ListLine, saveList } from '../../store/lists.ts';
import { zonesOf } from '../../store/areas.ts';
import type { Round } from '../../store/rounds.ts';
import { keep } from '../flow-state.ts';
import { giveAll } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';
import { byOf, type Reply, toSelf } from '../turn.ts';
import { type Office, seenOf } from './office.ts';

/** Shows the list that would go up now. */
export async function onSubmit(office: Office, round: Round, lead: readonly Phrase[] = []): Promise<Reply> {
  const { acting, turn } = office;
  await keep(turn, { kind: 'browse', round: round.id });
  const rows = await dossiersOfRound(acting.q, round);
  // The class of a procedure without a meeting stands on the paper form alone.
  const households = await seenOf(office, rows, 'whole');
  const zones = await zonesOf(acting.q, round.ward);
  return toSelf(submitMessage({ round: round.id, zones, households, today: turn.today }, lead));
}

/** Puts the list together that was shown, and sends it up; where anything has changed since, it is shown again. */
export async function doSubmit(office: Office, round: Round, print: string): Promise<Reply> {
  const { acting, turn } = office;
  const before = await dossiersOfRound(acting.q, round);
  const rows = await lockDossiers(
    acting.q,
    before.filter(({ dossier }) => ['posted', 'verified'].includes(dossier.state)).map(({ id }) => id),
  );
  const ready = inOrder(waitingFor('submit', await seenOf(office, rows, 'whole'), turn.today));
  if (ready.length === 0 || printOf(ready) !== print) return onSubmit(office, round, [say('ward.changed')]);
  const lines = await linesOf(office, ready, rows);
  const list = await addList(
    acting.q,
    { ward: round.ward, round: round.id, by: turn.speaker.id, lines },
    turn.now,
  );
  const outcomes = await giveAll(
    acting,
    rows
      .filter(({ id }) => ready.some(({ dossier }) => dossier === id))
      .map((row) => ({ row, command: { kind: 'submit', list: list.id }, step: row.dossier.step })),
  );
  const done = outcomes.filter(({ kind }) => kind === 'done').map(({ row }) => row.id);
  await saveList(
    acting.q,
    { ...list, lines: lines.filter(({ dossier }) => done.includes(dossier)) },
    byOf(turn),
  );
  await keep(turn, { kind: 'browse', round: round.id });
  const asksOpinion = ready.some((each) => procedureOf(each).asksOpinion);
  const next = asksOpinion ? 'ward.submitted-opinion' : 'ward.submitted-decision';
  return toSelf(
    wardMessage(
      [say('ward.submitted', { n: list.n, count: done.length }), say(next)],
      asksOpinion ? [wardPick('opine', list.id, say('ward.act.opinion'))] : [],
    ),
  );
}

/** As a round is read, so that a list shown and a list held have the same mark. */
function inOrder(households: readonly Household[]): readonly Household[] {
  return households.toSorted((a, b) => a.zone - b.zone || a.dossier - b.dossier);
}

async function linesOf(
  { acting }: Office,
  ready: readonly Household[],
  rows: readonly DossierRow[],
): Promise<readonly ListLine[]> {
  const names = await namesOf(acting.q, rows);
  return ready.flatMap(({ at, category, dossier, zone }) =>
    category === null
      ? []
      : [
          {
            dossier,
            zone,
            name: names.get(dossier) ?? '?',
            category,
            before: at.before,
            opinion: null,
            decision: null,
          },
        ],
  );
}
