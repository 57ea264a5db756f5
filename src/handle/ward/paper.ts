import { type Phrase, say } from '../../decision.ts';
import {
  beginPaper,
  commandsOf,
  hearPaper,
  type OnList,
  type Paper,
  type PaperKind,
  type PaperMove,
  pressPaper,
} from '../../office/ward/paper.ts';
import { askPaper, paperDone, sumsFor } from '../../office/ward/paper-ask.ts';
import { printOf } from '../../office/ward/submit.ts';
import { noOffice } from '../../office/ward/words.ts';
import { type DossierRow, dossiersOnList, lockDossiers } from '../../store/dossiers.ts';
import { listsById, lockList, saveList, type WardList } from '../../store/lists.ts';
import { zoneNames } from '../../store/zones.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { keep } from '../flow-state.ts';
import { giveAll, type Outcome } from '../procedure/give.ts';
import { byOf, type Reply, toSelf } from '../turn.ts';
import { linesAfter } from './lines-after.ts';
import type { Office } from './office.ts';
import { onOverview } from './overview.ts';

/** The state in which a household waits for that paper. */
export const waitsIn: Readonly<Record<PaperKind, 'opinion' | 'decision'>> = {
  opinion: 'opinion',
  decision: 'decision',
};

export type Waiting = {
  readonly list: WardList;
  readonly rows: readonly DossierRow[];
  readonly on: readonly OnList[];
};

/** Begins to write down a paper for what waits on a list. */
export async function beginOn(
  office: Office,
  paper: PaperKind,
  list: number,
  lead: readonly Phrase[] = [],
): Promise<Reply> {
  const waiting = await waitingOn(office, paper, list);
  if (waiting === null) return toSelf(noOffice());
  if (waiting.rows.length === 0) return nothingWaits(office, waiting);
  return asked(office, beginPaper(paper, list, printOfRows(waiting.rows)), waiting, lead);
}

/** What was typed while a paper is written down. */
export async function hearOn(office: Office, paper: Paper, typed: string): Promise<Reply> {
  const waiting = await waitingOn(office, paper.paper, paper.list);
  if (waiting === null) return toSelf(noOffice());
  return moved(office, paper, hearPaper(paper, typed, office.turn.today, waiting.on), waiting);
}

/** A choice while a paper is written down; one that is too old shows where it stands. */
export async function pressOn(
  office: Office,
  kind: PaperKind,
  pressed: { readonly act: string; readonly arg: string; readonly id: number; readonly rev: number },
  kept: Paper | null,
): Promise<Reply> {
  const waiting = await waitingOn(office, kind, pressed.id);
  if (waiting === null) return toSelf(noOffice());
  if (waiting.rows.length === 0) return nothingWaits(office, waiting);
  if (kept === null || kept.list !== pressed.id || kept.paper !== kind)
    return beginOn(office, kind, pressed.id, [say('ward.stale')]);
  return moved(office, kept, pressPaper(kept, pressed, waiting.on), waiting);
}

async function moved(office: Office, paper: Paper, move: PaperMove, waiting: Waiting): Promise<Reply> {
  switch (move.kind) {
    case 'go':
      return asked(office, move.paper, waiting);
    case 'stay':
      return asked(office, paper, waiting, [move.why]);
    case 'stale':
      return asked(office, paper, waiting, [say('ward.stale')]);
    case 'done':
      return writeDown(office, paper);
    default:
      return move satisfies never;
  }
}

async function asked(
  office: Office,
  paper: Paper,
  { list, on }: Waiting,
  lead: readonly Phrase[] = [],
): Promise<Reply> {
  await keep(office.turn, paper);
  return toSelf(askPaper(paper, { n: list.n, households: on }, lead));
}

async function nothingWaits(office: Office, { list }: Waiting): Promise<Reply> {
  return onOverview(office, { round: list.round }, [say('ward.nothing-on-list', { n: list.n })]);
}

/** Gives what the paper says for each household, keeps it with the list, and says what could not be done and why. */
async function writeDown(office: Office, paper: Paper): Promise<Reply> {
  const { acting, turn } = office;
  const list = await lockList(acting.q, paper.list);
  const shown = await waitingOn(office, paper.paper, paper.list);
  if (list === null || shown === null) return toSelf(noOffice());
  const rows = await lockDossiers(
    acting.q,
    shown.rows.map(({ id }) => id),
  );
  // Between what was shown and "yes" somebody may have taken one off, or another recorder may have been faster.
  if (printOfRows(rows) !== paper.print)
    return beginOn(office, paper.paper, paper.list, [say('ward.changed')]);
  const commands = commandsOf(paper, shown.on);
  const outcomes = await giveAll(
    acting,
    rows.flatMap((row) => {
      const command = commands.get(row.id);
      return command === undefined ? [] : [{ row, command, step: row.dossier.step }];
    }),
  );
  const done = outcomes.filter(({ kind }) => kind === 'done').map(({ row }) => row);
  await saveList(acting.q, await linesAfter(acting.q, list, { paper, commands, done }), byOf(turn));
  await keep(turn, { kind: 'browse', round: list.round });
  const isDone = ({ dossier }: OnList) => done.some(({ id }) => id === dossier);
  return toSelf(
    paperDone(
      { n: list.n, paper: paper.paper },
      sumsFor(paper, shown.on.filter(isDone)),
      refusedOf(outcomes, shown.on),
    ),
  );
}

function refusedOf(outcomes: readonly Outcome[], on: readonly OnList[]) {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === 'done') return [];
    const { name, zone } = on.find(({ dossier }) => dossier === outcome.row.id) ?? { name: '?', zone: '?' };
    return [{ name, zone, why: refusedStep(outcome.why) }];
  });
}

/** What of a list waits for that paper; null where it is not for this person. */
export async function waitingOn(
  { acting, officer, recorder }: Office,
  paper: PaperKind,
  id: number,
): Promise<Waiting | null> {
  const [list] = await listsById(acting.q, [id]);
  const wards = paper === 'opinion' ? officer : recorder;
  if (list === undefined || !wards.includes(list.ward)) return null;
  const ids = list.lines.map(({ dossier }) => dossier);
  const found = await dossiersOnList(acting.q, ids, waitsIn[paper]);
  const rows = found.filter(({ dossier }) => dossier.list === id);
  const zones = await zoneNames(
    acting.q,
    rows.map(({ zone }) => zone),
  );
  const on = rows.flatMap((row) => {
    const line = list.lines.find(({ dossier }) => dossier === row.id);
    if (line === undefined) return [];
    const { before, category, name } = line;
    const zone = zones.get(row.zone) ?? '?';
    return [{ dossier: row.id, step: row.dossier.step, name, zone, category, before }];
  });
  return { list, rows, on };
}

function printOfRows(rows: readonly DossierRow[]): string {
  const ordered = rows.toSorted((a, b) => a.id - b.id);
  return printOf(ordered.map(({ dossier, id }) => ({ dossier: id, at: dossier })));
}
