import { say } from '../../decision.ts';
import { askOther, askWhy, reasons, type Remove, sureRemove } from '../../office/ward/remove.ts';
import { wardMessage } from '../../office/ward/words.ts';
import { type DossierRow, lockDossier } from '../../store/dossiers.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { keep } from '../flow-state.ts';
import { give } from '../procedure/give.ts';
import { type Reply, toSelf } from '../turn.ts';
import { oneNamed, onOne } from './lists.ts';
import type { Office } from './office.ts';
import { onOverview } from './overview.ts';

const mostLetters = 500;

/** A household is to be taken off: why? */
export async function onRemove(office: Office, row: DossierRow): Promise<Reply> {
  await keep(office.turn, { kind: 'browse', round: row.round });
  return toSelf(...(await oneNamed(office, row)).map(askWhy));
}

/** A reason was chosen, or one of their own words is wanted. */
export async function onWhy(office: Office, row: DossierRow, step: number, chosen: string): Promise<Reply> {
  const known = Object.entries(reasons).find(([name]) => name === chosen)?.[1] ?? null;
  const remove: Remove = { kind: 'remove', dossier: row.id, step, reason: known };
  await keep(office.turn, remove);
  const named = await oneNamed(office, row);
  return toSelf(...named.map((one) => (known === null ? askOther(one) : sureRemove(one, known))));
}

/** The reason was typed. */
export async function onReason(office: Office, remove: Remove, typed: string): Promise<Reply> {
  const row = await lockDossier(office.acting.q, remove.dossier);
  if (row === null || !office.officer.includes(row.ward)) return onOverview(office, { round: 0 });
  const reason = typed.trim();
  const named = await oneNamed(office, row);
  if (reason === '' || reason.length > mostLetters) {
    const lead = [say('ward.paper.too-long', { most: mostLetters })];
    return toSelf(...named.map((one) => askOther(one, lead)));
  }
  await keep(office.turn, { ...remove, reason });
  return toSelf(...named.map((one) => sureRemove(one, reason)));
}

/** It is right: taken off, and its people and heads are told. */
export async function doRemove(
  office: Office,
  row: DossierRow,
  step: number,
  kept: Remove | null,
): Promise<Reply> {
  if (kept === null || kept.dossier !== row.id || kept.reason === null)
    return onOne(office, row, [say('ward.stale')]);
  const command = { kind: 'remove', reason: kept.reason } as const;
  const outcome = await give(office.acting, { row, command, step });
  if (outcome.kind === 'refused') return onOne(office, row, [refusedStep(outcome.why)]);
  await keep(office.turn, { kind: 'browse', round: row.round });
  const named = await oneNamed(office, outcome.row);
  return toSelf(
    ...named.map(({ name, zoneName: zone }) =>
      wardMessage([say('ward.removed', { name, zone, reason: kept.reason ?? '' })]),
    ),
  );
}
