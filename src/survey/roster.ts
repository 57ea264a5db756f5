import { fold } from '../input/fold.ts';
import { isSelf } from '../input/relation.ts';
import type { Answer, ToldMember } from './answer.ts';
import { nameOf } from './answer.ts';
import type { Interview } from './interview.ts';

/** Who lives in the household, as told so far. */
export type Roster = Extract<Answer, { kind: 'members' }>;

/** One line of the telling; `isSpeaker`: it says "tôi" and no name. */
export type ToldLine = {
  readonly name: string;
  readonly isSpeaker: boolean;
  readonly relation: string | undefined;
  readonly birth: ToldMember['birth'];
};

/** The roster as it stands. */
export function rosterOf(interview: Interview): Roster {
  const answer = interview.answers['members'];
  return answer?.kind === 'members' ? answer : { kind: 'members', members: [], next: 1, done: false };
}

/** A member's birth, once told; without one it is open again. */
export function withBirth(roster: Roster, id: string, birth: ToldMember['birth']): Roster {
  const members = roster.members.map((member) => {
    if (member.id !== id) return member;
    const { birth: _, ...rest } = member;
    return birth === undefined ? rest : { ...rest, birth };
  });
  return { ...roster, members };
}

/** The name of one who was told as "tôi"; null: it is not to be said, and is asked no more. */
export function withName(roster: Roster, id: string, name: string | null): Roster {
  const members = roster.members.map((member) => {
    if (member.id !== id) return member;
    const { unnamed: _, ...rest } = member;
    return name === null ? rest : { ...rest, name: freeName(roster, name) };
  });
  return { ...roster, members };
}

/** Takes somebody off the roster. */
export function without(roster: Roster, id: string): Roster {
  return { ...roster, members: roster.members.filter((member) => member.id !== id), done: false };
}

/** The member who is called so, by name or by place in the list; who is spelled just so before who only sounds so. */
export function memberCalled(roster: Roster, wanted: string): ToldMember | undefined {
  const { members } = roster;
  const plain = (text: string) => text.normalize('NFC').toLowerCase().trim();
  return (
    members.find((member) => [member.name, nameOf(member)].some((name) => plain(name) === plain(wanted))) ??
    members.find(
      (member, index) =>
        String(index + 1) === fold(wanted) ||
        [member.name, nameOf(member)].some((name) => fold(name) === fold(wanted)),
    )
  );
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
    ...(line.isSpeaker ? { unnamed: true as const } : {}),
    ...(line.birth === undefined ? {} : { birth: line.birth }),
  };
  return { ...roster, members: [...roster.members, member], next: roster.next + 1 };
}

function isSamePerson(member: ToldMember, { name, relation, birth, isSpeaker }: ToldLine): boolean {
  if (isSpeaker && member.relation !== undefined && isSelf(member.relation)) return true;
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
