import { parseBirth } from '../input/birth.ts';
import type { Option } from '../input/choose.ts';
import { fold } from '../input/fold.ts';
import { parseMemberLines } from '../input/member-line.ts';
import { parseCount } from '../input/number.ts';
import { isUnknown } from '../input/yes-no.ts';
import { nameOf, type ToldMember } from './answer.ts';
import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import type { MemberGap } from './member-gap.ts';
import { memberGap } from './member-gap.ts';
import type { Question } from './question.ts';
import { place, type Roster, rosterOf, withBirth } from './roster.ts';

type MembersQuestion = Extract<Question, { kind: 'members' }>;

const removeWords = /^(xoa|remove|delete)\s+(.+)$/;

/** Members as people tell them: a line each, an age asked after, a name to take off, "that is all". */
export function hearMembers(
  question: MembersQuestion,
  text: string,
  interview: Interview,
  offered: readonly Option[],
): Heard {
  const roster = rosterOf(interview);
  const gap = memberGap(question.borders, interview);
  if (gap !== null) return hearGap(gap, text, roster, interview);
  const said = fold(text);
  if (isDone(text, offered)) return finish(roster);
  const removed = removeWords.exec(said)?.[2];
  if (removed !== undefined) return remove(roster, removed);
  if (isUnknown(text)) return refused('members-unknown');
  return add(roster, text, interview);
}

/** The one choice that stands there is that all are told: said as its number, its words, or a word for it. */
function isDone(text: string, offered: readonly Option[]): boolean {
  const said = fold(text);
  return offered.some(
    (offer, index) => said === String(index + 1) || offer.words.some((word) => fold(word) === said),
  );
}

/** The roster is complete, or is it? */
export function finish(roster: Roster): Heard {
  return roster.members.length === 0 ? refused('members-none') : answered({ ...roster, done: true });
}

function hearGap(gap: MemberGap, text: string, roster: Roster, interview: Interview): Heard {
  if (gap.lacks === 'month') return hearMonth(gap, text, roster);
  if (isUnknown(text)) return answered(withBirth(roster, gap.member.id, { kind: 'unknown' }));
  const draft = interview.draft;
  if (draft?.kind === 'birth') {
    const said = fold(text);
    if (/^(1$|tuoi|age|.*\btuoi\b)/.test(said))
      return answered(withBirth(roster, gap.member.id, age(draft.age, interview)));
    if (/^(2$|sinh|born|nam|sn)/.test(said))
      return answered(withBirth(roster, gap.member.id, { kind: 'born', year: draft.year }));
  }
  const birth = parseBirth(text, thisYear(interview));
  if (birth === null) return hearLines(gap, text, roster, interview);
  switch (birth.kind) {
    case 'ambiguous':
      return {
        kind: 'draft',
        draft: { kind: 'birth', member: gap.member.id, age: birth.age, year: birth.year },
      };
    case 'refused':
      return refused(`birth-${birth.why}`);
    case 'age':
      return answered(withBirth(roster, gap.member.id, age(birth.years, interview)));
    case 'born':
      return answered(withBirth(roster, gap.member.id, birth));
    default:
      return birth satisfies never;
  }
}

/** Not an age: perhaps lines with names, of the one who was asked about or of others, who are added. */
function hearLines(gap: MemberGap, text: string, roster: Roster, interview: Interview): Heard {
  const lines = parseMemberLines(text, thisYear(interview));
  const told = lines.some(({ result }) => result.kind === 'member' && result.birth !== null);
  return told ? add(roster, text, interview) : refused('birth', { name: nameOf(gap.member) });
}

function hearMonth(gap: MemberGap, text: string, roster: Roster): Heard {
  const born = { kind: 'born' as const, year: gap.year };
  if (isUnknown(text)) return answered(withBirth(roster, gap.member.id, { ...born, month: null }));
  const month = parseCount(fold(text).replace(/^(thang|thg|month|t)\s*/, ''), {
    min: 1,
    max: 12,
    decimals: 'refuse',
  });
  return month.kind === 'number'
    ? answered(withBirth(roster, gap.member.id, { ...born, month: month.value }))
    : refused('month', { name: gap.member.name });
}

function remove(roster: Roster, wanted: string): Heard {
  const at = roster.members.findIndex(
    (member, index) =>
      String(index + 1) === wanted || fold(member.name) === wanted || fold(nameOf(member)) === wanted,
  );
  if (at < 0) return refused('members-no-such');
  return answered({ ...roster, members: roster.members.filter((_, index) => index !== at), done: false });
}

function add(roster: Roster, text: string, interview: Interview): Heard {
  const lines = parseMemberLines(text, thisYear(interview));
  if (lines.length === 0) return refused('member-no-name');
  let next = roster;
  for (const { result } of lines) {
    if (result.kind === 'refused') return refused(`member-${result.why}`);
    if (result.birth?.kind === 'refused') return refused(`birth-${result.birth.why}`);
    const { name, relation } = result;
    next = place(next, roster, { name, relation, birth: birthOf(result.birth, interview) });
  }
  return answered({ ...next, done: false });
}

function birthOf(told: ReturnType<typeof parseBirth>, interview: Interview): ToldMember['birth'] {
  if (told?.kind === 'age') return age(told.years, interview);
  return told?.kind === 'born' ? told : undefined;
}

function age(years: number, interview: Interview): ToldMember['birth'] {
  return { kind: 'age', years, saidOn: interview.on };
}

function thisYear(interview: Interview): number {
  return Number(interview.on.slice(0, 4));
}
