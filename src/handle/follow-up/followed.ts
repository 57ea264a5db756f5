import { effectiveAnswers, readingsOf } from '../../desk/subject.ts';
import type { Followed, Promised } from '../../office/follow-up.ts';
import { movementOf } from '../../procedure/movement.ts';
import { casesOf } from '../../store/cases.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { groupsOf, type KeptSupport, latestVisits, supportsOf } from '../../store/follow-up.ts';
import { zoneNames } from '../../store/zones.ts';
import { type GroupId, groups } from '../../support/groups.ts';
import { openQuestions } from '../../support/open-questions.ts';
import { policies } from '../../support/policies.ts';
import { type Need, supportsFor } from '../../support/supports-for.ts';
import type { Visited } from '../../support/visit-order.ts';
import { placeOf } from '../../survey/answer.ts';
import { isIndicator } from '../../surveys/reading.ts';
import { namesOf } from '../procedure/names.ts';
import type { Turn } from '../turn.ts';

/** What of a household's verified case tells which support fits it. */
type Told = Pick<Need, 'area' | 'causes' | 'deprived'>;

/** A recognised household with all that is known for caring for it. */
export async function followedOf(turn: Turn, row: DossierRow, as: Followed['as']): Promise<Followed> {
  const { q, today } = turn;
  const { dossier, id } = row;
  const category = dossier.decided ?? 'none';
  const own = (await groupsOf(q, [id])).get(id) ?? null;
  const told = (await toldBy(turn, [row])).get(id) ?? nothingTold;
  const need: Need = {
    on: today,
    category,
    leftPovertyOn: dossier.state === 'released' ? dossier.since : null,
    groups: known(own ?? []),
    ...told,
  };
  const promised = (await supportsOf(q, id)).flatMap(named);
  const visit = (await latestVisits(q, [id])).get(id) ?? null;
  return {
    as,
    dossier: id,
    step: dossier.step,
    name: (await namesOf(q, [row])).get(id) ?? '?',
    zone: (await zoneNames(q, [row.zone])).get(row.zone) ?? '?',
    category,
    movement: movementOf(dossier.before, false, category),
    groups: own === null ? null : known(own),
    causes: told.causes,
    promised,
    open: supportsFor(need).filter(({ policy }) => !promised.some((each) => each.policy === policy.id)),
    unmet: openQuestions(need),
    lastVisit: visit === null ? null : { on: visit.on, note: visit.note },
    nextVisit: visit?.next ?? null,
  };
}

/** The same households as they are put in order for visits. */
export async function visitedOf(turn: Turn, rows: readonly DossierRow[]): Promise<readonly Visited[]> {
  const told = await toldBy(turn, rows);
  const own = await groupsOf(
    turn.q,
    rows.map(({ id }) => id),
  );
  return rows.map(({ dossier, id }) => {
    const { causes, deprived } = told.get(id) ?? nothingTold;
    return { id, category: dossier.decided ?? 'none', groups: known(own.get(id) ?? []), causes, deprived };
  });
}

const nothingTold: Told = { area: 'urban', causes: [], deprived: [] };

/** What the verified cases of these households say: causes by the head, and what they lack by the reading that stands. */
async function toldBy({ q }: Turn, rows: readonly DossierRow[]): Promise<ReadonlyMap<number, Told>> {
  const cases = await casesOf(
    q,
    rows.flatMap((row) => (row.case === null ? [] : [row.case])),
  );
  return new Map(
    rows.flatMap((row) => {
      const found = cases.find(({ id }) => id === row.case);
      if (found === undefined) return [];
      const [last] = readingsOf(found.review).last;
      const area = placeOf(effectiveAnswers(found))?.area ?? 'urban';
      const deprived = (last?.findings ?? [])
        .filter(({ verdict }) => verdict === 'deprived')
        .map(({ rule }) => rule);
      return [
        [row.id, { area, causes: found.review.causes, deprived: deprived.filter(isIndicator) }] as const,
      ];
    }),
  );
}

function named({ policy, ...rest }: KeptSupport): readonly Promised[] {
  const found = policies.find(({ id }) => id === policy);
  return found === undefined ? [] : [{ policy, name: found.name, ...rest }];
}

function known(ids: readonly string[]): readonly GroupId[] {
  return groups.map(({ id }) => id).filter((id) => ids.includes(id));
}
