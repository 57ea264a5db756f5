import { complaintAnswerSheet } from '../papers/complaint-answer.ts';
import type { Sheet } from '../papers/paper.ts';
import { complaintsOf } from '../store/complaints.ts';
import type { Query } from '../store/db.ts';
import { postingsOfRound } from '../store/postings.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { lastOf } from './last-of.ts';
import type { RoundSeen } from './round-seen.ts';

/** The answer to each objection that was answered, with what hung when it was made and what was found. */
export async function complaintAnswersOf(q: Query, seen: RoundSeen): Promise<readonly Sheet[]> {
  const postings = new Map((await postingsOfRound(q, seen.round.id)).map((each) => [each.id, each]));
  const sheets: Sheet[] = [];
  for (const { row, steps, zone } of seen.households) {
    if (lastOf(steps, 'complain') === null) continue;
    for (const { answer, at, id, text } of await complaintsOf(q, row.id)) {
      if (answer === null) continue;
      const said = lastOf(steps, 'complain', ({ complaint }) => complaint === id);
      const hung = lastOf(
        steps.filter(({ n }) => said !== null && n < said.step.n),
        'post',
      );
      const line = postings.get(hung?.command.posting ?? 0)?.lines.find(({ dossier }) => dossier === row.id);
      const found = steps.find(({ command, n }) => command.kind === 'recheck' && n > (said?.step.n ?? n));
      sheets.push(
        complaintAnswerSheet(seen.setting, {
          complaint: id,
          dossier: row.id,
          zone,
          household: line?.name ?? null,
          saidOn: vietnamDay(at),
          said: text,
          posted: line?.category ?? null,
          found: found?.command.kind === 'recheck' ? found.command.category : null,
          foundOn: found?.on ?? null,
          reason: answer,
        }),
      );
    }
  }
  return sheets;
}
