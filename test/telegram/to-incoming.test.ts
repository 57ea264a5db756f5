import { describe, expect, it } from 'vitest';
import { incomingSchema } from '../../src/incoming.ts';
import { toIncoming } from '../../src/telegram/to-incoming.ts';

const BOT = 'telegram:42';
const PERSON = {
  id: 7,
  is_bot: false,
  first_name: 'Bí Mật',
  last_name: 'Họ',
  username: 'bi_mat',
  language_code: 'vi',
};
const ME = { id: 42, is_bot: true, first_name: 'Rà soát', username: 'Rasoat_bot' };
const PRIVATE = { id: 7, type: 'private', first_name: 'Bí Mật', username: 'bi_mat' };
const GROUP = { id: -1001234567890, type: 'supergroup', title: 'Thôn Bí Mật' };

function hear(kind: string, body: unknown) {
  return toIncoming({ update_id: 11, [kind]: body }, BOT, 'Rasoat_bot');
}

function said(fields: object, chat: object = PRIVATE) {
  return hear('message', { message_id: 1, date: 1, chat, from: PERSON, ...fields });
}

function grouped(text: string, entities: unknown[] = [], more: object = {}) {
  return said({ text, entities, ...more }, GROUP);
}

describe('what a person does in a private chat', () => {
  it('is text, with the chat as address and the update as key', () => {
    expect(said({ text: 'Có' })).toEqual({
      channel: 'telegram',
      bot: BOT,
      key: '11',
      address: '7',
      input: { kind: 'text', text: 'Có' },
    });
  });

  it.each([
    ['/start ABC_1', '/start ABC_1'],
    ['/start@rasoat_BOT ABC_1', '/start ABC_1'],
    ['/start@other_bot', '/start@other_bot'],
    ['mail me@rasoat_bot', 'mail me@rasoat_bot'],
  ])('keeps commands and start codes: %s', (text, heard) => {
    expect(said({ text })?.input).toEqual({ kind: 'text', text: heard });
  });

  it.each([
    ['sticker', { sticker: {} }],
    ['voice', { voice: {} }],
    ['voice', { audio: {} }],
    ['voice', { video_note: {} }],
    ['photo', { photo: [], caption: 'Sổ hộ nghèo' }],
    ['file', { document: {} }],
    ['file', { video: {} }],
    ['file', { animation: {}, document: {} }],
    ['other', { location: { latitude: 1, longitude: 1 } }],
    ['other', { contact: { phone_number: '+84900000000', first_name: 'Bí Mật' } }],
    ['other', { dice: {} }],
    ['other', { text: 5, entities: 'broken' }],
    ['other', {}],
  ])('is unsupported: %s', (what, fields) => {
    expect(said(fields)?.input).toEqual({ kind: 'unsupported', what });
  });

  it('is a pressed button, also of a message that Telegram no longer shows us', () => {
    const press = { id: '1', from: PERSON, chat_instance: '1', data: 'a:1' };
    const full = { message_id: 3, date: 1, chat: PRIVATE, text: 'Hỏi', from: ME };
    for (const message of [full, { message_id: 3, date: 0, chat: PRIVATE }]) {
      expect(hear('callback_query', { ...press, message })).toMatchObject({
        address: '7',
        input: { kind: 'button', data: 'a:1' },
      });
    }
  });

  it('is unsupported when the button has no data, and nobody when the press has no chat', () => {
    const press = { id: '1', from: PERSON, chat_instance: '1' };
    const game = { ...press, game_short_name: 'x', message: { message_id: 3, date: 0, chat: PRIVATE } };
    expect(hear('callback_query', game)?.input).toEqual({ kind: 'unsupported', what: 'other' });
    expect(hear('callback_query', { ...press, data: 'a', inline_message_id: 'x' })).toBeNull();
  });

  it('is an edit, but not every step of a live location', () => {
    const edited = { message_id: 1, date: 1, edit_date: 2, chat: PRIVATE, from: PERSON };
    expect(hear('edited_message', { ...edited, text: 'Không' })?.input).toEqual({
      kind: 'unsupported',
      what: 'edited',
    });
    expect(hear('edited_message', { ...edited, location: {} })).toBeNull();
    expect(hear('edited_message', { ...edited, chat: GROUP, text: 'x' })).toBeNull();
  });

  it('is blocking the bot and letting it in again', () => {
    const change = (from: string, to: string) =>
      hear('my_chat_member', {
        chat: PRIVATE,
        from: PERSON,
        date: 1,
        old_chat_member: { status: from, user: ME },
        new_chat_member: { status: to, user: ME },
      })?.input;
    expect(change('member', 'kicked')).toEqual({ kind: 'blocked' });
    expect(change('kicked', 'member')).toEqual({ kind: 'unblocked' });
  });
});

describe('what happens in a group', () => {
  it.each([
    ['a command', grouped('/start', [{ type: 'bot_command', offset: 0, length: 6 }])],
    ['a command to us', grouped('/start@rasoat_bot', [{ type: 'bot_command', offset: 0, length: 17 }])],
    ['a mention', grouped('ơi @rasoat_bot', [{ type: 'mention', offset: 3, length: 11 }])],
    ['a mention after an emoji', grouped('😀 @rasoat_bot', [{ type: 'mention', offset: 3, length: 11 }])],
    ['a mention by name', grouped('Rà soát', [{ type: 'text_mention', offset: 0, length: 7, user: ME }])],
    [
      'a reply to us',
      grouped('vâng', [], { reply_to_message: { message_id: 1, date: 1, chat: GROUP, from: ME } }),
    ],
  ])('concerns us: %s', (_, incoming) => {
    expect(incoming).toMatchObject({ address: '-1001234567890', input: { kind: 'group' } });
  });

  it.each([
    ['chatter', grouped('hôm nay trời đẹp')],
    [
      'a command to another bot',
      grouped('/start@other_bot', [{ type: 'bot_command', offset: 0, length: 16 }]),
    ],
    ['a mention of somebody else', grouped('@ai_do', [{ type: 'mention', offset: 0, length: 6 }])],
    [
      'a reply to a person',
      grouped('vâng', [], { reply_to_message: { message_id: 1, date: 1, chat: GROUP, from: PERSON } }),
    ],
    ['another bot', said({ from: { ...ME, id: 43 }, text: '/start' }, GROUP)],
    ['a joining member', said({ new_chat_members: [PERSON] }, GROUP)],
  ])('does not concern us: %s', (_, incoming) => {
    expect(incoming).toBeNull();
  });

  it('concerns us when we are added, once', () => {
    const change = (before: object, now: object) =>
      hear('my_chat_member', {
        chat: GROUP,
        from: PERSON,
        date: 1,
        old_chat_member: before,
        new_chat_member: now,
      });
    expect(change({ status: 'left' }, { status: 'member' })?.input).toEqual({ kind: 'group' });
    expect(change({ status: 'kicked' }, { status: 'restricted', is_member: true })?.input).toEqual({
      kind: 'group',
    });
    expect(change({ status: 'member' }, { status: 'administrator' })).toBeNull();
    expect(change({ status: 'member' }, { status: 'left' })).toBeNull();
  });

  it('concerns us when a button of ours is pressed there', () => {
    const press = {
      id: '1',
      from: PERSON,
      chat_instance: '1',
      data: 'a',
      message: { message_id: 1, date: 0, chat: GROUP },
    };
    expect(hear('callback_query', press)?.input).toEqual({ kind: 'group' });
  });
});

describe('what cannot be read', () => {
  it.each([
    [null],
    ['text'],
    [{}],
    [{ update_id: 'x', message: { chat: PRIVATE } }],
    [{ update_id: 1 }],
    [{ update_id: 1, message: null }],
    [{ update_id: 1, message: { text: 'x' } }],
    [{ update_id: 1, poll: { id: '1' } }],
  ])('never throws: %j', (update) => {
    expect(toIncoming(update, BOT, 'rasoat_bot')).toBeNull();
  });
});

it('lets no name, username or phone number out, and gives what the contract says', () => {
  const contact = { contact: { phone_number: '+84900000000', first_name: 'Bí Mật' } };
  for (const incoming of [
    said({ text: 'Có' }),
    said(contact),
    grouped('/x', [{ type: 'bot_command', offset: 0, length: 2 }]),
  ]) {
    expect(incomingSchema.strict().parse(incoming)).toEqual(incoming);
    expect(JSON.stringify(incoming)).not.toMatch(/Mật|bi_mat|8490|Họ/);
  }
});
