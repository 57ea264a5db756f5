import { say } from '../../decision.ts';
import { wardMessage, wardPick } from '../../office/ward/words.ts';
import { dossiersOfRound } from '../../store/dossiers.ts';
import { listsById } from '../../store/lists.ts';
import type { Round } from '../../store/rounds.ts';
import { keep } from '../flow-state.ts';
import { type Reply, toSelf } from '../turn.ts';
import type { Office } from './office.ts';
import { onOverview } from './overview.ts';
import { beginOn } from './paper.ts';

/** The list for which an opinion came back; where several wait, it is chosen first. */
export async function onOpinion(office: Office, round: Round): Promise<Reply> {
  const rows = (await dossiersOfRound(office.acting.q, round)).filter(
    ({ dossier }) => dossier.state === 'opinion',
  );
  const lists = await listsById(office.acting.q, [
    ...new Set(rows.flatMap(({ dossier }) => dossier.list ?? [])),
  ]);
  const [only, ...others] = lists;
  if (only === undefined) return onOverview(office, { round: round.id });
  if (others.length === 0) return beginOn(office, 'opinion', only.id);
  await keep(office.turn, { kind: 'browse', round: round.id });
  const picks = lists.map(({ id, n }) => {
    const count = rows.filter(({ dossier }) => dossier.list === id).length;
    return wardPick('opine', id, say('ward.item-list', { n, count }));
  });
  return toSelf(wardMessage([say('ward.list.opinion')], picks));
}
