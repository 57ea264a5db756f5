import { certificateSheet } from '../papers/certificate.ts';
import { decisionSheet } from '../papers/decision.ts';
import type { Sheet } from '../papers/paper.ts';
import { refusalSheet } from '../papers/refusal.ts';
import type { Query } from '../store/db.ts';
import type { ListLine } from '../store/lists.ts';
import { grouped } from './grouped.ts';
import { lastOf } from './last-of.ts';
import { paperHouseholds, type RoundSeen, type Seen } from './round-seen.ts';

type Decision = NonNullable<ListLine['decision']>;

/** The decisions on the lists of a round, one for each number, as the lists keep them. */
export async function decisionsOf(
  _: Query,
  { lists, setting, zoneOf }: RoundSeen,
): Promise<readonly Sheet[]> {
  return lists.flatMap(({ lines, n: list, opinion }) => {
    const decided = lines.flatMap(({ before, decision, name, zone }) =>
      decision === null || decision.category === null
        ? []
        : { ...decision, name, zone: zoneOf(zone).zone, before, category: decision.category },
    );
    const papers = grouped(decided, ({ number, on }) => `${on} ${number}`);
    return [...papers.values()].flatMap((of, at) => {
      const [first] = of;
      if (first === undefined) return [];
      return decisionSheet(
        setting,
        { list, decision: first.number, on: first.on, opinion, lines: of },
        at + 1,
      );
    });
  });
}

/** The certificate of each household that was recognised. */
export async function certificatesOf(q: Query, seen: RoundSeen): Promise<readonly Sheet[]> {
  const decided = decidedIn(seen, 'recognised');
  const named = await paperHouseholds(
    q,
    decided.map(({ household }) => household),
  );
  return decided.flatMap(({ decision: { category, number, on }, household: { row, steps } }) => {
    const household = named.get(row.id);
    if (household === undefined || category === null) return [];
    const certificate = lastOf(steps, 'certify')?.command.certificate ?? null;
    return certificateSheet(seen.setting, household, { category, decision: number, on, certificate });
  });
}

/** The refusal of each household that was not recognised. */
export async function refusalsOf(q: Query, seen: RoundSeen): Promise<readonly Sheet[]> {
  const decided = decidedIn(seen, 'declined');
  const named = await paperHouseholds(
    q,
    decided.map(({ household }) => household),
  );
  return decided.flatMap(({ decision: { number, on, reasons }, household: { row } }) => {
    const household = named.get(row.id);
    if (household === undefined) return [];
    return refusalSheet(seen.setting, household, {
      ...{ decision: number, on, reasons: reasons ?? '' },
      isLeaving: row.dossier.origin === 'leaving',
    });
  });
}

/** The households of the lists that are meant, of which the chairman decided so. */
function decidedIn(
  { households, lists }: RoundSeen,
  kind: Decision['kind'],
): readonly { readonly household: Seen; readonly decision: Decision }[] {
  return households.flatMap((household) => {
    const decision = household.line?.decision ?? null;
    const isMeant = lists.some(({ id }) => id === household.row.dossier.list);
    return isMeant && decision?.kind === kind ? { household, decision } : [];
  });
}
