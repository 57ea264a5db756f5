/** What is played: so many people at once, each answering so many questions. */
export type Play = { readonly chats: number; readonly questions: number };

/** `waits`: for each person, how many milliseconds each answer took until the next question was there. */
export type Played = { readonly seconds: number; readonly waits: readonly (readonly number[])[] };

/** An update without its number, as the Bot API hands it over. */
export type Happening = Readonly<Record<string, unknown>>;

/** A message of the bot as it stands in the chat. */
export type Standing = {
  readonly message_id: number;
  readonly text: string;
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly { readonly callback_data: string }[])[];
  };
};

/** People in their chats: each presses a button as soon as the next question is there, none sees another. */
export type Round = {
  /** What happens when everybody begins. */
  begin(): readonly Happening[];
  /** The bot has written to somebody: what that person does now, if anything. */
  hears(chat: number, message: Standing): Happening | null;
  /** All that is still missing, for the message of a round that hangs. */
  missing(): number;
  readonly ended: Promise<Played>;
};

type Person = { readonly waits: number[]; given: number; since: number | null; isThrough: boolean };

const now = () => performance.now();

/** Begins a round with chats that nobody has used: their ids follow `first`. */
export function newRound({ chats, questions }: Play, first: number): Round {
  const people = new Map<number, Person>();
  for (let chat = first; chat < first + chats; chat += 1)
    people.set(chat, { waits: [], given: 0, since: null, isThrough: false });
  let left = chats;
  let begun = now();
  let end = (_: Played): void => {};
  const ended = new Promise<Played>((resolve) => {
    end = resolve;
  });

  function finish(person: Person): null {
    person.isThrough = true;
    left -= 1;
    if (left === 0)
      end({ seconds: (now() - begun) / 1000, waits: [...people.values()].map(({ waits }) => waits) });
    return null;
  }

  return {
    begin() {
      begun = now();
      return [...people.keys()].map((chat) => ({ message: said(chat, '/start') }));
    },
    hears(chat, message) {
      const person = people.get(chat);
      if (person === undefined) throw new Error(`Nobody of this round sits in chat ${chat}`);
      // What is said after the last answer may take several messages.
      if (person.isThrough) return null;
      const at = now();
      if (person.since !== null) person.waits.push(at - person.since);
      else if (person.given > 0) throw new Error(`Chat ${chat} was told something that it did not ask for`);
      person.since = null;
      if (person.given === questions) return finish(person);
      const [yes, no] = message.reply_markup?.inline_keyboard[0] ?? [];
      if (yes === undefined || no === undefined) throw new Error(`No question: ${message.text}`);
      const { callback_data: data } = person.given % 3 === 0 ? no : yes;
      person.given += 1;
      person.since = at;
      return { callback_query: pressed(chat, message, data) };
    },
    missing: () => left,
    ended,
  };
}

function from(chat: number) {
  return { id: chat, is_bot: false, first_name: 'Thử', language_code: 'vi' };
}

function in_(chat: number) {
  return { id: chat, type: 'private', first_name: 'Thử' };
}

function said(chat: number, text: string) {
  const entities = [{ type: 'bot_command', offset: 0, length: text.length }];
  return { message_id: 1, date: seconds(), from: from(chat), chat: in_(chat), text, entities };
}

/** As Telegram does it, the message that the button stands under comes along. */
function pressed(chat: number, message: Standing, data: string) {
  const standing = { ...message, date: seconds(), chat: in_(chat) };
  return {
    id: `${chat}${message.message_id}`,
    from: from(chat),
    chat_instance: '1',
    message: standing,
    data,
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
