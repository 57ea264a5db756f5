import { likeness, readSide, type ReadSide, suspected } from './match/likeness.ts';
import type { Query } from './store/db.ts';
import { type Listed, listedIn } from './store/listed.ts';
import { casesIn, keepSuspicions, listBefore, lockZone, type SentCase } from './store/matches.ts';
import { addressOf, type Answers, membersOf, placeOf } from './survey/answer.ts';

/**
 * Compares what the households of a zone sent with the list of the year before and with one another, and keeps what is
 * alike as suspected; `only` is the case that has just come in. Again it changes nothing, and it never stops anybody.
 */
export async function suspect(q: Query, zone: number, now: Date, only?: number): Promise<void> {
  await lockZone(q, zone);
  const all = (await casesIn(q, zone)).flatMap(caseSides);
  const compared = only === undefined ? all : all.filter(({ id }) => id === only);
  const lists = await listsFor(q, zone, compared);
  const found = compared.flatMap((row) => [
    ...besideListed(row, lists.get(row.interview.listYear) ?? []),
    ...besideCases(row, all),
  ]);
  const alike = found.filter(({ score }) => score >= suspected);
  await keepSuspicions(
    q,
    alike.map((each) => ({ ...each, zoneId: zone, state: 'suspected' as const, foundAt: now })),
  );
}

type CaseSide = SentCase & { readonly ward: number; readonly side: ReadSide };
type ListedSide = Listed & { readonly side: ReadSide };

function caseSides(row: SentCase): readonly CaseSide[] {
  const { answers } = row.interview;
  const place = placeOf(answers);
  return place === null ? [] : [{ ...row, ward: place.ward, side: sideOfAnswers(answers) }];
}

function besideListed(row: CaseSide, list: readonly ListedSide[]) {
  return list.map((listed) => ({
    wardId: row.ward,
    caseId: row.id,
    listedId: listed.id,
    score: likeness(row.side, listed.side).score,
  }));
}

function besideCases(row: CaseSide, all: readonly CaseSide[]) {
  return all
    .filter(({ id, interview }) => id !== row.id && interview.listYear === row.interview.listYear)
    .map((other) => ({
      wardId: row.ward,
      caseId: Math.max(row.id, other.id),
      otherCaseId: Math.min(row.id, other.id),
      score: likeness(row.side, other.side).score,
    }));
}

/** The list that each year's cases are compared with. */
async function listsFor(
  q: Query,
  zone: number,
  compared: readonly SentCase[],
): Promise<ReadonlyMap<number, readonly ListedSide[]>> {
  const lists = new Map<number, readonly ListedSide[]>();
  for (const year of new Set(compared.map(({ interview }) => interview.listYear))) {
    const before = await listBefore(q, zone, year);
    const listed = before === null ? [] : await listedIn(q, zone, before);
    lists.set(
      year,
      listed.map((each) => ({ ...each, side: sideOfListed(each) })),
    );
  }
  return lists;
}

/** A household of the list, to be compared. */
export function sideOfListed({ name, address, people }: Listed): ReadSide {
  return readSide({ names: [name], address, people });
}

/** What a household told of itself, to be compared. */
export function sideOfAnswers(answers: Answers): ReadSide {
  const members = membersOf(answers);
  return readSide({
    names: members.map(({ name }) => name),
    address: addressOf(answers),
    people: members.length,
  });
}
