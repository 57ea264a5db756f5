import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { missingToSign, returning, unmarked } from '../review/decide.ts';
import { may } from '../rights.ts';
import { addressOf, placeOf } from '../survey/answer.ts';
import { contradictions } from '../surveys/contradictions.ts';
import { householdOf } from '../surveys/facts.ts';
import type { StoredAssessment } from '../surveys/reading.ts';
import { readingLines, resultOf } from './findings.ts';
import { matchLines, matchPicks } from './match-lines.ts';
import { asideBy } from './matched.ts';
import { paperLines } from './paper-lines.ts';
import { pick } from './pick.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers, readingsOf, titleOf, viewOf } from './subject.ts';

/** The case as a card: what the answers say, what does not fit, what is left to do. `lead` is said before it. */
export function card(subject: Subject, lead: readonly Phrase[]): Message {
  if (!may(subject.relations, 'look', subject.interview.stage)) return brief(subject, lead);
  const { interview, context } = subject;
  const answers = effectiveAnswers(subject);
  const odd = contradictions(householdOf(answers, interview.on), answers);
  const { last, first } = readingsOf(subject.review);
  return {
    kind: 'card',
    parts: [
      ...lead,
      say('desk.card', {
        name: titleOf(interview),
        case: context.case,
        zone: placeOf(answers)?.zoneName ?? '?',
      }),
      ...(subject.isAgain === true ? [say('desk.again')] : []),
      ...addressLine(subject),
      ...changedLine(subject),
      ...matchLines(subject),
      ...last.flatMap((assessment) => readingLines(assessment, answers)),
      ...differing(first, last),
      ...paperLines(subject),
      ...(odd.length === 0 ? [] : [say('desk.contradictions', { lines: { lines: odd } })]),
      ...left(subject),
    ],
    options: options(subject),
    actions: [...matchPicks(subject).decided, ...kinPick(subject)],
    shows: [{ as: 'head', why: 'card', case: context.case }],
  };
}

/** The case in a few lines, for the way between two steps. */
export function brief(subject: Subject, lead: readonly Phrase[]): Message {
  return {
    kind: 'card',
    parts: [...lead, briefLine(subject), ...matchLines(subject), ...paperLines(subject), ...left(subject)],
    options: options(subject),
    actions: [
      ...matchPicks(subject).decided,
      ...kinPick(subject),
      pick(subject, 'open', '', say('desk.act.full')),
    ],
    shows: [{ as: 'head', why: 'card', case: subject.context.case }],
  };
}

/** One result needs no name of its standard; several do. */
function briefLine(subject: Subject): Phrase {
  const { last } = readingsOf(subject.review);
  const name = titleOf(subject.interview);
  const { case: id } = subject.context;
  if (last.length < 2) return say('desk.brief', { name, case: id, result: { list: last.map(resultOf) } });
  const lines = last.map((assessment) =>
    say('desk.result-by', {
      standard: { phrase: say(`rules.standard.${assessment.standard}`) },
      result: { phrase: resultOf(assessment) },
    }),
  );
  return say('desk.brief-many', { name, case: id, lines: { lines } });
}

function addressLine({ interview }: Subject): readonly Phrase[] {
  const address = addressOf(interview.answers);
  return address === null ? [] : [say('desk.address', { address })];
}

function changedLine(subject: Subject): readonly Phrase[] {
  const { changed } = subject.review;
  if (changed.length === 0) return [];
  return [say('desk.changed', { items: { list: changed.map((id) => say(`survey.${id}.name`)) } })];
}

/** Both readings stay: where the first said something else, it is shown beside the last. */
function differing(first: readonly StoredAssessment[], last: readonly StoredAssessment[]): readonly Phrase[] {
  return first.flatMap((each) => {
    const now = last.find(({ standard }) => standard === each.standard);
    return now === undefined || (now.category === each.category && now.deprived === each.deprived)
      ? []
      : [firstReading(each, last.length > 1)];
  });
}

function firstReading(first: StoredAssessment, isOneOfSeveral: boolean): Phrase {
  const { deprived, standard } = first;
  const result = { phrase: resultOf(first) };
  if (!isOneOfSeveral) return say('desk.first-reading', { result, deprived });
  const name = { phrase: say(`rules.standard.${standard}`) };
  return say('desk.first-reading-by', { standard: name, result, deprived });
}

function left(subject: Subject): readonly Phrase[] {
  if (asideBy(subject) !== null) return [];
  const view = viewOf(subject);
  if (!may(subject.relations, 'verify', subject.interview.stage))
    return [say(`desk.stage.${subject.interview.stage}`)];
  const total = view.questions.length;
  const open = unmarked(subject.review, view.questions).length;
  const back = Object.keys(returning(subject.review, view.questions)).length;
  const done = total - open;
  return [back === 0 ? say('desk.left', { done, total }) : say('desk.left-back', { done, total, back })];
}

/** Who is kin of the household leaves it to somebody else. */
function kinPick(subject: Subject): readonly Pick[] {
  return may(subject.relations, 'step-aside', subject.interview.stage) ? [pick(subject, 'kin')] : [];
}

function options(subject: Subject): readonly Pick[] {
  const { relations, review } = subject;
  const { stage } = subject.interview;
  const view = viewOf(subject);
  const missing = missingToSign(review, view);
  const matches = matchPicks(subject).open;
  if (asideBy(subject) !== null)
    return may(relations, 'look', stage) ? [pick(subject, 'list'), ...matches] : [];
  const asked = [
    ...(missing.includes('official-reason') ? [pick(subject, 'official-reason')] : []),
    pick(subject, 'paper'),
  ];
  if (!may(relations, 'verify', stage)) {
    if (!may(relations, 'look', stage)) return [];
    const recorded = may(relations, 'record', stage)
      ? [...(missing.includes('causes') ? [pick(subject, 'causes')] : []), ...asked]
      : [];
    return [pick(subject, 'list'), ...matches, ...recorded];
  }
  const open = unmarked(review, view.questions).length;
  const back = Object.keys(returning(review, view.questions)).length;
  return [
    ...(open > 0 ? [pick(subject, 'all', '', say('desk.act.all', { count: open }))] : []),
    pick(subject, 'list'),
    ...matches,
    ...(back > 0 ? [pick(subject, 'give', '', say('desk.act.give', { count: back }))] : []),
    ...(missing.includes('unmarked') || back > 0 ? [] : [pick(subject, 'causes'), pick(subject, 'note')]),
    ...asked,
    ...(missing.length === 0 ? [pick(subject, 'sign')] : []),
  ];
}
