import { encodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { membersOf, nameOf } from './answer.ts';
import type { Context } from './context.ts';
import { lookAt } from './context.ts';
import type { Interview } from './interview.ts';
import { memberGap } from './member-gap.ts';
import { offeredPlaces, offers } from './options.ts';
import { pictureOf } from './picture.ts';
import type { Question, QuestionOf } from './question.ts';
import { showAnswer, showMember } from './show.ts';
import { before, keepable, walk } from './walk.ts';

/** The acts that any question knows beside its answers. */
export type Act = 'listen' | 'keep-answer' | 'unknown' | 'why' | 'back';

/** The open question as a message; `lead` is said before it. */
export function ask(
  question: Question,
  interview: Interview,
  context: Context,
  lead: readonly Phrase[],
): Message {
  const options = offers(question, interview, context).map((offer) => ({
    phrase: offer.phrase,
    data: encodeButton({ kind: 'answer', ...here(question, interview, context), value: offer.value }),
    ...(offer.picked === undefined ? {} : { picked: offer.picked }),
  }));
  const comment = interview.returned[question.id];
  const parts = [
    ...lead,
    ...(comment === undefined ? [] : [say('chat.returned-comment', { comment })]),
    ...question_(question, interview, context),
  ];
  const picture = pictureOf(question);
  const message = { kind: 'ask', parts, options, actions: acts(question, interview, context) };
  return picture === null ? message : { ...message, picture };
}

/** The open question once more, while it still stands above. */
export function askAgain(
  question: Question,
  interview: Interview,
  context: Context,
  lead: readonly Phrase[],
): Message {
  const { picture, ...message } = ask(question, interview, context, lead);
  return picture === undefined ? message : { ...message, picture: { ...picture, again: true } };
}

function acts(question: Question, interview: Interview, context: Context): readonly Pick[] {
  const names: Act[] = context.speaks ? ['listen'] : [];
  if (keepable(question, interview) !== null) names.push('keep-answer');
  if (question.mayBeUnknown && !isList(question, interview)) names.push('unknown');
  if (question.id !== 'language') names.push('why');
  if (before(walk(context.survey, interview).path, question.id).length > 0) names.push('back');
  return names.map((act) => ({
    phrase: say(`acts.${act}`),
    data: encodeButton({ kind: 'act', ...here(question, interview, context), act }),
  }));
}

/** The list of members as a whole cannot be unknown, only somebody's age. */
function isList(question: Question, interview: Interview): boolean {
  return question.kind === 'members' && memberGap(question.borders, interview) === null;
}

function here(question: Question, interview: Interview, context: Context) {
  return { case: context.case, question: question.id, revision: interview.revision };
}

/** The question's own words, which depend on what is half said. */
function question_(question: Question, interview: Interview, context: Context): readonly Phrase[] {
  const { draft, answers } = interview;
  if (draft?.kind === 'meant')
    return [say('chat.meant', { answer: { phrase: showAnswer(question, draft.answer, answers) } })];
  switch (question.kind) {
    case 'members':
      return memberPhrases(question, interview);
    case 'money':
      return moneyPhrases(question, interview);
    case 'place':
      return placePhrases(interview, context);
    case 'confirm': {
      const { lines, total } = question.reads(lookAt(interview));
      return [say(`survey.${question.id}.ask`), say('chat.lines', { lines: { lines } }), total];
    }
    case 'ticks':
      return interview.draft?.kind === 'everybody'
        ? [say(`survey.${question.id}.all-or-nobody`)]
        : [say(`survey.${question.id}.ask`), say('chat.tick-hint')];
    case 'choice':
    case 'count':
    case 'text':
      return [say(`survey.${question.id}.ask`)];
    default:
      return question satisfies never;
  }
}

function memberPhrases(question: QuestionOf<'members'>, interview: Interview): readonly Phrase[] {
  const members = membersOf(interview.answers);
  const missing = memberGap(question.borders, interview);
  if (interview.draft?.kind === 'birth') {
    const { age, year } = interview.draft;
    return [
      say('survey.members.ambiguous', { name: missing === null ? '' : nameOf(missing.member), age, year }),
    ];
  }
  if (missing !== null)
    return [say(`survey.members.${missing.lacks}`, { name: nameOf(missing.member), year: missing.year })];
  if (members.length === 0) return [say('survey.members.ask')];
  return [say('survey.members.more', { lines: { lines: members.map(showMember) }, count: members.length })];
}

function moneyPhrases(question: Question, interview: Interview): readonly Phrase[] {
  if (interview.draft?.kind !== 'money') return [say(`survey.${question.id}.ask`), say('survey.money.how')];
  const { amount, period } = interview.draft;
  return [
    say(period === '' ? 'survey.money.which' : `survey.money.how-many-${period}`, {
      amount: { money: amount },
    }),
  ];
}

function placePhrases(interview: Interview, context: Context): readonly Phrase[] {
  if (interview.draft?.kind === 'places') return [say('survey.zone.found')];
  if (context.places.length === 0) return [say('survey.zone.none')];
  return [say(offeredPlaces(interview, context).length > 0 ? 'survey.zone.pick' : 'survey.zone.ask')];
}
