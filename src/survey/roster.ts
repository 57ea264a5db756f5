import { fold } from '../input/fold.ts';
import type { Answer, ToldMember } from './answer.ts';
import type { Interview } from './interview.ts';

/** Who lives in the household, as told so far. */
export type Roster = Extract<Answer, { kind: 'members' }>;

/** One line of the telling. */
export type ToldLine = {
  readonly name: string;
  readonly relation: string | undefined;
  readonly birth: ToldMember['birth'];
};

/** The roster as it stands. */
export function rosterOf(interview: Interview): Roster {
  const answer = interview.answers['members'];
  return answer?.kind === 'members' ? answer : { kind: 'members', members: [], next: 1, done: false };
}

/** A member's birth, once told. */
export function withBirth(roster: Roster, id: string, birth: ToldMember['birth']): Roster {
  const members = roster.members.map((member) =>
    member.id === id ? { ...member, ...(birth ? { birth } : {}) } : member,
  );
  return { ...roster, members };
}

/**
 * A line about somebody new, or a better word about somebody told before this message: `before` is the roster as it
 * stood then. Each line of one message is a person of its own, for a family may have two called "con"; of an earlier
 * one with the same real name it says something more, of one called by a mere relation only if the birth was missing.
 */
export function place(roster: Roster, before: Roster, line: ToldLine): Roster {
  const known = before.members.find((member) => isSamePerson(member, line));
  if (known !== undefined) return line.birth === undefined ? roster : withBirth(roster, known.id, line.birth);
  const member: ToldMember = {
    id: `m${roster.next}`,
    name: freeName(roster, line.name),
    ...(line.relation === undefined ? {} : { relation: line.relation }),
    ...(line.birth === undefined ? {} : { birth: line.birth }),
  };
  return { ...roster, members: [...roster.members, member], next: roster.next + 1 };
}

function isSamePerson(member: ToldMember, { name, relation, birth }: ToldLine): boolean {
  if (!isSameName(member.name, name)) return false;
  if (birth !== undefined && member.birth === undefined) return true;
  const isOnlyRelation = name === relation;
  const isOtherRelation =
    relation !== undefined && member.relation !== undefined && fold(relation) !== fold(member.relation);
  return !isOnlyRelation && !isOtherRelation;
}

/** The name, numbered if somebody is called so already: "con", "con 2". */
function freeName(roster: Roster, name: string): string {
  const taken = (wanted: string) => roster.members.some((member) => isSameName(member.name, wanted));
  let number = 1;
  const numbered = () => (number === 1 ? name : `${name} ${number}`);
  while (taken(numbered())) number += 1;
  return numbered();
}

/** Tú and Tư are two people; "tu" typed without marks may be either, so it is the first who fits. */
function isSameName(known: string, typed: string): boolean {
  const [one, other] = [known, typed].map((name) => name.normalize('NFC').toLowerCase());
  return one === other || (other === fold(typed) && fold(known) === fold(typed));
}
