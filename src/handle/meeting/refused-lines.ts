import { type Phrase, say } from '../../decision.ts';
import type { Query } from '../../store/db.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import type { Outcome } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';

/** Which households a step was refused for, and why. */
export async function refusedLines(q: Query, outcomes: readonly Outcome[]): Promise<readonly Phrase[]> {
  const refused = outcomes.flatMap((each) => (each.kind === 'refused' ? [each] : []));
  const names = await namesOf(
    q,
    refused.map(({ row }) => row),
  );
  return refused.map(({ row, why }) =>
    say('meeting.refused-one', { name: names.get(row.id) ?? '?', why: { phrase: refusedStep(why) } }),
  );
}
