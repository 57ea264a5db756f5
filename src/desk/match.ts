import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { may } from '../rights.ts';
import { addressOf, membersOf, nameOf } from '../survey/answer.ts';
import type { Interview } from '../survey/interview.ts';
import { isTelling } from '../survey/question.ts';
import { showAnswer } from '../survey/show.ts';
import { inWhat } from './match-lines.ts';
import { type CaseMatched, type ListedMatched, type Matched, type Verdict, verdictsOn } from './matched.ts';
import { pick } from './pick.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers, titleOf } from './subject.ts';

/** Two households side by side, and what a head may say of them; null when the match is gone. */
export function showMatch(id: number, subject: Subject, lead: readonly Phrase[]): Message | null {
  const matched = matchOf(id, subject);
  if (matched === null) return null;
  const sides = matched.kind === 'listed' ? besideListed(matched, subject) : besideCase(matched, subject);
  return {
    kind: 'desk',
    parts: [
      ...lead,
      ...sides,
      ...(matched.why.length === 0
        ? []
        : [say('desk.match.why', { like: { list: matched.why.map(inWhat) } })]),
    ],
    options: verdictsOn(matched, subject).map((verdict) =>
      pick(subject, `match-${verdict}`, String(id), verdictPhrase(verdict, matched)),
    ),
    actions: [pick(subject, 'open')],
  };
}

/** The match of that number that a head may decide on. */
export function matchOf(id: number, { matched = [] }: Subject): Matched | null {
  const found = matched.find((each) => each.id === id);
  return found === undefined || (found.kind === 'case' && found.other.isOwn) ? null : found;
}

/** What a verdict is called on its button, and said when it is done. */
function verdictPhrase(verdict: Verdict, matched: Matched): Phrase {
  const other = matched.kind === 'case' ? matched.other.case : 0;
  if (verdict === 'other') return say('desk.match.act.other', { case: other });
  if (verdict === 'apart' && matched.kind === 'listed') return say('desk.match.act.not-listed');
  return say(`desk.match.act.${verdict}`);
}

function besideListed({ listed }: ListedMatched, subject: Subject): readonly Phrase[] {
  const people =
    listed.people === null ? say('desk.match.no-count') : say('desk.match.count', { count: listed.people });
  return [
    say('desk.match.listed-side', {
      year: listed.listYear,
      name: listed.name,
      address: { phrase: addressPhrase(listed.address) },
      people: { phrase: people },
      category: { phrase: say(`rules.category.${listed.category}`) },
    }),
    caseSide(subject.context.case, subject.interview),
  ];
}

function besideCase({ other }: CaseMatched, subject: Subject): readonly Phrase[] {
  const own = caseSide(subject.context.case, subject.interview);
  const sentBy = say('desk.match.sent-by', { case: other.case, day: { day: other.sentOn } });
  // Answers are seen only as they were sent.
  if (!may(['head'], 'look', other.interview.stage))
    return [own, sentBy, say('desk.match.being-changed', { case: other.case })];
  const sides = [own, caseSide(other.case, other.interview), sentBy];
  const lines = differing(subject, { ...subject, interview: other.interview, review: other.review });
  return [...sides, ...(lines.length === 0 ? [] : [say('desk.match.differing', { lines: { lines } })])];
}

function caseSide(id: number, { answers, ...rest }: Interview): Phrase {
  const members = membersOf(answers);
  return say('desk.match.case-side', {
    case: id,
    name: titleOf({ ...rest, answers }),
    names: { list: members.map((member) => say('chat.member', { name: nameOf(member) })) },
    people: { phrase: say('desk.match.count', { count: members.length }) },
    address: { phrase: addressPhrase(addressOf(answers)) },
  });
}

function addressPhrase(address: string | null): Phrase {
  return address === null ? say('desk.match.no-address') : say('chat.text', { text: address });
}

/** The answers that both were asked for and gave otherwise, this case's first. */
function differing(subject: Subject, other: Subject): readonly Phrase[] {
  const [mine, theirs] = [effectiveAnswers(subject), effectiveAnswers(other)];
  return subject.context.survey.questions.filter(isTelling).flatMap((question) => {
    if (mine[question.id] === undefined || theirs[question.id] === undefined) return [];
    const here = showAnswer(question, mine[question.id], mine);
    const there = showAnswer(question, theirs[question.id], theirs);
    if (inAnyOrder(here) === inAnyOrder(there)) return [];
    return [
      say('desk.match.differs', {
        name: { phrase: say(`survey.${question.id}.name`) },
        here: { phrase: here },
        there: { phrase: there },
      }),
    ];
  });
}

/** People and things are the same in whatever order they were told. */
function inAnyOrder({ key, params = {} }: Phrase): string {
  const plain = Object.values(params).map((param) =>
    typeof param === 'object' && 'list' in param
      ? param.list.map((each) => JSON.stringify(each)).toSorted()
      : param,
  );
  return JSON.stringify([key, plain]);
}
