import { nextWorkingDay, previousWorkingDay } from '../calendar/working-days.ts';
import type { Party } from './party.ts';

/** How far somebody was reminded of a step: a working day before its deadline, on its day, after it. */
export const reminderLevels = ['before', 'today', 'late'] as const;
export type ReminderLevel = (typeof reminderLevels)[number];

/**
 * Of what is to be reminded on a working day, or null. `given` is how many levels came before; what a day brings twice
 * (after the program was off) is told once, by what is true now. On the day of the step itself nobody is pressed.
 */
export function levelOn(
  today: string,
  { dueOn, given, since }: { readonly dueOn: string; readonly given: number; readonly since: string },
): ReminderLevel | null {
  const level = today > dueOn ? 'late' : today === dueOn ? 'today' : 'before';
  if (level === 'before' && (today <= since || today < previousWorkingDay(dueOn).day)) return null;
  return countOf(level) > given ? level : null;
}

/** How many levels have been given with this one. */
export function countOf(level: ReminderLevel): number {
  return reminderLevels.indexOf(level) + 1;
}

/** The last day whose deadlines are to be spoken of on this one. */
export function horizonOf(today: string): string {
  return nextWorkingDay(today).day;
}

/** Who hears of it when it is late, beside those who must act; null where nobody stands above them. */
export const above: Readonly<Record<Party, 'head' | 'officer' | null>> = {
  household: 'head',
  neighbour: null,
  collaborator: 'head',
  head: 'officer',
  rechecker: 'officer',
  officer: null,
  recorder: 'officer',
};

/** As what somebody is reminded. */
export const remindedAs = ['household', 'head', 'rechecker', 'officer', 'recorder'] as const;

/** Those who act on a household, by what they are to it. */
export type People = Readonly<Record<(typeof remindedAs)[number], readonly number[]>>;

/** How it is said: by the level, or that nobody is there to act. */
export const reminderTones = [...reminderLevels, 'nobody'] as const;
export type Tone = (typeof reminderTones)[number];

/**
 * Who hears what. Where nobody is there to act the office hears of it at once; late, whoever stands above does, and who
 * must act too if they were not reminded before.
 */
export function heardOf(
  party: Party,
  { given, level }: { readonly given: number; readonly level: ReminderLevel | null },
  people: People,
): readonly { readonly person: number; readonly as: keyof People; readonly tone: Tone }[] {
  const by = (as: keyof People, tone: Tone) => people[as].map((person) => ({ person, as, tone }));
  const acting = actingAs(party);
  const own = people[acting];
  if (own.length === 0 && level !== 'late') return level === null && given > 0 ? [] : by('officer', 'nobody');
  if (level === null) return [];
  if (level !== 'late') return by(acting, level);
  const upper = above[party];
  if (upper === null) return by(acting, level);
  const higher = people[upper].length > 0 ? by(upper, level) : by('officer', level);
  return given > 0 ? higher : [...by(acting, level), ...higher];
}

/** Neighbours and collaborators never must act next. */
function actingAs(party: Party): keyof People {
  return party === 'neighbour' || party === 'collaborator' ? 'head' : party;
}
