import { isSaid } from '../input/is-said.ts';
import { isUnknown } from '../input/yes-no.ts';
import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import { hearGap } from './hear-gap.ts';
import { hearList, thisYear, type Typable } from './hear-list.ts';
import type { Interview } from './interview.ts';
import { memberGap } from './member-gap.ts';
import type { QuestionOf } from './question.ts';
import { type Roster, rosterOf } from './roster.ts';
import { readRosterWord } from './roster-word.ts';

const ALONE =
  /^(?:(?:tôi|mình|em|bà|ông|toi|minh|ba|ong) )?(?:chỉ |chi )?(?:sống |ở |song |o )?(?:có |co )?(?:một|mỗi|mot|moi|1) mình(?: tôi)?(?: thôi)?$|alone/iu;

/** Members as people tell them: a line each, an age asked after, a name to take off, "that is all". */
export function hearMembers(
  question: QuestionOf<'members'>,
  text: string,
  interview: Interview,
  typable: Typable,
): Heard {
  const roster = rosterOf(interview);
  const gap = memberGap(question.borders, interview);
  if (gap !== null && readRosterWord(text, roster, thisYear(interview)) === null)
    return hearGap(gap, text, interview, typable);
  if (isFinished(text, roster, typable)) return finish(roster);
  if (isUnknown(text)) return refused('members-unknown');
  return hearList(text, interview, typable);
}

function isFinished(text: string, roster: Roster, { done, isOffered }: Typable): boolean {
  if (isSaid(text, done) || (isOffered && isSaid(text, ['1']))) return true;
  return roster.members.length === 1 && ALONE.test(text.normalize('NFC').trim());
}

/** The roster is complete, or is it? */
export function finish(roster: Roster): Heard {
  return roster.members.length === 0 ? refused('members-none') : answered({ ...roster, done: true });
}
