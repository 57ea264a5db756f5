import { type Message, type Phrase, say } from '../../decision.ts';
import type { Household } from '../../office/ward/household.ts';
import { overviewMessage, type RoundCalled } from '../../office/ward/overview.ts';
import { pageOf } from '../../office/ward/page.ts';
import { talliesOf } from '../../office/ward/tally.ts';
import { noOffice, wardMessage } from '../../office/ward/words.ts';
import { wardName, zonesOf } from '../../store/areas.ts';
import { type DossierRow, dossiersOfRound } from '../../store/dossiers.ts';
import { type Round, roundsGoingOn } from '../../store/rounds.ts';
import { keep } from '../flow-state.ts';
import { type Reply, toSelf } from '../turn.ts';
import { type Office, seenOf } from './office.ts';

/** The round that is asked for, else the first one that goes on, in numbers, and what waits in it. */
export async function onOverview(
  office: Office,
  wanted: { readonly round: number; readonly from?: number },
  lead: readonly Phrase[] = [],
): Promise<Reply> {
  const rounds = await roundsNow(office);
  const round = rounds.find(({ id }) => id === wanted.round) ?? rounds[0];
  if (rounds.length === 0 && office.officer.length + office.recorder.length === 0) return toSelf(noOffice());
  await keep(office.turn, { kind: 'browse', round: round?.id ?? 0 });
  if (round === undefined) return toSelf(wardMessage([...lead, say('ward.no-round')]));
  const message = await messageOf(office, round, rounds, wanted.from ?? 0);
  return toSelf({ ...message, parts: [...lead, ...message.parts] });
}

/** The rounds of all wards at whose office somebody is. */
export async function roundsNow({ acting, officer, recorder }: Office): Promise<readonly Round[]> {
  const wards = [...new Set([...officer, ...recorder])];
  return (await Promise.all(wards.map((ward) => roundsGoingOn(acting.q, ward)))).flat();
}

/** The dossiers of a round with all that the office sees of them. */
export async function wholeRound(
  office: Office,
  round: Round,
): Promise<{ readonly rows: readonly DossierRow[]; readonly households: readonly Household[] }> {
  const rows = await dossiersOfRound(office.acting.q, round);
  return { rows, households: await seenOf(office, rows, 'whole') };
}

async function messageOf(
  office: Office,
  round: Round,
  rounds: readonly Round[],
  from: number,
): Promise<Message> {
  const { acting, officer, recorder, turn } = office;
  const { households } = await wholeRound(office, round);
  const zones = await zonesOf(acting.q, round.ward);
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  const tallies = talliesOf(
    zones.map(({ id }) => id),
    households,
    turn.today,
  );
  return overviewMessage({
    round: await calledOf(office, round),
    households,
    zones: pageOf(
      tallies.map((tally) => ({ ...tally, name: names.get(tally.zone) ?? '?' })),
      from,
    ),
    today: turn.today,
    isOfficer: officer.includes(round.ward),
    toDecide: recorder.includes(round.ward)
      ? households.filter(({ at }) => at.state === 'decision').length
      : 0,
    others: await Promise.all(
      rounds.filter(({ id }) => id !== round.id).map((each) => calledOf(office, each)),
    ),
  });
}

async function calledOf(
  { acting }: Office,
  { endsOn, id, kind, listYear, ward }: Round,
): Promise<RoundCalled> {
  return { id, kind, listYear, endsOn, wardName: await wardName(acting.q, ward) };
}
