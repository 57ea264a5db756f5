import { encodeButton } from '../button.ts';
import { type Message, notice, type Phrase, type Pick, say } from '../decision.ts';
import { menu } from './notices.ts';

/** A phone, browser or account of a person; `day` and `time`: when it was used last, in Vietnam. */
export type OwnDevice = {
  readonly chat: number;
  readonly channel: string;
  readonly day: string;
  readonly time: string;
  readonly isHere: boolean;
};

/** A household as its head knows it: a name of the roster, and the number of the case. */
export type Household = { readonly name: string; readonly case: number };

const minutesForOwn = 15;
const hoursForOthers = 24;

/** How long a code works, in milliseconds: one's own is typed at once, one that a head gives is carried to a household. */
export const codeLives = { own: minutesForOwn * 60_000, given: hoursForOthers * 3_600_000 } as const;

/** The ten digits of a code as they are read out: `LK 1234 567 890`. */
export function spelled(digits: string): string {
  return `LK ${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
}

/** The devices of an account, and what can be done with them. */
export function deviceList(devices: readonly OwnDevice[], lead: readonly Phrase[] = []): Message {
  const lines = devices.map(({ channel, day, time, isHere }) =>
    say(isHere ? 'devices.here' : 'devices.other', { channel: named(channel), day: { day }, time }),
  );
  const others = devices.filter(({ isHere }) => !isHere);
  return {
    kind: 'devices',
    parts: [...lead, say('devices.list', { lines: { lines } })],
    options: [menu('device-code'), menu('forget-here'), ...others.map(forgetting)],
    actions: [menu('resume')],
  };
}

/** A code for another device of the one who asks. */
export function ownCode(digits: string): Message {
  return notice('device-code', say('devices.code', { code: spelled(digits), minutes: minutesForOwn }));
}

/** A code that a head hands to a household which lost its phone. */
export function codeFor({ name, case: id }: Household, digits: string): Message {
  return notice(
    'device-code',
    say('devices.code-for', { name, case: id, code: spelled(digits), hours: hoursForOthers }),
  );
}

/** Asks before this device is joined. Of two cases that both go on one is kept: `cases` are their numbers. */
export function joinOffer(
  code: string,
  isOwn: boolean,
  cases: { readonly there: number; readonly here: number } | null,
): Message {
  const lead = say(isOwn ? 'devices.offer' : 'devices.offer-given');
  const no = menu('not-now');
  if (cases === null) return { kind: 'join', parts: [lead], options: [menu('join', code), no], actions: [] };
  const keep = (at: 'there' | 'here', phrase: Phrase): Pick => ({ phrase, data: button(`join-${at}`, code) });
  return {
    kind: 'join',
    parts: [lead, say('devices.two-cases')],
    options: [
      keep('there', say('devices.keep-there', { case: cases.there })),
      keep('here', say('devices.keep-here', { case: cases.here })),
      no,
    ],
    actions: [],
  };
}

/** What the other devices of an account hear when one more is joined to it. */
export function deviceAdded(device: { readonly chat: number; readonly channel: string }): Message {
  return {
    kind: 'device-added',
    parts: [say('devices.added', { channel: named(device.channel) })],
    options: [],
    actions: [{ phrase: say('devices.forget-new'), data: button('forget', String(device.chat)) }],
  };
}

/** Asks before this device is forgotten. */
export function forgetSure(isLast: boolean): Message {
  return {
    kind: 'forget',
    parts: [say('devices.sure'), ...(isLast ? [say('devices.sure-last')] : [])],
    options: [menu('forget-sure'), menu('not-now')],
    actions: [],
  };
}

/** The households of a head's zones to which a code can be given, so many at once. */
export function householdList(households: readonly Household[], from: number): Message {
  if (households.length === 0) return notice('reconnect', say('devices.no-households'));
  const first = from < households.length ? from : 0;
  const page = households.slice(first, first + atOnce);
  const next = first + page.length;
  return {
    kind: 'reconnect',
    parts: [say('devices.households')],
    options: page.map(({ name, case: id }) => ({
      phrase: say('devices.household', { name, case: id }),
      data: button('recover', String(id)),
    })),
    actions:
      next < households.length ? [{ phrase: say('desk.more'), data: button('reconnect', String(next)) }] : [],
    shows: [{ as: 'head', why: 'list' }],
  };
}

const atOnce = 10;

function named(channel: string): { readonly phrase: Phrase } {
  return { phrase: say(`devices.channel.${channel}`) };
}

/** Two of the same channel are told apart by when they were used. */
function forgetting({ channel, chat, day, time }: OwnDevice): Pick {
  const phrase = say('devices.forget', { channel: named(channel), day: { day }, time });
  return { phrase, data: button('forget', String(chat)) };
}

function button(act: string, arg: string): string {
  return encodeButton({ kind: 'menu', act, arg });
}
