import { say } from '../decision.ts';
import { listsToDecide, listToDecide, nothingToDecide } from '../office/ward/decide.ts';
import { pageOf } from '../office/ward/page.ts';
import { paperSchema } from '../office/ward/paper.ts';
import { noOffice } from '../office/ward/words.ts';
import { wardName } from '../store/areas.ts';
import { dossiersOfWard } from '../store/dossiers.ts';
import { listsById, type WardList } from '../store/lists.ts';
import { type FlowInput, keep, kept } from './flow-state.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';
import { type Office, officeOf } from './ward/office.ts';
import { beginOn, hearOn, pressOn, waitingOn } from './ward/paper.ts';

/** The recorder: the list that waits, and what the chairman decided of it. */
export async function onDecide(turn: Turn, input: FlowInput): Promise<Reply> {
  const office = await officeOf(turn);
  if (office.recorder.length === 0) {
    await keep(turn, null);
    return toSelf(noOffice());
  }
  const at = kept(turn, paperSchema);
  switch (input.kind) {
    case 'open':
      return onWaiting(office);
    case 'say':
      return at?.paper === 'decision' ? hearOn(office, at, input.text) : onWaiting(office);
    case 'press':
      if (input.act === 'open') return onWaiting(office);
      if (input.act === 'list') return onList(office, input.id, Number(input.arg) || 0);
      if (input.act === 'begin') return beginOn(office, 'decision', input.id);
      return pressOn(office, 'decision', input, at);
    default:
      return input satisfies never;
  }
}

/** The lists that wait in all wards for which somebody writes down decisions. */
async function onWaiting(office: Office): Promise<Reply> {
  const { acting, recorder, turn } = office;
  await keep(turn, { kind: 'decide' });
  const rows = (
    await Promise.all(recorder.map((ward) => dossiersOfWard(acting.q, ward, ['decision'])))
  ).flat();
  const lists = await listsById(acting.q, [...new Set(rows.flatMap(({ dossier }) => dossier.list ?? []))]);
  const [only, ...others] = lists;
  if (only === undefined) return toSelf(nothingToDecide());
  if (others.length === 0) return onList(office, only.id, 0);
  const waiting = lists.map((list) =>
    calledOf(office, list, rows.filter(({ dossier }) => dossier.list === list.id).length),
  );
  return toSelf(listsToDecide(await Promise.all(waiting)));
}

async function onList(office: Office, id: number, from: number): Promise<Reply> {
  const waiting = await waitingOn(office, 'decision', id);
  if (waiting === null) return toSelf(noOffice());
  const { list, on, rows } = waiting;
  await keep(office.turn, { kind: 'decide' });
  if (on.length === 0) return toSelf(nothingToDecide([say('ward.nothing-on-list', { n: list.n })]));
  const called = await calledOf(office, list, on.length);
  const zoneOf = new Map(rows.map((row) => [row.id, row.zone]));
  const all = on.map((each) => ({ ...each, zoneId: zoneOf.get(each.dossier) ?? 0 }));
  return toSelf(listToDecide(called, pageOf(on, from), all, list.opinion));
}

async function calledOf({ acting }: Office, { id, n, ward }: WardList, count: number) {
  return { id, n, count, wardName: await wardName(acting.q, ward) };
}
