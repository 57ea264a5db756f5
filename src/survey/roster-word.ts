import type { Birth } from '../input/birth.ts';
import { fold } from '../input/fold.ts';
import { parseMemberLine } from '../input/member-line.ts';
import type { ToldMember } from './answer.ts';
import { memberCalled, type Roster } from './roster.ts';

/** A line that says something of the list instead of telling a person. */
export type RosterWord =
  | { readonly kind: 'remove'; readonly member: ToldMember }
  /** "bo Hung" may be "bỏ Hùng" (without Hùng) as well as "bố Hùng" (father Hùng). */
  | { readonly kind: 'perhaps-remove'; readonly member: ToldMember }
  | { readonly kind: 'change'; readonly member: ToldMember; readonly birth: Birth | null }
  | { readonly kind: 'no-such' };

const REMOVE = /^(?:xóa|xoá|xoa|bỏ(?! qua)|bớt|remove|delete)(?: (.+))?$/iu;
const PERHAPS_REMOVE = /^bo (.+)$/i;
const CHANGE = /^(?:sửa|đổi|chỉnh|change)(?: lại)?(?: (.+))?$/iu;
// "Sua" and "Doi" are names too, so without marks somebody must be called what follows.
const PERHAPS_CHANGE = /^(?:sua|doi|chinh)(?: lai)? (.+)$/i;
const BEHIND = / (?:ra|đi|di|giúp|giup|giùm|gium|hộ|ho)(?: .*)?$/iu;

/** Reads "xóa Lan", "bỏ Hùng ra", "sửa Lan 1986"; null for a line that tells a person. */
export function readRosterWord(line: string, roster: Roster, thisYear: number): RosterWord | null {
  const said = line.normalize('NFC').replace(/\s+/g, ' ').trim();
  const removed = REMOVE.exec(said);
  if (removed !== null) {
    const member = find(roster, removed[1] ?? '');
    return member === undefined ? { kind: 'no-such' } : { kind: 'remove', member };
  }
  const perhaps = find(roster, PERHAPS_REMOVE.exec(said)?.[1] ?? '');
  if (perhaps !== undefined) return { kind: 'perhaps-remove', member: perhaps };
  const changed = CHANGE.exec(said);
  if (changed !== null) return change(roster, changed[1] ?? '', thisYear) ?? { kind: 'no-such' };
  const unmarked = PERHAPS_CHANGE.exec(said)?.[1];
  return unmarked === undefined ? null : change(roster, unmarked, thisYear);
}

function find(roster: Roster, wanted: string): ToldMember | undefined {
  if (fold(wanted) === '') return undefined;
  return memberCalled(roster, wanted) ?? memberCalled(roster, wanted.replace(BEHIND, ''));
}

function change(roster: Roster, wanted: string, thisYear: number): RosterWord | null {
  const line = parseMemberLine(wanted, thisYear);
  if (line.kind === 'refused') return null;
  const member = memberCalled(roster, wanted) ?? memberCalled(roster, line.name);
  return member === undefined ? null : { kind: 'change', member, birth: line.birth };
}
