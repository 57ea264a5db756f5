import type { Writing } from './meeting-step.ts';
import { groups, presentOf, type Guest, type Seat } from './seat.ts';

/** What a meeting said of one household. */
export type Counted = {
  readonly guest: Guest;
  readonly step: number;
  readonly present: number;
  readonly inFavour: number;
  /** What the chair said; null where the law names the share. */
  readonly agreed: boolean | null;
  readonly isEnough: boolean;
};

/** The votes as they were told, household by household. */
export function countedIn(
  { agreed, guests, mode, present: attendance, votes }: Writing,
  { agenda, share }: Seat,
): readonly Counted[] {
  const present = presentOf(attendance);
  return guests.flatMap(({ id, step }, at): readonly Counted[] => {
    const guest = agenda.find((each) => each.id === id);
    const inFavour = mode === 'all' ? present : votes[at];
    if (guest === undefined || inFavour === undefined) return [];
    const said = share === null ? mode === 'all' || agreed[at] === true : null;
    const isEnough = share === null ? said === true : inFavour * 100 >= present * share.percent;
    return [{ guest, step, present, inFavour, agreed: said, isEnough }];
  });
}

/** Who took part, by the names of the groups. */
export function attendanceOf(present: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(groups.map((group, at) => [group, present[at] ?? 0]));
}

/** The numbers as they were written down, in the order of the groups. */
export function presentFrom(attendance: Readonly<Record<string, number>>): readonly number[] {
  return groups.map((group) => attendance[group] ?? 0);
}
