import type { Command } from '../../procedure/command.ts';
import { decide, type Refusal } from '../../procedure/decide.ts';
import type { Dossier } from '../../procedure/dossier.ts';
import { partiesOf, type Person } from '../../procedure/party.ts';
import type { Audience } from '../../procedure/transitions.ts';
import type { Query } from '../../store/db.ts';
import { type DossierRow, type Pending, saveStep } from '../../store/dossiers.ts';
import { meetingDay } from '../../store/meetings.ts';
import { cancelReminders } from '../../store/outbox.ts';
import { postedUntil } from '../../store/postings.ts';
import { roundById } from '../../store/rounds.ts';
import { type StepFacts } from '../../talk/told-step.ts';
import type { QuietHours } from '../../time/vietnam.ts';
import { clockOf, pendingBy } from './clock.ts';
import { forgetReminders } from './due-items.ts';
import { tellSteps } from './tell-steps.ts';

/** Who acts in the procedure, and when. */
export type Acting = {
  readonly q: Query;
  readonly now: Date;
  /** The calendar day in Vietnam. */
  readonly today: string;
  readonly quiet: QuietHours;
  /** With all posts that they hold today; nobody stands for the operator. */
  readonly person: Person;
};

/** A command for one household, and the step that it answers to; null where it follows from what was just done to its case. */
export type Given = {
  readonly row: DossierRow;
  readonly command: Command;
  readonly step: number | null;
  /** A household that was there twice is set right: nothing happened to it that anybody must hear. */
  readonly tellsNobody?: true;
};

export type Outcome =
  | { readonly kind: 'done'; readonly row: DossierRow }
  | { readonly kind: 'refused'; readonly row: DossierRow; readonly why: Refusal };

/** Gives one command: decided, kept as a numbered step, its deadline set, everybody told whom it concerns, once. */
export async function give(acting: Acting, given: Given): Promise<Outcome> {
  const [outcome] = await giveAll(acting, [given]);
  if (outcome === undefined) throw new Error('A command had no outcome.');
  return outcome;
}

/** Gives commands for several households, as at a meeting; who is told of several hears of all of them in one message. */
export async function giveAll(acting: Acting, all: readonly Given[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const told: {
    readonly row: DossierRow;
    readonly tells: readonly Audience[];
    readonly facts: Omit<StepFacts, 'name' | 'zone'>;
  }[] = [];
  for (const given of all) {
    const { person, q, today } = acting;
    const { row } = given;
    const parties = partiesOf(person, { ...row, rechecker: row.dossier.rechecker });
    const verdict = decide(given.command, row.dossier, {
      actor: { id: person.id, parties },
      today,
      step: given.step,
      postedUntil: row.dossier.posting === null ? null : await postedUntil(q, row.dossier.posting),
    });
    if (verdict.kind === 'refused') {
      outcomes.push({ kind: 'refused', row, why: verdict.why });
      continue;
    }
    const next = { ...row, dossier: verdict.dossier };
    const pending = await pendingOf(q, next);
    await saveStep(q, next, { ...pending, step: verdict.step }, acting.now);
    if (row.case !== null) await cancelReminders(q, row.case, acting.now);
    outcomes.push({ kind: 'done', row: next });
    told.push({
      row: next,
      tells: given.tellsNobody === true ? [] : verdict.tells,
      facts: { dossier: row.id, step: verdict.step, due: pending.due },
    });
  }
  // What waited to be said of the deadlines of the steps that are done now.
  await forgetReminders(
    acting.q,
    told.map(({ row }) => row.id),
    acting.now,
  );
  await tellSteps(
    acting,
    told,
    all.map(({ row }) => row),
  );
  return outcomes;
}

/** Who must act next on a household, and until when. */
export async function pendingOf(
  q: Query,
  { dossier, round }: { readonly dossier: Dossier; readonly round: number },
): Promise<Pending> {
  const clock = await clockOf(q, await roundById(q, round));
  const meetsOn = dossier.meeting === null ? null : await meetingDay(q, dossier.meeting);
  return pendingBy(dossier, { ...clock, meetsOn });
}
