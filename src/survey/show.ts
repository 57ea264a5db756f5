import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answer, Answers, ToldMember } from './answer.ts';
import { membersOf, nameOf, relationTold } from './answer.ts';
import type { Question } from './question.ts';

/** An answer in words, as it is read back to the household and shown to the head. */
export function showAnswer(question: Question, answer: Answer | undefined, answers: Answers): Phrase {
  if (answer === undefined) return say('chat.no-answer');
  switch (answer.kind) {
    case 'unknown':
      return say('chat.unknown');
    case 'choice':
      return say(`survey.${question.id}.o.${answer.value}`);
    case 'ticks':
      return showTicks(question, answer.picked, answers);
    case 'count':
      return say(`survey.${question.id}.value`, { value: answer.value });
    case 'money':
      return say('chat.money-year', { amount: { money: answer.yearly } });
    case 'members':
      return say('chat.list', { items: { list: answer.members.map(showMember) } });
    case 'place':
      return say('chat.place', { zone: answer.zoneName, ward: answer.wardName });
    case 'text':
      return say('chat.text', { text: answer.value });
    case 'confirmed':
      return say('chat.confirmed');
    default:
      return answer satisfies never;
  }
}

/** A member as told: "Lan (sinh 1985)". */
export function showMember(member: ToldMember): Phrase {
  const relation = relationTold(member);
  const name = relation === undefined ? nameOf(member) : `${nameOf(member)}, ${relation}`;
  return member.birth === undefined
    ? say('chat.member', { name })
    : say('chat.member-told', { name, birth: { phrase: showBirth(member.birth) } });
}

/** When a member was born, in the words in which it was told. */
export function showBirth(birth: ToldMember['birth']): Phrase {
  if (birth === undefined || birth.kind === 'unknown') return say('chat.birth-unknown');
  if (birth.kind === 'age') return say('chat.birth-age', { age: birth.years });
  return birth.month === undefined || birth.month === null
    ? say('chat.birth-year', { year: birth.year })
    : say('chat.birth-month', { year: birth.year, month: birth.month });
}

function showTicks(question: Question, picked: readonly string[], answers: Answers): Phrase {
  const members = membersOf(answers);
  // Somebody who was ticked and then taken off the list is not spoken of any more.
  const standing = picked.filter((value) => isItem(question) || members.some((each) => each.id === value));
  if (standing.length === 0) return say(`survey.${question.id}.nobody`);
  const items = standing.map((value) => {
    const member = members.find((each) => each.id === value);
    return member === undefined
      ? say(`survey.${question.id}.o.${value}`)
      : say('chat.member', { name: nameOf(member) });
  });
  return say('chat.list', { items: { list: items } });
}

/** A tick list of things rather than people. */
function isItem(question: Question): boolean {
  return question.kind === 'ticks' && question.none === 'no';
}
