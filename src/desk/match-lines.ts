import type { Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { may } from '../rights.ts';
import { type CaseMatched, type ListedMatched, type Matched, standingOf } from './matched.ts';
import { pick } from './pick.ts';
import type { Subject } from './subject.ts';
import { titleOf } from './subject.ts';

/** What a card says of other households that may be this one. */
export function matchLines(subject: Subject): readonly Phrase[] {
  return shownOn(subject).flatMap((matched) =>
    matched.kind === 'listed' ? listedLine(matched) : caseLine(matched),
  );
}

/** What is suspected is to be looked at; what was decided can be looked at again. */
export function matchPicks(subject: Subject): {
  readonly open: readonly Pick[];
  readonly decided: readonly Pick[];
} {
  if (!may(subject.relations, 'match', subject.interview.stage)) return { open: [], decided: [] };
  const shown = shownOn(subject).filter((matched) => matched.kind === 'listed' || !matched.other.isOwn);
  const isOpen = (matched: Matched) => matched.state === 'suspected';
  return {
    open: shown.filter(isOpen).map((matched) => pick(subject, 'match', String(matched.id), lookAt(matched))),
    decided: shown
      .filter((matched) => !isOpen(matched))
      .map((matched) => pick(subject, 'match', String(matched.id), lookAgain(matched))),
  };
}

/** Once the household is found on the list, others of it are no question any more. */
function shownOn({ matched = [] }: Subject): readonly Matched[] {
  const isFound = matched.some(({ kind, state }) => kind === 'listed' && state === 'same');
  return matched.filter(({ kind, state }) => !(isFound && kind === 'listed' && state === 'suspected'));
}

function listedLine({ state, why, listed }: ListedMatched): readonly Phrase[] {
  if (state === 'apart') return [];
  const { name, listYear } = listed;
  const category = { phrase: say(`rules.category.${listed.category}`) };
  if (state === 'same') return [say('desk.match.is-listed', { name, year: listYear, category })];
  return [say('desk.match.listed', { name, year: listYear, category, like: { list: why.map(inWhat) } })];
}

function caseLine(matched: CaseMatched): readonly Phrase[] {
  const { other, why } = matched;
  const name = other.isOwn ? '' : titleOf(other.interview);
  const standing = standingOf(matched);
  switch (standing) {
    case 'suspected':
      return [say('desk.match.case', { case: other.case, name, like: { list: why.map(inWhat) } })];
    case 'goes-on':
      return [say('desk.match.goes-on', { case: other.case })];
    case 'aside':
      return [say('desk.match.aside', { case: other.case })];
    case 'apart':
      return [];
    default:
      return standing satisfies never;
  }
}

/** In what two households are alike, in words. */
export function inWhat(like: ListedMatched['why'][number]): Phrase {
  return say(`desk.like.${like}`);
}

function lookAt(matched: Matched): Phrase {
  return matched.kind === 'listed'
    ? say('desk.match.look-listed', { name: matched.listed.name })
    : say('desk.match.look-case', { case: matched.other.case });
}

function lookAgain(matched: Matched): Phrase {
  return matched.kind === 'listed'
    ? say('desk.match.again-listed', { name: matched.listed.name })
    : say('desk.match.again-case', { case: matched.other.case });
}
