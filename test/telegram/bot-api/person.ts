import {
  addMessage,
  type Chat,
  chatOf,
  now,
  personUser,
  type Shown,
  toMessage,
  type World,
} from './world.ts';

/** What somebody can send that is no text. */
export type Thing =
  | 'sticker'
  | 'voice'
  | 'audio'
  | 'video_note'
  | 'photo'
  | 'document'
  | 'video'
  | 'animation'
  | 'location'
  | 'contact'
  | 'poll';

/** A person with the app in the hand; each deed returns the id of its update. */
export type Person = {
  readonly chatId: number;
  says(text: string): number;
  /** Presses a button by what it says (or its data), of the newest message that has it, or of the message given; tick marks and numbers may be left out. */
  presses(label: string, message?: Shown): number;
  sends(thing: Thing): number;
  /** Changes the text of the person's last message. */
  edits(text: string): number;
  blocks(): number;
  unblocks(): number;
  /** The chat as it stands, oldest first. */
  readonly sees: readonly Shown[];
  /** The bot's messages only, oldest first. */
  readonly hears: readonly Shown[];
};

const FILE = { file_id: 'file', file_unique_id: 'unique' };
const THINGS: Readonly<Record<Thing, unknown>> = {
  sticker: { ...FILE, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
  voice: { ...FILE, duration: 3 },
  audio: { ...FILE, duration: 60 },
  video_note: { ...FILE, duration: 5, length: 240 },
  photo: [{ ...FILE, width: 90, height: 60 }],
  document: FILE,
  video: { ...FILE, duration: 5, width: 90, height: 60 },
  animation: { ...FILE, duration: 5, width: 90, height: 60 },
  location: { latitude: 21.03, longitude: 105.85 },
  contact: { phone_number: '+84900000000', first_name: 'Bí Mật' },
  poll: { id: '1', question: 'Có?', options: [] },
};

/** Puts a person into the world. */
export function personIn(world: World, chatId: number): Person {
  const chat = chatOf(world, chatId);

  function write(text: string): Shown {
    if (chat.blocked) throw new Error('Whoever has blocked the bot must unblock it before writing');
    chat.started = true;
    return addMessage(world, chat, { from: 'person', text, buttons: [] });
  }

  function membership(from: string, to: string): number {
    const member = (status: string) => ({
      status,
      user: { id: world.bot.id, is_bot: true, first_name: 'Rà soát' },
    });
    const who = {
      chat: { id: chat.id, type: 'private', first_name: chat.firstName },
      from: personUser(chat),
      date: now(),
    };
    return world.updates.push('my_chat_member', {
      ...who,
      old_chat_member: member(from),
      new_chat_member: member(to),
    });
  }

  return {
    chatId,
    says: (text) =>
      world.updates.push('message', { ...toMessage(world, chat, write(text)), ...entitiesOf(text) }),
    presses(label, message) {
      const { shown, data } = find(chat, label, message);
      const id = String(world.nextQueryId++);
      world.openQueries.add(id);
      const press = { id, from: personUser(chat), chat_instance: String(chat.id), data };
      return world.updates.push('callback_query', { ...press, message: toMessage(world, chat, shown) });
    },
    sends(thing) {
      const { text: _text, ...message } = toMessage(world, chat, write(`[${thing}]`));
      return world.updates.push('message', { ...message, [thing]: THINGS[thing] });
    },
    edits(text) {
      const last = chat.messages.findLast(({ from }) => from === 'person');
      if (last === undefined) throw new Error('There is no message of the person to edit');
      last.text = text;
      return world.updates.push('edited_message', { ...toMessage(world, chat, last), edit_date: now() });
    },
    blocks() {
      chat.blocked = true;
      return membership('member', 'kicked');
    },
    unblocks() {
      chat.blocked = false;
      return membership('kicked', 'member');
    },
    sees: chat.messages,
    get hears() {
      return chat.messages.filter(({ from }) => from === 'bot');
    },
  };
}

function find(chat: Chat, label: string, message: Shown | undefined): { shown: Shown; data: string } {
  const messages = message === undefined ? chat.messages.toReversed() : [message];
  for (const shown of messages) {
    const button = shown.buttons
      .flat()
      .find(({ text, callback_data: data }) =>
        [text, text.replace(/^(?:✅|⬜️|\d+\.) /, ''), data].includes(label),
      );
    if (button?.callback_data !== undefined) return { shown, data: button.callback_data };
  }
  const there = messages.flatMap((shown) => shown.buttons.flat().map(({ text }) => text));
  throw new Error(`No button "${label}" in chat ${chat.id}; there are: ${there.join(' | ') || 'none'}`);
}

function entitiesOf(text: string): { entities?: unknown } {
  const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
  return command === undefined
    ? {}
    : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}
