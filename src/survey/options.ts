import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Option } from '../input/choose.ts';
import { membersOf } from './answer.ts';
import type { Context, Place } from './context.ts';
import { lookAt } from './context.ts';
import type { Interview } from './interview.ts';
import { memberGap } from './member-gap.ts';
import type { Question, QuestionOf } from './question.ts';

/** An answer that can be pressed, or typed as its number or words. */
export type Offer = { readonly value: string; readonly phrase: Phrase; readonly picked?: boolean };

/** Values of offers that are not the value of an option. */
export const nobody = '-';
export const done = '+';
export const everybody = '*';

/** More zones than this are searched by name instead of listed. */
const listedPlaces = 8;

/** What a question offers to choose just now, in order. */
export function offers(question: Question, interview: Interview, context: Context): readonly Offer[] {
  if (interview.draft?.kind === 'meant') {
    return [
      { value: 'yes', phrase: say('acts.right') },
      { value: 'no', phrase: say('acts.wrong') },
    ];
  }
  switch (question.kind) {
    case 'choice':
      return question.options.map((value) => ({ value, phrase: say(`survey.${question.id}.o.${value}`) }));
    case 'ticks':
      return tickOffers(question, interview);
    case 'money':
      return moneyOffers(interview);
    case 'members':
      return memberOffers(question, interview);
    case 'place':
      return offeredPlaces(interview, context).map((place) => ({
        value: String(place.zone),
        phrase: placePhrase(place),
      }));
    case 'confirm':
      return ['yes', 'no'].map((value) => ({ value, phrase: say(`survey.${question.id}.o.${value}`) }));
    case 'count':
    case 'text':
      return [];
    default:
      return question satisfies never;
  }
}

/** The same offers as words that can be typed. */
export function typed(offered: readonly Offer[], context: Context): readonly Option[] {
  return offered.map((offer) => ({ value: offer.value, words: context.words(offer.phrase) }));
}

/** The zones that stand on the screen: found by a search, or all where there are few. */
export function offeredPlaces(interview: Interview, context: Context): readonly Place[] {
  const draft = interview.draft;
  if (draft?.kind === 'places') return context.places.filter((place) => draft.zones.includes(place.zone));
  return context.places.length <= listedPlaces ? context.places : [];
}

function placePhrase(place: Place): Phrase {
  return say('chat.place', { zone: place.zoneName, ward: place.wardName });
}

function tickOffers(question: QuestionOf<'ticks'>, interview: Interview): readonly Offer[] {
  if (interview.draft?.kind === 'everybody') {
    return [
      { value: everybody, phrase: say(`survey.${question.id}.everybody`) },
      { value: nobody, phrase: say(`survey.${question.id}.everybody-not`) },
    ];
  }
  const picked = tickedNow(question, interview);
  const ticks = question
    .ticks(lookAt(interview))
    .map((tick) => ({ value: tick.value, phrase: tick.phrase, picked: picked.includes(tick.value) }));
  const last =
    picked.length > 0
      ? { value: done, phrase: say('acts.done') }
      : { value: nobody, phrase: say(`survey.${question.id}.nobody`) };
  return [...ticks, last];
}

/** What is ticked of what stands on the list: what was begun, else what was answered before. */
export function tickedNow(question: QuestionOf<'ticks'>, interview: Interview): readonly string[] {
  const answer = interview.answers[question.id];
  const before = answer?.kind === 'ticks' ? answer.picked : [];
  const picked = interview.draft?.kind === 'ticks' ? interview.draft.picked : before;
  const standing = question.ticks(lookAt(interview)).map((tick) => tick.value);
  return picked.filter((value) => standing.includes(value));
}

function moneyOffers(interview: Interview): readonly Offer[] {
  if (interview.draft?.kind !== 'money') return [];
  const { amount, period } = interview.draft;
  return period === ''
    ? ['month', 'year'].map((value) => ({
        value,
        phrase: say(`survey.money.${value}`, { amount: { money: amount } }),
      }))
    : [];
}

function memberOffers(question: QuestionOf<'members'>, interview: Interview): readonly Offer[] {
  const draft = interview.draft;
  if (draft?.kind === 'birth') {
    return [
      { value: 'age', phrase: say('survey.members.o.age', { age: draft.age }) },
      { value: 'born', phrase: say('survey.members.o.born', { year: draft.year }) },
    ];
  }
  if (memberGap(question.borders, interview) !== null) return [];
  const members = membersOf(interview.answers);
  return members.length > 0
    ? [{ value: done, phrase: say('survey.members.o.done', { count: members.length }) }]
    : [];
}
