import type { Query } from '../../store/db.ts';
import { dossiersOfWard, lockDossiers } from '../../store/dossiers.ts';
import { giveUpMessages, waitingSteps } from '../../store/outbox.ts';
import { holdsPostIn } from '../../store/ward-posts.ts';
import { flowPick } from '../../talk/told-step.ts';
import { vietnamDay } from '../../time/vietnam.ts';
import type { Moment } from '../tell.ts';
import { giveAll } from './give.ts';
import { operatorOf } from './operator.ts';

/**
 * What somebody was asked to check once more is to be given to another when no post in the ward is left to them: the
 * officers are told, and must act next. To be called when a post has ended.
 */
export async function freeRechecks(
  q: Query,
  { person, ward }: { readonly person: number; readonly ward: number },
  { now, quiet }: Moment,
): Promise<void> {
  const today = vietnamDay(now);
  if (await holdsPostIn(q, person, ward, today)) return;
  const open = await dossiersOfWard(q, ward, ['complaint']);
  const theirs = open.filter(({ dossier }) => dossier.rechecker === person);
  const rows = await lockDossiers(
    q,
    theirs.map(({ id }) => id),
  );
  const held = rows.filter(({ dossier }) => dossier.rechecker === person);
  const asks = held.map(({ id }) => flowPick('recheck', 'open', id).data);
  const waiting = (await waitingSteps(q, person, ward)).filter(({ message }) =>
    message.actions.some(({ data }) => asks.includes(data)),
  );
  const past = waiting.map(({ id }) => id);
  await giveUpMessages(q, past, now);
  await giveAll(
    { q, now, today, quiet, person: operatorOf(ward) },
    held.map((row) => ({ row, command: { kind: 'unassign' }, step: null })),
  );
}
