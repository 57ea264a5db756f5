import { effectiveAnswers } from '../desk/subject.ts';
import { movementOf, staysAsListed } from '../procedure/movement.ts';
import { isEnded } from '../procedure/state.ts';
import { sameHousehold } from '../procedure/taken.ts';
import type { Birth, ReportFinding, ReportHousehold, ReportMember } from '../report/household.ts';
import type { Review } from '../review/review.ts';
import type { ReportRow } from '../store/reports.ts';
import { groups } from '../support/groups.ts';
import { policies } from '../support/policies.ts';
import { membersOf, nameOf, relationTold, type ToldMember } from '../survey/answer.ts';
import { ageOf } from '../survey/member-gap.ts';
import { borders } from '../surveys/concerns.ts';
import { isIndicator, readingSchema } from '../surveys/reading.ts';

/** A household as the report counts it, from what the round has kept of it. */
export function reportedOf(row: ReportRow): ReportHousehold {
  const { dossier, told } = row;
  const { before, decided, state } = dossier;
  const members = told === null ? [] : membersOf(effectiveAnswers(told));
  const on = told?.interview.on ?? dossier.since;
  const isDecided = isEnded(state) || state === 'recognised';
  // Who was declined is not recognised as anything; who was taken off or went away is not either.
  const after = isDecided ? decided : null;
  const stays = before !== null && staysAsListed(dossier);
  const [first] = members;
  return {
    dossier: row.id,
    zone: row.zone,
    name: first === undefined ? (row.listed?.name ?? '?') : nameOf(first),
    state,
    isTwin: row.removedFor === sameHousehold,
    before,
    after,
    isOpen: !isDecided,
    movement: isDecided ? movementOf(before, row.stoodEarlier, stays ? before : after) : null,
    people: members.length > 0 ? members.length : (row.listed?.people ?? null),
    members: members.length > 0 ? members.map((member) => memberOf(member, on)) : null,
    groups: row.groups === null ? null : groups.map(({ id }) => id).filter((id) => row.groups?.includes(id)),
    causes: told === null ? null : told.review.causes,
    findings: told === null ? null : findingsOf(told.review),
    supports: row.supports.map((support) => ({
      ...support,
      name: policies.find(({ id }) => id === support.policy)?.name ?? null,
    })),
  };
}

function memberOf(member: ToldMember, on: string): ReportMember {
  const { max, min } = ageOf(member, on);
  return {
    id: member.id,
    name: nameOf(member),
    relation: relationTold(member) ?? null,
    birth: birthOf(member.birth),
    isChild: max < borders.adult ? true : min >= borders.adult ? false : null,
  };
}

function birthOf(birth: ToldMember['birth']): Birth | null {
  if (birth === undefined || birth.kind === 'unknown') return null;
  return birth.kind === 'born'
    ? { kind: 'year', year: birth.year }
    : { kind: 'age', years: birth.years, on: birth.saidOn };
}

/** What the last reading by the national standard found: it is of the answers as they were verified. Those before it are not opened. */
function findingsOf({ readings }: Review): readonly ReportFinding[] | null {
  const last = readings.at(-1);
  const [national] = last === undefined ? [] : readingSchema.parse(last.reading).assessments;
  if (national === undefined) return null;
  return national.findings.flatMap(({ members, rule, verdict }) =>
    isIndicator(rule) && verdict !== 'under' && verdict !== 'over'
      ? [{ indicator: rule, verdict, members }]
      : [],
  );
}
