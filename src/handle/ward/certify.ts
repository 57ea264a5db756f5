import { say } from '../../decision.ts';
import {
  askNumber,
  type Certify,
  certifyZone,
  sureCertify,
  zonesToCertify,
} from '../../office/ward/certify.ts';
import { type Named, waitingFor } from '../../office/ward/household.ts';
import { pageOf } from '../../office/ward/page.ts';
import { wardMessage } from '../../office/ward/words.ts';
import { type DossierRow, dossiersOfRound, lockDossiers } from '../../store/dossiers.ts';
import type { Round } from '../../store/rounds.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { keep } from '../flow-state.ts';
import { giveAll } from '../procedure/give.ts';
import { type Reply, toSelf } from '../turn.ts';
import { onOne, zonesWaiting } from './lists.ts';
import { namedOf, type Office, seenOf } from './office.ts';
import { onOverview } from './overview.ts';

const mostLetters = 60;

/** The zones whose certificates are still to be handed over; where it is one, its households. */
export async function onCertify(office: Office, round: Round): Promise<Reply> {
  const zones = await zonesWaiting(office, round, 'certify');
  const [only, ...others] = zones;
  if (only === undefined) return onOverview(office, { round: round.id });
  if (others.length === 0) return onZone(office, round, only.zone, 0);
  await keep(office.turn, { kind: 'browse', round: round.id });
  return toSelf(zonesToCertify(round.id, zones));
}

/** The households of a zone that wait for their certificate. */
export async function onZone(office: Office, round: Round, zone: number, from: number): Promise<Reply> {
  const waiting = await waitingIn(office, round, zone);
  if (waiting.length === 0) return onOverview(office, { round: round.id });
  await keep(office.turn, { kind: 'browse', round: round.id });
  return toSelf(certifyZone(round.id, zone, pageOf(waiting, from)));
}

/** All certificates of a zone were handed over: with which numbers? */
export async function onAll(office: Office, round: Round, zone: number): Promise<Reply> {
  const waiting = (await waitingIn(office, round, zone)).filter(({ isOwn }) => !isOwn);
  if (waiting.length === 0) return onOverview(office, { round: round.id }, [say('ward.stale')]);
  const households = waiting.map(({ at, dossier }) => ({ dossier, step: at.step }));
  await keep(office.turn, { kind: 'certify', households, number: null });
  return toSelf(askNumber(households.length, null));
}

/** The certificate of one household was handed over: with which number? */
export async function onCertOf(office: Office, row: DossierRow, step: number): Promise<Reply> {
  const [one] = await namedOf(office, await seenOf(office, [row], 'plain'), [row]);
  if (one === undefined || waitingFor('certify', [one], office.turn.today).length === 0)
    return onOne(office, row, [say('ward.stale')]);
  await keep(office.turn, { kind: 'certify', households: [{ dossier: row.id, step }], number: null });
  return toSelf(askNumber(1, one.name));
}

/** The number was typed. */
export async function onNumber(office: Office, certify: Certify, typed: string): Promise<Reply> {
  const number = typed.trim();
  const { households } = certify;
  if (number === '' || number.length > mostLetters)
    return toSelf(askNumber(households.length, null, [say('ward.paper.too-long', { most: mostLetters })]));
  await keep(office.turn, { ...certify, number });
  return toSelf(sureCertify({ ...certify, number }));
}

/** It is right: written down for each, and each household is told. */
export async function doCertify(office: Office, certify: Certify | null): Promise<Reply> {
  const { acting, turn } = office;
  if (certify?.number === undefined || certify.number === null)
    return onOverview(office, { round: 0 }, [say('ward.stale')]);
  const certificate = certify.number;
  const stepOf = new Map(certify.households.map(({ dossier, step }) => [dossier, step]));
  const rows = await lockDossiers(acting.q, [...stepOf.keys()]);
  const outcomes = await giveAll(
    acting,
    rows.map((row) => ({ row, command: { kind: 'certify', certificate }, step: stepOf.get(row.id) ?? null })),
  );
  await keep(turn, { kind: 'browse', round: rows[0]?.round ?? 0 });
  const named = await namedOf(office, await seenOf(office, rows, 'plain'), rows);
  const lines = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'done') return [];
    const { name = '?', zoneName: zone = '?' } =
      named.find(({ dossier }) => dossier === outcome.row.id) ?? {};
    return [say('ward.refused-line', { name, zone, why: { phrase: refusedStep(outcome.why) } })];
  });
  const count = outcomes.length - lines.length;
  return toSelf(
    wardMessage([
      ...(count === 0 ? [] : [say('ward.certified', { count, number: certificate })]),
      ...(lines.length === 0
        ? []
        : [say('ward.refused', { count: lines.length, lines: { lines: lines.slice(0, 10) } })]),
    ]),
  );
}

async function waitingIn(office: Office, round: Round, zone: number): Promise<readonly Named[]> {
  const rows = (await dossiersOfRound(office.acting.q, round)).filter((row) => row.zone === zone);
  const seen = await seenOf(office, rows, 'plain');
  return namedOf(office, waitingFor('certify', seen, office.turn.today), rows);
}
