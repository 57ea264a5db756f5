import type { Paper } from '../../office/ward/paper.ts';
import type { Command } from '../../procedure/command.ts';
import { movementOf } from '../../procedure/movement.ts';
import type { Query } from '../../store/db.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { type ListLine, stoodEarlier, type WardList } from '../../store/lists.ts';
import { roundById } from '../../store/rounds.ts';

type Written = {
  readonly paper: Paper;
  readonly commands: ReadonlyMap<number, Command>;
  readonly done: readonly DossierRow[];
};

/** A list after a paper was written down for some of its households, with how each moved between two lists. */
export async function linesAfter(
  q: Query,
  list: WardList,
  { commands, done, paper }: Written,
): Promise<WardList> {
  const { listYear } = await roundById(q, list.round);
  const earlier = await stoodEarlier(
    q,
    done.flatMap(({ listed }) => listed ?? []),
    listYear,
  );
  const lines = list.lines.map((line) => {
    const row = done.find(({ id }) => id === line.dossier);
    const command = commands.get(line.dossier);
    if (row === undefined || command === undefined) return line;
    return { ...line, ...written(command, line, row.listed !== null && earlier.has(row.listed)) };
  });
  const { by, number, on } = paper;
  const opinion = paper.paper === 'opinion' && done.length > 0 ? { by, number, on } : list.opinion;
  return { ...list, lines, opinion };
}

function written(command: Command, { before }: ListLine, wasEarlier: boolean): Partial<ListLine> {
  switch (command.kind) {
    case 'advise':
      return { opinion: { agrees: command.agrees, note: command.note } };
    case 'recognise': {
      const { category, decision: number, on } = command;
      const isPoor = category === 'poor' || category === 'near-poor';
      const movement = movementOf(before, wasEarlier, category);
      const kind = isPoor ? 'recognised' : 'released';
      return { decision: { kind, category, reasons: null, number, on, movement } };
    }
    case 'decline': {
      const { decision: number, on, reasons } = command;
      const movement = movementOf(before, wasEarlier, null);
      return { decision: { kind: 'declined', category: null, reasons, number, on, movement } };
    }
    default:
      return {};
  }
}
