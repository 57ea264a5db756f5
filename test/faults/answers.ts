import { type Button, decodeButton } from '../../src/button.ts';
import type { Saying } from '../program/web-chat.ts';
import { oneOf, type Random } from './random.ts';

/** What can be pressed under the latest message. */
export type Choice = { readonly label: string; readonly data: string };

/** What a person does on a message that offers these choices: plain answers mostly, sometimes a slip; null at the end. */
export type Habit = (choices: readonly Choice[]) => Saying | null;

/** Somebody's habit; after some slips the person keeps to plain answers, so that every interview ends. */
export function habitOf(random: Random, languages: readonly ['vi', ...string[]]): Habit {
  let slips = 4;
  let toldMembers = false;

  const plainly = (question: string, choices: readonly Choice[]): Saying => {
    const values = answersIn(choices);
    const press = (...wanted: readonly string[]): Saying => {
      const data = wanted.map((value) => values.get(value)).find((each) => each !== undefined);
      return { data: data ?? oneOf(random, ...atLeastOne([...values.values()])) };
    };
    switch (question) {
      case 'language':
        return press(oneOf(random, ...languages));
      case 'consent':
        return random() < 0.3 ? { text: 'có' } : press('yes');
      case 'income-check':
        return press('yes');
      case 'address':
        return { text: `số ${1 + Math.floor(random() * 90)}, ngõ 5` };
      case 'floor-area':
        return { text: String(20 + Math.floor(random() * 90)) };
      case 'members': {
        if (values.size > 0) return press('+');
        if (toldMembers) return actIn(choices, 'unknown') ?? { text: '9' }; // a month that is asked for
        toldMembers = true;
        const year = 1950 + Math.floor(random() * 30);
        return { text: `Thử ${year}\nbà Mẫu 72 tuổi\nNam 2003\nBình ${2012 + Math.floor(random() * 3)}` };
      }
      default:
        break;
    }
    if (values.size === 0 || values.has('month'))
      return values.size === 0
        ? { text: `${1 + Math.floor(random() * 8)} triệu một ${oneOf(random, 'tháng', 'năm')}` }
        : press('month');
    if (values.has('+') && random() < 0.6) return press('+');
    if (values.has('-') && random() < 0.5) return press('-');
    const label = oneOf(random, ...atLeastOne(choices.filter(({ data }) => kindOf(data) === 'answer'))).label;
    return random() < 0.15 && !values.has('-') && !values.has('+') ? { text: label } : press();
  };

  return (choices) => {
    const own = choices.find(({ data }) => isOwn(data, 'send'));
    const question = questionIn(choices);
    if (question === null) {
      if (own === undefined) {
        const [edit] = choices.filter(({ data }) => kindOf(data) === 'edit');
        return edit === undefined ? null : { data: edit.data };
      }
      const edit = choices.find(({ data }) => isOwn(data, 'edit'));
      if (edit !== undefined && slips > 0 && random() < 0.3) {
        slips -= 1;
        return { data: edit.data };
      }
      return { data: own.data };
    }
    if (slips > 0 && random() < 0.12) {
      slips -= 1;
      const slip = oneOf(random, 'words', 'why', 'back', 'unknown');
      return (slip === 'words' ? null : actIn(choices, slip)) ?? { text: 'để xem đã' };
    }
    return plainly(question, choices);
  };
}

function atLeastOne<T>(all: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('The message offers nothing to answer with');
  return [first, ...rest];
}

function kindOf(data: string): Button['kind'] | undefined {
  return decodeButton(data)?.kind;
}

function isOwn(data: string, act: string): boolean {
  const button = decodeButton(data);
  return button?.kind === 'own' && button.act === act;
}

/** The question that a message asks, by its buttons. */
function questionIn(choices: readonly Choice[]): string | null {
  for (const { data } of choices) {
    const button = decodeButton(data);
    if (button?.kind === 'answer' || button?.kind === 'act') return button.question;
  }
  return null;
}

function answersIn(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { data } of choices) {
    const button = decodeButton(data);
    if (button?.kind === 'answer') found.set(button.value, data);
  }
  return found;
}

function actIn(choices: readonly Choice[], act: string): Saying | null {
  const found = choices.find(({ data }) => {
    const button = decodeButton(data);
    return button?.kind === 'act' && button.act === act;
  });
  return found === undefined ? null : { data: found.data };
}
