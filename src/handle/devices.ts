import { notice, type Phrase, say } from '../decision.ts';
import { titleOf } from '../desk/subject.ts';
import { headed, may, stagesOf } from '../rights.ts';
import { type CaseRow, lockCase, lockOwnCase, openTasks, saveCase } from '../store/cases.ts';
import {
  type DeviceCode,
  devicesOf,
  findDeviceCode,
  forgetDevice,
  holdAccount,
  holdsPost,
  joinAccounts,
  makeDeviceCode,
  takeDeviceCode,
} from '../store/devices.ts';
import { timesTold } from '../store/outbox.ts';
import { shownTo, speakerNow } from '../store/people.ts';
import { membersOf } from '../survey/answer.ts';
import { deadEnd } from '../survey/person.ts';
import {
  codeFor,
  codeLives,
  deviceAdded,
  deviceList,
  forgetSure,
  householdList,
  joinOffer,
  ownCode,
} from '../talk/devices.ts';
import { menu } from '../talk/notices.ts';
import { vietnamDay, vietnamTime } from '../time/vietnam.ts';
import { backTo } from './go-on.ts';
import { onHousehold } from './household.ts';
import { relationsTo } from './relations.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

const hourMs = 3_600_000;
const wrongCodesAnHour = 5;

/** The phones and browsers of the speaker. */
export async function onDevices(turn: Turn, lead: readonly Phrase[] = []): Promise<Reply> {
  const devices = await devicesOf(turn.q, turn.speaker.id);
  const own = devices.map(({ chat, channel, lastUsedAt }) => ({
    chat,
    channel,
    day: vietnamDay(lastUsedAt),
    time: vietnamTime(lastUsedAt),
    isHere: chat === turn.speaker.chat,
  }));
  return toSelf(deviceList(own, lead));
}

/** A code for another device of the speaker. */
export async function onOwnCode(turn: Turn): Promise<Reply> {
  const { id } = turn.speaker;
  const expiresAt = new Date(turn.now.getTime() + codeLives.own);
  return toSelf(ownCode(await makeDeviceCode(turn.q, { person: id, issuedBy: id, expiresAt })));
}

/** A code was typed: what it would do is said first, and only a press uses it up. */
export async function onCode(turn: Turn, code: string): Promise<Reply> {
  const looked = await lookUp(turn, code);
  if ('refused' in looked) return looked.refused;
  const { choice } = await goingCases(turn, looked.person);
  return toSelf(joinOffer(code, looked.issuedBy === looked.person, choice));
}

/**
 * The account that a code opens, held. Not for somebody who guesses, nor for a head: the posts must not go over to
 * another account.
 */
async function lookUp(turn: Turn, code: string): Promise<DeviceCode | { readonly refused: Reply }> {
  const since = new Date(turn.now.getTime() - hourMs);
  if ((await timesTold(turn.q, turn.speaker.chat, 'wrong-code', since)) >= wrongCodesAnHour)
    return { refused: toSelf(deadEnd('refused', say('devices.too-many'))) };
  const found = await findDeviceCode(turn.q, code, turn.now);
  if (found === null) return { refused: wrongCode() };
  if (found.person === turn.speaker.id)
    return { refused: toSelf(notice('device-code', say('devices.already'))) };
  if (turn.speaker.posts.length > 0) return { refused: toSelf(deadEnd('refused', say('devices.head-here'))) };
  await holdAccount(turn.q, found.person);
  return found;
}

function wrongCode(): Reply {
  return toSelf(deadEnd('wrong-code', say('devices.wrong')));
}

type GoingCases = {
  readonly there: CaseRow | null;
  readonly here: CaseRow | null;
  /** The two between which a person has to choose. */
  readonly choice: { readonly there: number; readonly here: number } | null;
};

/** The case of either account that still goes on. */
async function goingCases(turn: Turn, there: number): Promise<GoingCases> {
  const [other, own] = [await lockOwnCase(turn.q, there), await lockOwnCase(turn.q, turn.speaker.id)];
  const [a, b] = [going(other), going(own)];
  const isChoice = a !== null && b !== null && !isEmpty(a) && !isEmpty(b);
  return { there: a, here: b, choice: isChoice ? { there: a.id, here: b.id } : null };
}

function going(row: CaseRow | null): CaseRow | null {
  return row !== null && stagesOf('withdraw').includes(row.interview.stage) ? row : null;
}

/** Nothing was told yet: such a case is given up without asking. */
function isEmpty(row: CaseRow): boolean {
  return membersOf(row.interview.answers).length === 0;
}

/** Makes this device one of the account that the code opens. `keep`: which of two cases goes on, where there are two. */
export async function join(turn: Turn, code: string, keep: 'there' | 'here' | null): Promise<Reply> {
  const found = await lookUp(turn, code);
  if ('refused' in found) return found.refused;
  const both = await goingCases(turn, found.person);
  // What was offered is long past: meanwhile there are two cases.
  if (both.choice !== null && keep === null)
    return toSelf(joinOffer(code, found.issuedBy === found.person, both.choice));
  const others = await devicesOf(turn.q, found.person);
  if ((await takeDeviceCode(turn.q, code, turn.now)) === null) return wrongCode();
  const loser = loserOf(both, keep);
  const givenUp = loser === null ? null : await giveUpCase(turn, loser);
  await joinAccounts(turn.q, turn.speaker.id, found.person, turn.now);
  const speaker = await speakerNow(turn.q, turn.speaker.chat, turn.now);
  const isOwn = found.issuedBy === found.person;
  const next: Reply = { ...(await backTo({ ...turn, speaker })), speaker };
  const { chat, channel } = turn.speaker;
  const told = others.map((other) => ({ chat: other.chat, message: deviceAdded({ chat, channel }) }));
  const first: Reply = {
    ...toSelf(notice('joined', say(isOwn ? 'devices.joined' : 'devices.joined-given'))),
    speaker,
    elsewhere: told,
    also: next,
  };
  return givenUp === null ? first : { ...givenUp, also: first };
}

/** The case that is given up where both accounts have one that goes on; an empty one before one with people in it. */
function loserOf({ there, here }: GoingCases, keep: 'there' | 'here' | null): CaseRow | null {
  if (here === null || there === null) return here !== null && isEmpty(here) ? here : null;
  if (isEmpty(here)) return here;
  if (isEmpty(there)) return there;
  return keep === 'here' ? there : here;
}

/** Withdraws a case; its heads are told, its household has just chosen so. */
async function giveUpCase(turn: Turn, row: CaseRow): Promise<Reply> {
  const { messages, ...reply } = await onHousehold(turn, row, { kind: 'withdraw', sure: true });
  return { ...reply, messages: messages.filter(({ to }) => to !== 'self') };
}

/** Before this device is forgotten: are you sure. */
export async function onForgetHere(turn: Turn): Promise<Reply> {
  return toSelf(forgetSure((await devicesOf(turn.q, turn.speaker.id)).length === 1));
}

/** This device belongs to nobody from here on; what was said stays with the account. An old "yes" asks again. */
export async function forgetHere(turn: Turn): Promise<Reply> {
  const shown = shownTo(turn.speaker);
  if (shown?.kind !== 'forget') return onForgetHere(turn);
  await forgetDevice(turn.q, turn.speaker.id, turn.speaker.chat, turn.now);
  const speaker = await speakerNow(turn.q, turn.speaker.chat, turn.now);
  return { ...toSelf(deadEnd('forgotten-here', say('devices.forgotten-here'))), speaker };
}

/** Another device of the speaker's is forgotten. */
export async function forgetOther(turn: Turn, chat: number): Promise<Reply> {
  if (chat === turn.speaker.chat) return onForgetHere(turn);
  const done = await forgetDevice(turn.q, turn.speaker.id, chat, turn.now);
  return onDevices(turn, done ? [say('devices.forgotten')] : []);
}

/** The households of a head's zones that can be given a code, the longest known first. */
export async function onReconnect(turn: Turn, from = 0): Promise<Reply> {
  const { id } = turn.speaker;
  const zones = headed(turn.speaker.posts);
  if (zones.length === 0) return toSelf(deadEnd('refused', say('desk.not-head')));
  const tasks = await openTasks(turn.q, zones, id, stagesOf('reconnect'));
  const named = tasks.map(({ id: number, interview }) => ({ case: number, name: titleOf(interview) }));
  return toSelf(householdList(named, from));
}

/** A head gives a household that lost its phone a code. That it was given stands in the history of the case. */
export async function recover(turn: Turn, id: number): Promise<Reply> {
  const row = await lockCase(turn.q, id);
  if (row === null || !may((await relationsTo(turn, row)).relations, 'reconnect', row.interview.stage))
    return toSelf(deadEnd('refused', say('desk.not-yours')));
  // With the account of another head would come that head's cases.
  if (await holdsPost(turn.q, row.owner)) return toSelf(deadEnd('refused', say('devices.other-head')));
  const expiresAt = new Date(turn.now.getTime() + codeLives.given);
  const digits = await makeDeviceCode(turn.q, { person: row.owner, issuedBy: turn.speaker.id, expiresAt });
  await saveCase(turn.q, { row, happened: [{ type: 'DeviceCodeGiven' }], actor: turn.speaker.id }, turn.now);
  return toSelf(codeFor({ name: titleOf(row.interview), case: id }, digits));
}

/** Nothing is changed. */
export function unchanged(): Reply {
  return toSelf({
    kind: 'unchanged',
    parts: [say('devices.unchanged')],
    options: [menu('resume')],
    actions: [],
  });
}

/** What is typed on a device that its owner left for another is about nothing that stands there. */
export async function onOlderDevice(turn: Turn): Promise<Reply> {
  const next = await backTo(turn);
  return { ...toSelf(notice('elsewhere', say('devices.elsewhere'))), also: next };
}
