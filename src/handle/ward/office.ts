import { isDiffering } from '../../desk/subject.ts';
import { type Household, isWithHead, lacksOf, type Named } from '../../office/ward/household.ts';
import { partiesOf, wardsAs } from '../../procedure/party.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { postedUntil } from '../../store/postings.ts';
import { actingHeads } from '../../store/posts.ts';
import { reviewsOf } from '../../store/progress.ts';
import { type Round, roundsOf } from '../../store/rounds.ts';
import { zoneNames } from '../../store/zones.ts';
import { actingFrom } from '../procedure/follow.ts';
import type { Acting } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';
import type { Turn } from '../turn.ts';

/** Somebody at the office of a ward, as of this moment: a post that was taken away is not here any more. */
export type Office = {
  readonly turn: Turn;
  readonly acting: Acting;
  /** The wards in which they are the officer, and those in which they write down decisions. */
  readonly officer: readonly number[];
  readonly recorder: readonly number[];
};

/** With which posts somebody acts now. */
export async function officeOf(turn: Turn): Promise<Office> {
  const acting = await actingFrom(turn);
  const { wardPosts } = acting.person;
  return { turn, acting, officer: wardsAs('officer', wardPosts), recorder: wardsAs('recorder', wardPosts) };
}

/** A round of a ward in which somebody is the officer; null for every other. */
export async function officersRound({ acting, officer }: Office, id: number): Promise<Round | null> {
  const rounds = await Promise.all(officer.map((ward) => roundsOf(acting.q, ward)));
  return rounds.flat().find((round) => round.id === id) ?? null;
}

/** What the office sees of these dossiers. What they lack is looked for only where it is shown: it takes reading each case. */
export async function seenOf(
  office: Office,
  rows: readonly DossierRow[],
  depth: 'plain' | 'whole',
): Promise<readonly Household[]> {
  const { acting } = office;
  const untils = await lastDays(office, rows);
  const forms = await formsOf(office, depth === 'whole' ? rows : []);
  const heads = await headsBy(office, depth === 'whole' ? rows : []);
  return rows.map((row) => {
    const { deputies, dossier: at, due, id, kin, owner, zone } = row;
    const form = forms.get(row.case ?? 0) ?? null;
    const here = heads.get(zone) ?? [];
    const isApart = here.length > 0 && here.every((head) => head === owner || kin.includes(head));
    const parties = partiesOf(acting.person, { ...row, rechecker: at.rechecker });
    return {
      dossier: id,
      zone,
      at,
      category: at.proposed ?? form?.official?.category ?? null,
      due,
      postedUntil: at.posting === null ? null : (untils.get(at.posting) ?? null),
      isOwn: !parties.includes('officer'),
      needsDeputy: isApart && deputies.length === 0 && isWithHead({ at }),
      lacks: depth === 'whole' ? lacksOf(at, form) : [],
    };
  });
}

/** The same with what each household and its zone are called. */
export async function namedOf<Each extends Household>(
  { acting }: Office,
  households: readonly Each[],
  rows: readonly DossierRow[],
): Promise<readonly (Each & Named)[]> {
  const wanted = rows.filter(({ id }) => households.some(({ dossier }) => dossier === id));
  const names = await namesOf(acting.q, wanted);
  const zones = await zoneNames(
    acting.q,
    wanted.map(({ zone }) => zone),
  );
  return households.map((each) => ({
    ...each,
    name: names.get(each.dossier) ?? '?',
    zoneName: zones.get(each.zone) ?? '?',
  }));
}

async function lastDays(
  { acting }: Office,
  rows: readonly DossierRow[],
): Promise<ReadonlyMap<number, string>> {
  const postings = [...new Set(rows.flatMap(({ dossier }) => dossier.posting ?? []))];
  const days = await Promise.all(postings.map(async (id) => [id, await postedUntil(acting.q, id)] as const));
  return new Map(days.flatMap(([id, day]) => (day === null ? [] : [[id, day] as const])));
}

async function formsOf({ acting }: Office, rows: readonly DossierRow[]) {
  const reviews = await reviewsOf(
    acting.q,
    rows.flatMap((row) => row.case ?? []),
  );
  return new Map(
    [...reviews].map(([id, review]) => {
      const { causes, official } = review;
      const category = official?.category ?? null;
      return [id, { official, causes, isDiffering: category !== null && isDiffering(category, { review }) }];
    }),
  );
}

async function headsBy(
  { acting, turn }: Office,
  rows: readonly DossierRow[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const zones = [...new Set(rows.map(({ zone }) => zone))];
  return new Map(
    await Promise.all(
      zones.map(async (zone) => [zone, await actingHeads(acting.q, zone, turn.today)] as const),
    ),
  );
}
