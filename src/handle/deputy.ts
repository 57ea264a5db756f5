import { say } from '../decision.ts';
import { standsIn, whoStandsIn } from '../office/deputy.ts';
import { notOfficer } from '../office/post.ts';
import { partiesOf } from '../procedure/party.ts';
import { type DossierRow, lockDossier } from '../store/dossiers.ts';
import { zoneNames } from '../store/zones.ts';
import { type FlowInput, keep } from './flow-state.ts';
import { deputyCandidates } from './procedure/deputies.ts';
import { actingFrom } from './procedure/follow.ts';
import { nameDeputy } from './procedure/kin.ts';
import { namesOf } from './procedure/names.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** An officer names who stands in for a head that is kin of a household. */
export async function deputy(turn: Turn, input: FlowInput): Promise<Reply> {
  await keep(turn, null);
  if (input.kind !== 'press') return toSelf(notOfficer());
  const row = await lockDossier(turn.q, input.id);
  const { person } = await actingFrom(turn);
  if (row === null || !partiesOf(person, { ...row, rechecker: null }).includes('officer'))
    return toSelf(notOfficer());
  const of = await calledOf(turn, row);
  const candidates = await deputyCandidates(turn.q, row, turn.today);
  if (input.act !== 'to') return toSelf(whoStandsIn(of, candidates));
  const wanted = Number.parseInt(input.arg, 36);
  const named = await nameDeputy(turn, row.id, wanted);
  if (named.kind === 'done')
    return toSelf(standsIn(of, candidates.find((each) => each.person === wanted) ?? null));
  return toSelf(whoStandsIn(of, candidates, [say(`posting.deputy.refused.${named.why}`)]));
}

async function calledOf({ q }: Turn, row: DossierRow) {
  const name = (await namesOf(q, [row])).get(row.id) ?? '?';
  const zone = (await zoneNames(q, [row.zone])).get(row.zone) ?? '?';
  return { dossier: row.id, name, zone };
}
