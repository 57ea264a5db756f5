import { type Phrase, say } from '../../decision.ts';
import { votedLine } from '../../office/meeting-ask-result.ts';
import type { Writing } from '../../office/meeting-step.ts';
import { attendanceOf, type Counted, countedIn } from '../../office/meeting-tally.ts';
import type { Seat } from '../../office/seat.ts';
import { evolve as evolveReview } from '../../review/review.ts';
import { lockCase, saveCase } from '../../store/cases.ts';
import type { Query } from '../../store/db.ts';
import { lockDossiers } from '../../store/dossiers.ts';
import { lockZone } from '../../store/matches.ts';
import { lockMeeting, type Meeting, saveMeeting } from '../../store/meetings.ts';
import { evolve } from '../../survey/interview.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { actingFrom } from '../procedure/follow.ts';
import { type Given, giveAll } from '../procedure/give.ts';
import { byOf, type Turn } from '../turn.ts';
import { refusedLines } from './refused-lines.ts';

/** Writes down what came of a meeting: who was there, and each household's votes as its numbered step. */
export async function writeDown(turn: Turn, seat: Seat, step: Writing): Promise<readonly Phrase[]> {
  const { q } = turn;
  const counted = countedIn(step, seat);
  await holdCases(q, counted);
  await lockZone(q, seat.zone);
  const meeting = await lockMeeting(q, step.meeting);
  if (meeting === null || meeting.state === 'put-off') return [say('meeting.changed')];
  // Another who acts there may have written down who took part in the meantime.
  if (meeting.state === 'held' && !step.isGiven) return [refusedStep('repeated')];
  const rows = await lockDossiers(
    q,
    counted.map(({ guest }) => guest.id),
  );
  const given = rows.flatMap((row): readonly Given[] => {
    const one = counted.find(({ guest }) => guest.id === row.id);
    return one === undefined ? [] : [{ row, command: voteOf(one, meeting.id), step: one.step }];
  });
  const outcomes = await giveAll(await actingFrom(turn), given);
  const done = outcomes.flatMap((each) => (each.kind === 'done' ? [each.row] : []));
  for (const { case: caseId, dossier } of done)
    if (dossier.state === 'interviewed' && caseId !== null) await checkAgain(turn, caseId);
  if (done.length > 0)
    await saveMeeting(q, { ...meeting, state: 'held', body: bodyOf(meeting, step) }, byOf(turn));
  const lines = counted.filter(({ guest }) => done.some(({ id }) => id === guest.id));
  return [...resultLines(lines), ...(await refusedLines(q, outcomes))];
}

/** The cases that go back to the desk of their head, before all else that is held: whoever is at one of them is waited for. */
async function holdCases(q: Query, counted: readonly Counted[]): Promise<void> {
  const again = counted.flatMap(({ guest, isEnough }) => (isEnough ? [] : (guest.case ?? [])));
  for (const id of again.toSorted((a, b) => a - b)) await lockCase(q, id);
}

function voteOf({ agreed, inFavour, present }: Counted, meeting: number): Given['command'] {
  return { kind: 'vote', meeting, present, inFavour, agreed };
}

function bodyOf({ body }: Meeting, { present, remarks }: Writing): Meeting['body'] {
  return {
    ...body,
    attendance: body.attendance ?? attendanceOf(present),
    remarks: { ...body.remarks, ...remarks },
  };
}

/** A household to which less than half agreed is back on the desk of its head, who goes through it once more. */
async function checkAgain(turn: Turn, caseId: number): Promise<void> {
  const row = await lockCase(turn.q, caseId);
  if (row === null) return;
  const event = { type: 'CheckedAgain' } as const;
  const next = {
    ...row,
    interview: evolve(row.interview, event),
    review: evolveReview(row.review, event),
  };
  // It stands once in the history of the case, for both sides of it.
  await saveCase(turn.q, { row: next, happened: [event], actor: turn.speaker.id }, turn.now);
}

function resultLines(counted: readonly Counted[]): readonly Phrase[] {
  if (counted.length === 0) return [];
  const isAgain = counted.some(({ isEnough }) => !isEnough);
  return [
    say('meeting.done.written', { lines: { lines: counted.map(votedLine) } }),
    ...(isAgain ? [say('meeting.done.again')] : []),
  ];
}
