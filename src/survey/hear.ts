import { say } from '../decision.ts';
import { choose, chooseMany, saysAll } from '../input/choose.ts';
import { fold } from '../input/fold.ts';
import { isExactly, isSaid } from '../input/is-said.ts';
import { parseMoney } from '../input/money.ts';
import { parseCount } from '../input/number.ts';
import { isPlainCount } from '../input/plain-count.ts';
import { parseTimes } from '../input/times.ts';
import { isNobody, isNoPerson, isUnknown, parseYesNo } from '../input/yes-no.ts';
import type { Answer } from './answer.ts';
import type { Context, Place } from './context.ts';
import { lookAt, placeAnswer } from './context.ts';
import { hearMembers } from './hear-members.ts';
import { hearText } from './hear-text.ts';
import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import { hearMeant, meant } from './meant.ts';
import type { Offer } from './options.ts';
import { done, offers, typed } from './options.ts';
import { press } from './press.ts';
import type { Question, QuestionOf } from './question.ts';
import { keepable } from './walk.ts';

/** What a typed text means to the open question. Never guesses: what is not clear is refused, with what would be right. */
export function hear(question: Question, text: string, interview: Interview, context: Context): Heard {
  const standing = keepable(question, interview);
  if (standing !== null && isSaid(text, context.words(say('acts.keep-answer')))) return answered(standing);
  const offered = offers(question, interview, context);
  const again = hearMeant(question, text, offered, interview, context);
  if (again !== null) return again;
  if (question.kind === 'members') {
    return hearMembers(question, text, interview, {
      done: [say('survey.members.o.done', { count: 0 }), say('acts.done')].flatMap(context.words),
      isOffered: offered.some(({ value }) => value === done),
    });
  }
  if (question.mayBeUnknown && isUnknown(text)) return answered({ kind: 'unknown' });
  switch (question.kind) {
    case 'choice':
      return hearChoice(question, text, offered, interview, context);
    case 'confirm':
      return hearYesNo(text, offered, context, (value) => press(question, value, interview, context));
    case 'ticks':
      return hearTicks(question, text, offered, interview, context);
    case 'count':
      return hearCount(question, text);
    case 'money':
      return hearMoney(question, text, offered, interview, context);
    case 'place':
      return hearPlace(question, text, offered, interview, context);
    case 'text':
      return hearText(question, text);
    default:
      return question satisfies never;
  }
}

type Offers = readonly Offer[];

function hearChoice(
  question: QuestionOf<'choice'>,
  text: string,
  offered: Offers,
  interview: Interview,
  context: Context,
): Heard {
  const take = (value: string) => press(question, value, interview, context);
  if (question.yesNo === true) return hearYesNo(text, offered, context, take);
  const chosen = choose(text, typed(offered, context));
  return chosen.kind === 'chosen' ? take(chosen.value) : refused('choice');
}

function hearYesNo(text: string, offered: Offers, context: Context, take: (value: string) => Heard): Heard {
  const said = parseYesNo(text);
  if (said === 'yes' || said === 'no') return take(said);
  const chosen = choose(text, typed(offered, context));
  return chosen.kind === 'chosen' ? take(chosen.value) : refused('yes-no');
}

function hearTicks(
  question: QuestionOf<'ticks'>,
  text: string,
  offered: Offers,
  interview: Interview,
  context: Context,
): Heard {
  const ticks = question.ticks(lookAt(interview));
  const asked = ticks.map((tick) => tick.value);
  const beside = typed(offered, context).filter((option) => !asked.includes(option.value));
  // Asked back, numbers count what stands there now.
  const back = interview.draft?.kind === 'everybody' && !saysAll(text) ? choose(text, beside) : null;
  if (back?.kind === 'chosen') return press(question, back.value, interview, context);
  const named = beside.find(({ words }) => isExactly(text, words));
  if (named !== undefined) return press(question, named.value, interview, context);
  const label = say(`survey.${question.id}.nobody`);
  if (isExactly(text, context.words(label)) || meansNone(question, text))
    return answered({ kind: 'ticks', picked: [], asked });
  const yesNo = parseYesNo(text);
  const isNo = yesNo === 'no' || isNobody(text);
  if (question.asksWhoLacks === true && (isNo || saysAll(text)))
    return { kind: 'draft', draft: { kind: 'everybody' } };
  if (isNo) return refused('nobody-meant', { label: { phrase: label } });
  const areThings = question.none === 'no';
  // "Yes" says of nobody in particular that it is so; with one name on the list it may even mean the contrary.
  if (yesNo !== null) return areThings ? refused('ticks-things') : refused('which');
  const lines = typed(ticks, context);
  const one = saysAll(text) ? null : choose(text, [...lines, ...beside]);
  if (one?.kind === 'chosen' && !asked.includes(one.value))
    return press(question, one.value, interview, context);
  const chosen = chooseMany(text, lines);
  if (chosen.kind === 'chosen')
    return answered({ kind: 'ticks', picked: withBegun(asked, chosen.values, interview), asked });
  return areThings ? refused('ticks-things') : refused('ticks');
}

/** What was typed, and what had been ticked by hand just before. */
function withBegun(asked: readonly string[], typedNow: readonly string[], interview: Interview): string[] {
  const begun = interview.draft?.kind === 'ticks' ? interview.draft.picked : [];
  return asked.filter((value) => typedNow.includes(value) || begun.includes(value));
}

function meansNone(question: QuestionOf<'ticks'>, text: string): boolean {
  switch (question.none) {
    case 'no':
      return isNobody(text) || parseYesNo(text) === 'no';
    case 'nobody':
      // "chưa ai" of who lacks something may mean that nobody has it yet.
      return isNoPerson(text) && !(question.asksWhoLacks === true && /\bchua\b/.test(fold(text)));
    case 'label':
      return false;
    default:
      return question.none satisfies never;
  }
}

function hearCount(question: QuestionOf<'count'>, text: string): Heard {
  const { min, max } = question;
  const count = parseCount(text, { min, max, decimals: 'floor' });
  if (count.kind === 'refused') return refused(`count-${count.why}`, { min, max });
  const answer: Answer = { kind: 'count', value: count.value };
  return isPlainCount(text, count.value) ? answered(answer) : meant(answer);
}

function hearMoney(
  question: QuestionOf<'money'>,
  text: string,
  offered: Offers,
  interview: Interview,
  context: Context,
): Heard {
  const draft = interview.draft;
  if (draft?.kind === 'money') {
    const chosen = choose(text, typed(offered, context));
    if (chosen.kind === 'chosen') return press(question, chosen.value, interview, context);
    const times = draft.period === '' ? null : parseTimes(text, draft.period);
    if (times !== null) return answered({ kind: 'money', yearly: draft.amount * times });
  }
  const money = parseMoney(text);
  switch (money.kind) {
    case 'money':
      return answered({ kind: 'money', yearly: money.yearly });
    case 'needs-period':
      return { kind: 'draft', draft: { kind: 'money', amount: money.amount, period: '' } };
    case 'needs-count':
      return { kind: 'draft', draft: { kind: 'money', amount: money.amount, period: money.period } };
    case 'unknown':
      return answered({ kind: 'unknown' });
    case 'refused':
      return draft?.kind === 'money' && draft.period !== ''
        ? refused('times')
        : refused(`money-${money.why}`);
    default:
      return money satisfies never;
  }
}

function hearPlace(
  question: QuestionOf<'place'>,
  text: string,
  offered: Offers,
  interview: Interview,
  context: Context,
): Heard {
  const chosen = choose(text, typed(offered, context));
  if (chosen.kind === 'chosen') return press(question, chosen.value, interview, context);
  const wanted = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const found = context.places.filter((place) => {
    const words = fold(`${place.zoneName} ${place.wardName}`).split(' ');
    return (
      wanted.length > 0 &&
      wanted.every((word) =>
        words.some((each) => each === word || (word.length > 2 && each.startsWith(word))),
      )
    );
  });
  const [first] = found;
  if (first === undefined) return refused('place');
  if (found.length === 1)
    return isNamed(first, wanted) ? answered(placeAnswer(first)) : meant(placeAnswer(first));
  return found.length > 20
    ? refused('place-many', { count: found.length })
    : { kind: 'draft', draft: { kind: 'places', zones: found.map((place) => place.zone) } };
}

/** Is a place called by its whole name, but for the word "phường" or "xã"? */
function isNamed({ zoneName, wardName }: Place, wanted: readonly string[]): boolean {
  const name = fold(`${zoneName} ${wardName.replace(/^(?:phường|xã|thị trấn) /iu, '')}`).split(' ');
  return name.every((word) => wanted.includes(word));
}
