import { ageRange } from '../input/birth.ts';
import type { ToldMember } from './answer.ts';
import { membersOf } from './answer.ts';
import type { Interview } from './interview.ts';

/** What is still to be told of a member: a name, when they were born, or in which month, because an age that matters hangs on it. */
export type MemberGap = {
  readonly member: ToldMember;
  readonly lacks: 'own-name' | 'birth' | 'month';
  readonly year: number;
};

/** The first member of whom something is still to be told. */
export function memberGap(borders: readonly number[], interview: Interview): MemberGap | null {
  return gapIn(membersOf(interview.answers), borders, interview.on);
}

/** The same over a given list. */
export function gapIn(
  members: readonly ToldMember[],
  borders: readonly number[],
  on: string,
): MemberGap | null {
  for (const member of members) {
    const birth = member.birth;
    if (member.unnamed === true) return { member, lacks: 'own-name', year: 0 };
    if (birth === undefined) return { member, lacks: 'birth', year: 0 };
    if (birth.kind !== 'born' || birth.month !== undefined) continue;
    const { min, max } = ageOf(member, on);
    if (borders.some((border) => min < border && border <= max))
      return { member, lacks: 'month', year: birth.year };
  }
  return null;
}

/** Completed years on a day; from 0 to 120 when nobody knows. */
export function ageOf(member: ToldMember, on: string): { readonly min: number; readonly max: number } {
  const birth = member.birth;
  if (birth === undefined || birth.kind === 'unknown') return { min: 0, max: 120 };
  if (birth.kind === 'age') return ageRange({ kind: 'age', years: birth.years }, on, birth.saidOn);
  const month = birth.month ?? undefined;
  return ageRange({ kind: 'born', year: birth.year, ...(month === undefined ? {} : { month }) }, on, on);
}
