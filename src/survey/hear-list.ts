import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Birth } from '../input/birth.ts';
import { fold } from '../input/fold.ts';
import { isSaid } from '../input/is-said.ts';
import { type MemberLine, parseMemberLines } from '../input/member-line.ts';
import { isSelf } from '../input/relation.ts';
import { nameOf, type ToldMember } from './answer.ts';
import { answered, type Heard, type Refused, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import { place, type Roster, rosterOf, withBirth, without } from './roster.ts';
import { readRosterWord, type RosterWord } from './roster-word.ts';

/** What can be typed while members are told: the words for "that is all", and whether it stands there to be chosen. */
export type Typable = { readonly done: readonly string[]; readonly isOffered: boolean };

type Unclear = { readonly line: string; readonly why: Refused };
type Line = { readonly line: string; readonly result: MemberLine };
type Step = { readonly roster: Roster; readonly told: number } | Refused;

/** Lines about the household: what is clear is kept, and the lines that are not are named. */
export function hearList(text: string, interview: Interview, { done }: Typable): Heard {
  const before = rosterOf(interview);
  const lines = parseMemberLines(text, thisYear(interview)).filter(
    ({ line }, _, all) => all.length === 1 || !isSaid(line, done),
  );
  let roster = before;
  let told = 0;
  let kept = 0;
  const unclear: Unclear[] = [];
  for (const each of lines) {
    const step = hearLine(each, roster, before, interview, lines.length === 1);
    if ('kind' in step) {
      unclear.push({ line: each.line, why: step });
      continue;
    }
    roster = step.roster;
    told += step.told;
    kept += 1;
  }
  if (kept === 0) return unclear[0]?.why ?? refused('member-no-name');
  return answered({ ...roster, done: false }, notesOn(unclear, told));
}

function hearLine(
  { line, result }: Line,
  roster: Roster,
  before: Roster,
  interview: Interview,
  isOnly: boolean,
): Step {
  const word = readRosterWord(line, roster, thisYear(interview));
  if (word !== null) return hearWord(word, roster, interview);
  if (result.kind === 'refused') return refused(`member-${result.why}`);
  // Of several people the one whose year cannot be is asked for it alone.
  if (result.birth?.kind === 'refused' && isOnly) return refused(`birth-${result.birth.why}`);
  const { name, relation } = result;
  const birth = birthOf(result.birth, interview);
  const isSpeaker = isSelf(name) || (roster.members.length === 0 && isSelfIfFirst(name, relation, interview));
  return { roster: place(roster, before, { name, relation, birth, isSpeaker }), told: 1 };
}

/** Told first, as was asked for, "em" and "me" are the one who speaks; later "em" is a younger one, and "me" may be "mẹ". */
function isSelfIfFirst(name: string, relation: string | undefined, { answers }: Interview): boolean {
  const language = answers['language'];
  const isEnglish = language?.kind === 'choice' && language.value === 'en';
  return name === relation && fold(name) === (isEnglish ? 'me' : 'em');
}

function hearWord(word: RosterWord, roster: Roster, interview: Interview): Step {
  switch (word.kind) {
    case 'remove':
      return { roster: without(roster, word.member.id), told: 0 };
    case 'perhaps-remove':
      return refused('members-remove', { name: nameOf(word.member) });
    case 'change':
      if (word.birth?.kind === 'refused') return refused(`birth-${word.birth.why}`);
      return { roster: withBirth(roster, word.member.id, birthOf(word.birth, interview)), told: 1 };
    case 'no-such':
      return refused('members-no-such');
    default:
      return word satisfies never;
  }
}

/** What could not be kept of a message is said in its own words, so that only that is typed again. */
function notesOn(unclear: readonly Unclear[], told: number): readonly Phrase[] {
  const [first, ...others] = unclear.map(({ line }) => shown(line));
  if (first === undefined) return [];
  const isNumber = unclear.some(({ why }) => why.why === 'member-id-number');
  return [
    others.length === 0
      ? say('chat.line-unclear', { count: told, line: first })
      : say('chat.lines-unclear', {
          count: told,
          lines: { lines: [first, ...others].map((name) => say('chat.member', { name })) },
        }),
    ...(isNumber ? [say('refused.member-id-number')] : []),
  ];
}

/** A line as it is quoted: short, and without the number of a paper or a phone. */
function shown(line: string): string {
  const safe = [...line.replace(/\d(?:[\s.-]?\d){8,}/g, '…')];
  return safe.length > 40 ? `${safe.slice(0, 40).join('')}…` : safe.join('');
}

/** A birth as it is kept; one that may be two things, or cannot be, is asked for. */
export function birthOf(told: Birth | null, interview: Interview): ToldMember['birth'] {
  if (told?.kind === 'age') return { kind: 'age', years: told.years, saidOn: interview.on };
  return told?.kind === 'born' ? told : undefined;
}

/** The year by which ages and years of two digits are read. */
export function thisYear(interview: Interview): number {
  return Number(interview.on.slice(0, 4));
}
