import { type Birth, parseBirth } from '../input/birth.ts';
import { choose } from '../input/choose.ts';
import { fold } from '../input/fold.ts';
import { parseMemberLines } from '../input/member-line.ts';
import { parseCount } from '../input/number.ts';
import { isSelf } from '../input/relation.ts';
import { withoutCourtesy } from '../input/without-courtesy.ts';
import { isUnknown, parseYesNo } from '../input/yes-no.ts';
import { nameOf, type ToldMember } from './answer.ts';
import { birthOf, hearList, thisYear, type Typable } from './hear-list.ts';
import { answered, type Heard, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import type { MemberGap } from './member-gap.ts';
import { rosterOf, withBirth, withName } from './roster.ts';

/** What is typed while something is still to be told of a member: it, or lines with names, of that one or of others. */
export function hearGap(gap: MemberGap, text: string, interview: Interview, typable: Typable): Heard {
  switch (gap.lacks) {
    case 'own-name':
      return hearName(gap, text, interview, typable);
    case 'birth':
      return hearBirth(gap, text, interview, typable);
    case 'month':
      return hearMonth(gap, text, interview);
    default:
      return gap.lacks satisfies never;
  }
}

// "em tên Lan ạ", "tên tôi là Lan"
const INTRODUCED =
  /^(?:dạ )?(?:(?:tôi |mình |em |tui |toi )?(?:tên|ten)(?: (?:của |cua )?(?:tôi|toi|mình|minh|em))?(?: (?:là|la))?|my name is) /iu;
const POLITE = / (?:ạ|nhé|nha)$/iu;

/** The name of the one who speaks; who would rather not say it goes on without. */
function hearName(gap: MemberGap, text: string, interview: Interview, typable: Typable): Heard {
  const roster = rosterOf(interview);
  const { id, birth: known } = gap.member;
  if (isUnknown(text) || parseYesNo(text) === 'no') return answered(withName(roster, id, null));
  const lines = parseMemberLines(
    text.trim().replace(INTRODUCED, '').replace(POLITE, ''),
    thisYear(interview),
  );
  const result = lines.length === 1 ? lines[0]?.result : undefined;
  if (result?.kind !== 'member') return hearLines(gap, text, interview, typable, 'name');
  if (isSelf(result.name)) return answered(withName(roster, id, null));
  const birth = birthOf(result.birth, interview);
  if (birth !== undefined && known !== undefined && !isSameBirth(birth, known))
    return hearList(text, interview, typable);
  const named = withName(roster, id, result.name);
  return answered(birth === undefined ? named : withBirth(named, id, birth));
}

function isSameBirth(
  one: NonNullable<ToldMember['birth']>,
  other: NonNullable<ToldMember['birth']>,
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function hearBirth(gap: MemberGap, text: string, interview: Interview, typable: Typable): Heard {
  const roster = rosterOf(interview);
  const { id } = gap.member;
  if (isUnknown(text)) return answered(withBirth(roster, id, { kind: 'unknown' }));
  const meant = takeReading(readingMeant(text), interview);
  if (meant !== null) return meant;
  const birth = parseBirth(text, thisYear(interview));
  if (birth === null) return hearLines(gap, text, interview, typable, 'birth');
  if (birth.kind === 'ambiguous')
    return { kind: 'draft', draft: { kind: 'birth', member: id, age: birth.age, year: birth.year } };
  if (birth.kind === 'refused') return refused(`birth-${birth.why}`);
  return answered(withBirth(roster, id, birthOf(birth, interview)));
}

/** A bare number as an age or as a year of birth; null where none is open, or nothing of the two was meant. */
export function takeReading(which: string | null, interview: Interview): Heard | null {
  const { draft } = interview;
  if (draft?.kind !== 'birth') return null;
  const take = (birth: Birth) =>
    answered(withBirth(rosterOf(interview), draft.member, birthOf(birth, interview)));
  if (which === 'age') return take({ kind: 'age', years: draft.age });
  return which === 'born' ? take({ kind: 'born', year: draft.year }) : null;
}

const READINGS = [
  { value: 'age', words: ['tuổi', 'age', 'years', 'years old'] },
  { value: 'born', words: ['sinh năm', 'năm sinh', 'sinh', 'năm', 'born', 'year', 'year of birth'] },
];

/** Which reading of a bare number was meant: "tuổi", "2"; null for a text with another number, which says more than that. */
function readingMeant(text: string): string | null {
  const said = withoutCourtesy(fold(text));
  if (/\d/.test(said) && !/^(?:so |chon |cau )?[12]$/.test(said)) return null;
  const chosen = choose(text, READINGS);
  return chosen.kind === 'chosen' ? chosen.value : null;
}

/** Nothing of what was asked: perhaps lines with names, of the one who was asked about or of others, who are added. */
function hearLines(
  gap: MemberGap,
  text: string,
  interview: Interview,
  typable: Typable,
  why: 'name' | 'birth',
): Heard {
  const lines = parseMemberLines(text, thisYear(interview));
  const told = lines.some(({ result }) => result.kind === 'member' && result.birth !== null);
  if (told) return hearList(text, interview, typable);
  return why === 'name' ? refused('name') : refused('birth', { name: nameOf(gap.member) });
}

function hearMonth(gap: MemberGap, text: string, interview: Interview): Heard {
  const roster = rosterOf(interview);
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
