import { openWebChat, type Saying } from '../program/web-chat.ts';
import type { BotApi, Call } from '../telegram/bot-api.ts';
import { type Choice, type Habit, habitOf } from './answers.ts';
import type { Random } from './random.ts';

/** Somebody who answers the interview; everything said is remembered for the oracle. */
export type Person = {
  readonly channel: 'web' | 'telegram';
  readonly address: string;
  /** What was said, in order, and how many kills there had been. */
  readonly said: { readonly saying: Saying; readonly kills: number }[];
  /** The longest wait for an answer. */
  longestWaitMs: number;
  /** Says one thing and waits for the answer; false when the interview is over. */
  act(): Promise<boolean>;
};

/** What people need to know of the house. */
export type Surroundings = {
  readonly api: BotApi;
  readonly url: () => string;
  readonly zone: string;
  readonly kills: () => number;
  /** Called when the web chat has accepted something. */
  readonly accepted: () => void;
};

const patienceMs = 120_000;

/** Somebody with a browser; cookies, keys and repetitions are real. */
export async function webPerson(around: Surroundings, random: Random): Promise<Person> {
  const chat = await openWebChat(around.url, `/k/${around.zone}`);
  let seen: readonly Choice[] = [];
  return personWith('web', chat.address, around, {
    habit: habitOf(random, ['vi', 'vi', 'en']),
    choices: () => seen,
    async exchange(saying) {
      await chat.say(saying, around);
      const { rendered } = await chat.hear();
      seen = [...rendered.options, ...rendered.actions];
    },
  });
}

/** Somebody with Telegram, in the stand-in. */
export function telegramPerson(around: Surroundings, chatId: number, random: Random): Person {
  const { api } = around;
  const person = api.person(chatId);
  const choices = () => {
    const buttons = person.hears.at(-1)?.buttons.flat() ?? [];
    return buttons.map(({ text, callback_data: data = '' }) => ({ label: text, data }));
  };
  return personWith('telegram', String(chatId), around, {
    habit: habitOf(random, ['vi']),
    choices,
    async exchange(saying) {
      const before = messagesTo(api.calls, chatId).length;
      if ('text' in saying) person.says(saying.text);
      else person.presses(saying.data, person.hears.at(-1));
      await api.until(() => messagesTo(api.calls, chatId).length > before, patienceMs);
    },
  });
}

type Ways = {
  readonly habit: Habit;
  /** What stands on the screen at this moment. */
  readonly choices: () => readonly Choice[];
  readonly exchange: (saying: Saying) => Promise<void>;
};

function personWith(
  channel: Person['channel'],
  address: string,
  around: Surroundings,
  { habit, choices, exchange }: Ways,
): Person {
  const person: Person = {
    channel,
    address,
    said: [],
    longestWaitMs: 0,
    async act() {
      const saying = person.said.length === 0 ? { text: `/start ${around.zone}` } : habit(choices());
      if (saying === null) return false;
      person.said.push({ saying, kills: around.kills() });
      const before = performance.now();
      await exchange(saying);
      person.longestWaitMs = Math.max(person.longestWaitMs, performance.now() - before);
      return true;
    },
  };
  return person;
}

/** The calls by which a chat was told something, in order. */
export function messagesTo(calls: readonly Call[], chatId: number): readonly Call[] {
  return calls.filter(
    ({ method, params, answer }) =>
      ['sendMessage', 'editMessageText'].includes(method) &&
      params.chat_id === chatId &&
      answer?.code === 200,
  );
}
