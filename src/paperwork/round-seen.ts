import { effectiveAnswers } from '../desk/subject.ts';
import { namesOf } from '../handle/procedure/names.ts';
import type { PaperHousehold, PaperMember } from '../papers/household.ts';
import type { Setting } from '../papers/head.ts';
import { zonesOf, wardName } from '../store/areas.ts';
import { casesOf } from '../store/cases.ts';
import type { Query } from '../store/db.ts';
import { type DossierRow, dossiersOfRound } from '../store/dossiers.ts';
import { listsOf, type ListLine, type WardList } from '../store/lists.ts';
import { listedDetails } from '../store/progress.ts';
import { type Round, roundById } from '../store/rounds.ts';
import { type KeptStep, stepsOfRound } from '../store/steps.ts';
import { addressOf, membersOf, nameOf, relationTold, type ToldMember } from '../survey/answer.ts';
import { grouped } from './grouped.ts';
import { NoPaper, type PaperRequest } from './request.ts';

/** A household of the round with what was kept of it at each step. */
export type Seen = {
  readonly row: DossierRow;
  readonly zone: string;
  readonly steps: readonly KeptStep[];
  /** Its place on the list with which it went up last. */
  readonly line: ListLine | null;
};
type Zone = { readonly id: number; readonly name: string; readonly code: string };

/** A round as its papers see it. */
export type RoundSeen = {
  readonly setting: Setting;
  readonly round: Round;
  /** Is the zone one of those that are asked for? */
  readonly isMeant: (zone: number) => boolean;
  /** The name and the code of a zone of the ward; empty where it is none any more, which stops a paper. */
  readonly zoneOf: (zone: number) => { readonly zone: string; readonly zoneCode: string };
  readonly lists: readonly WardList[];
  readonly households: readonly Seen[];
};

/** Reads a round, and the households of it that are asked for. */
export async function roundSeen(q: Query, request: PaperRequest): Promise<RoundSeen> {
  const round = await roundById(q, request.round).catch(() => {
    throw new NoPaper(`There is no round ${request.round}. See: round list --ward …`);
  });
  const ward = await wardName(q, round.ward);
  const zones = new Map((await zonesOf(q, round.ward)).map((zone) => [zone.id, zone]));
  const only = request.zone === undefined ? null : zoneCalled([...zones.values()], request.zone);
  const rows = (await dossiersOfRound(q, round)).filter(
    ({ id, zone }) =>
      // Minutes hold all that were voted on, also who moved to another zone since.
      (request.paper === 'minutes' || only === null || zone === only.id) &&
      (request.dossier === undefined || id === request.dossier),
  );
  const lists = await listsOf(q, round.id);
  const steps = grouped(await stepsOfRound(q, round.id), ({ dossier }) => dossier);
  return {
    setting: { ward, listYear: round.listYear, procedure: round.procedure },
    round,
    isMeant: (zone) => only === null || zone === only.id,
    zoneOf: (zone) => ({ zone: zones.get(zone)?.name ?? '', zoneCode: zones.get(zone)?.code ?? '' }),
    lists: lists.filter(({ n }) => request.list === undefined || n === request.list),
    households: rows.map((row) => ({
      row,
      zone: zones.get(row.zone)?.name ?? '',
      steps: steps.get(row.id) ?? [],
      line: lineOf(lists, row),
    })),
  };
}

/** The households as papers name them: by the list on which they went up, else as they are called now. */
export async function paperHouseholds(
  q: Query,
  seen: readonly Seen[],
): Promise<ReadonlyMap<number, PaperHousehold>> {
  const rows = seen.map(({ row }) => row);
  const names = await namesOf(q, rows);
  const listed = await listedDetails(
    q,
    rows.flatMap(({ listed: id }) => id ?? []),
  );
  const cases = new Map(
    (
      await casesOf(
        q,
        rows.flatMap((row) => row.case ?? []),
      )
    ).map((each) => [each.id, each]),
  );
  return new Map(
    seen.map(({ line, row, zone }) => {
      const told = row.case === null ? undefined : cases.get(row.case);
      const answers = told === undefined ? {} : effectiveAnswers(told);
      const onList = row.listed === null ? undefined : listed.get(row.listed);
      return [
        row.id,
        {
          dossier: row.id,
          zone,
          name: line?.name ?? nameIn(names, row.id),
          address: addressOf(answers) ?? onList?.address ?? null,
          before: row.dossier.before,
          members: membersOf(answers).map(memberOf),
        },
      ];
    }),
  );
}

/** By what these households are called now; null where nobody has said it. */
export async function namesNow(q: Query, seen: readonly Seen[]): Promise<(id: number) => string | null> {
  const names = await namesOf(
    q,
    seen.map(({ row }) => row),
  );
  return (id) => nameIn(names, id);
}

function nameIn(names: ReadonlyMap<number, string>, id: number): string | null {
  const name = names.get(id);
  return name === undefined || name === '?' ? null : name;
}

function memberOf(member: ToldMember): PaperMember {
  return { name: nameOf(member), relation: relationTold(member) ?? null, birth: birthWords(member.birth) };
}

/** As it was told: "5/1984", "1984", or "42 tuổi" with the day on which that was said. */
function birthWords(birth: ToldMember['birth']): string | null {
  if (birth === undefined || birth.kind === 'unknown') return null;
  if (birth.kind === 'age')
    return `${birth.years} tuổi (kể ngày ${birth.saidOn.split('-').toReversed().join('/')})`;
  return birth.month === undefined || birth.month === null
    ? String(birth.year)
    : `${birth.month}/${birth.year}`;
}

function lineOf(lists: readonly WardList[], { dossier, id }: DossierRow): ListLine | null {
  const list = lists.find((each) => each.id === dossier.list);
  return list?.lines.find((line) => line.dossier === id) ?? null;
}

function zoneCalled(zones: readonly Zone[], code: string): Zone {
  const found = zones.find((zone) => zone.code === code);
  if (found === undefined) throw new NoPaper(`There is no zone with the code "${code}" in this ward.`);
  return found;
}
