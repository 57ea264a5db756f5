import type { Button } from '../button.ts';
import { say } from '../decision.ts';
import { isExactly } from '../input/is-said.ts';
import { allPlaces, placeByCode } from '../store/areas.ts';
import type { CaseRow } from '../store/cases.ts';
import { lockCase, lockOwnCase } from '../store/cases.ts';
import { acceptInvitation, findInvitation, invitationMark } from '../store/invitations.ts';
import { lastShown, type Shown, timesTold } from '../store/outbox.ts';
import { markGone, savePerson } from '../store/people.ts';
import type { InterviewCommand } from '../survey/command.ts';
import { sureKind } from '../survey/sure.ts';
import { staleOwn } from '../survey/stale.ts';
import { walk } from '../survey/walk.ts';
import { surveyOf } from '../surveys/register.ts';
import { badCode, help, invitation, languages, privateOnly, unreadable } from '../talk/notices.ts';
import type { Said, Wish } from '../talk/said.ts';
import {
  forgetHere,
  forgetOther,
  join,
  onCode,
  onDevices,
  onForgetHere,
  onOlderDevice,
  onOwnCode,
  onReconnect,
  recover,
  unchanged,
} from './devices.ts';
import { goOn, mayTalk, onStatus, resume } from './go-on.ts';
import { deskOf, isAskedForWords, onCalled, onDesk, onTasks, onWords } from './head.ts';
import { beginCase, onHousehold } from './household.ts';
import { pickedInWords } from './menu.ts';
import type { Reply, Turn } from './turn.ts';
import { toSelf } from './turn.ts';

const hourMs = 3_600_000;
const nothing: Reply = { messages: [], about: null };

/** Finds out to whom what was said belongs, and lets the right room decide. */
export async function answer(turn: Turn, said: Said): Promise<Reply> {
  switch (said.kind) {
    case 'start':
      return start(turn, said.code);
    case 'wish':
      return wish(turn, said.wish);
    case 'device-code':
      return onCode(turn, said.code);
    case 'button':
      return button(turn, said.button);
    case 'text':
      return text(turn, said.text);
    case 'unreadable':
      return toSelf(unreadable(said.what));
    case 'group': {
      const since = new Date(turn.now.getTime() - hourMs);
      const told = await timesTold(turn.q, turn.speaker.chat, 'private-only', since);
      return told > 0 ? nothing : toSelf(privateOnly(turn.settings.privateLink(turn.speaker.channel)));
    }
    case 'gone':
      await markGone(turn.q, turn.speaker.chat, turn.now);
      return nothing;
    case 'back-again':
      return nothing;
    default:
      return said satisfies never;
  }
}

async function start(turn: Turn, code: string | null): Promise<Reply> {
  if (code?.startsWith(invitationMark)) {
    const found = await findInvitation(turn.q, code, turn.now);
    return toSelf(found === null ? badCode() : invitation(found, code));
  }
  const place = code === null ? null : await placeByCode(turn.q, code);
  if (code !== null && place === null) return toSelf(badCode());
  return goOn(turn, place);
}

async function wish(turn: Turn, wanted: Wish): Promise<Reply> {
  if (wanted === 'help') return toSelf(help(turn.speaker.posts.length > 0));
  if (wanted === 'language') return toSelf(languages());
  if (wanted === 'tasks') return onTasks(turn);
  if (wanted === 'devices') return onDevices(turn);
  if (wanted === 'reconnect') return onReconnect(turn);
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (wanted === 'status' || row === null) return onStatus(turn, row);
  return onHousehold(turn, row, commandOf(wanted));
}

function commandOf(wanted: Extract<Wish, 'edit' | 'back' | 'send' | 'withdraw'>): InterviewCommand {
  switch (wanted) {
    case 'edit':
      return { kind: 'edit', question: null };
    case 'back':
      return { kind: 'back' };
    case 'send':
      return { kind: 'send' };
    case 'withdraw':
      return { kind: 'withdraw', sure: false };
    default:
      return wanted satisfies never;
  }
}

async function button(turn: Turn, pressed: Button): Promise<Reply> {
  switch (pressed.kind) {
    case 'answer':
    case 'act':
    case 'edit':
      return onOwn(turn, pressed.case, (row) => onHousehold(turn, row, householdCommand(pressed)));
    case 'own':
      return onOwn(turn, pressed.case, (row) => ownAct(turn, row, pressed.act));
    case 'desk': {
      const { revision, act, arg } = pressed;
      return onDesk(turn, pressed.case, { kind: 'press', revision, act, arg }, null);
    }
    case 'menu':
      return fromMenu(turn, pressed.act, pressed.arg);
    default:
      return pressed satisfies never;
  }
}

function householdCommand(pressed: Extract<Button, { kind: 'answer' | 'act' | 'edit' }>): InterviewCommand {
  switch (pressed.kind) {
    case 'answer':
      return { kind: 'press', question: pressed.question, revision: pressed.revision, value: pressed.value };
    case 'act':
      return { kind: 'act', question: pressed.question, revision: pressed.revision, act: pressed.act };
    case 'edit':
      return { kind: 'edit', question: pressed.question };
    default:
      return pressed satisfies never;
  }
}

/** A button of somebody else's case does nothing and shows nothing. */
async function onOwn(turn: Turn, id: number, act: (row: CaseRow) => Promise<Reply>): Promise<Reply> {
  const row = await lockCase(turn.q, id);
  return row === null || row.owner !== turn.speaker.id ? toSelf(badCode()) : act(row);
}

async function ownAct(turn: Turn, row: CaseRow, act: string): Promise<Reply> {
  switch (act) {
    case 'send':
      return onHousehold(turn, row, { kind: 'send' });
    case 'edit':
      return onHousehold(turn, row, { kind: 'edit', question: null });
    case 'withdraw':
      return onHousehold(turn, row, { kind: 'withdraw', sure: false });
    case 'withdraw-sure':
      return withdrawSurely(turn, row);
    case 'resume':
      return resume(turn, row, null);
    default:
      return onStatus(turn, row);
  }
}

/** "Yes" answers only a question that still stands last; one from long ago, or since denied, takes nothing back. */
async function withdrawSurely(turn: Turn, row: CaseRow): Promise<Reply> {
  const shown = await lastShown(turn.q, turn.speaker.chat);
  if (shown?.kind !== sureKind) return toSelf(staleOwn({ case: row.id }, 'withdraw'));
  return onHousehold(turn, row, { kind: 'withdraw', sure: true });
}

async function fromMenu(turn: Turn, act: string, arg: string): Promise<Reply> {
  switch (act) {
    case 'resume':
      return resume(turn, await lockOwnCase(turn.q, turn.speaker.id), null);
    case 'new':
      return renew(turn, arg);
    case 'tasks':
      return onTasks(turn, Number(arg) || 0);
    case 'language':
      return toSelf(languages());
    case 'vi':
    case 'en':
      return inLanguage(turn, act);
    case 'accept':
      return accept(turn, arg);
    case 'status':
      return wish(turn, 'status');
    default:
      return (await ofDevices(turn, act, arg)) ?? wish(turn, 'help');
  }
}

/** The choices about phones and browsers; null where it is none of them. */
async function ofDevices(turn: Turn, act: string, arg: string): Promise<Reply | null> {
  switch (act) {
    case 'devices':
      return onDevices(turn);
    case 'device-code':
      return onOwnCode(turn);
    case 'join':
      return join(turn, arg, null);
    case 'join-there':
      return join(turn, arg, 'there');
    case 'join-here':
      return join(turn, arg, 'here');
    case 'forget-here':
      return onForgetHere(turn);
    case 'forget-sure':
      return forgetHere(turn);
    case 'forget':
      return forgetOther(turn, Number(arg) || 0);
    case 'reconnect':
      return onReconnect(turn, Number(arg) || 0);
    case 'recover':
      return recover(turn, Number(arg) || 0);
    case 'not-now':
      return unchanged();
    default:
      return null;
  }
}

/** A new case only when the last one is closed; else the last one goes on. */
async function renew(turn: Turn, zone: string): Promise<Reply> {
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  const isOpen = row !== null && mayTalk(row);
  const place = (await allPlaces(turn.q)).find((each) => String(each.zone) === zone) ?? null;
  return isOpen ? resume(turn, row, place) : beginCase(turn, place);
}

async function inLanguage(turn: Turn, language: 'vi' | 'en'): Promise<Reply> {
  await savePerson(turn.q, turn.speaker.id, { language });
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (row === null || turn.speaker.focus === 'desk') return toSelf(help(turn.speaker.posts.length > 0));
  return resume(turn, row, null);
}

async function accept(turn: Turn, code: string): Promise<Reply> {
  const accepted = await acceptInvitation(turn.q, code, turn.speaker.id, turn.now);
  if (accepted === null) return toSelf(badCode());
  const welcome = say('talk.welcome-head', { zone: accepted.zoneName, ward: accepted.wardName });
  const known = turn.speaker.posts.some((post) => post.zone === accepted.zone);
  const posts = known
    ? turn.speaker.posts
    : [...turn.speaker.posts, { role: 'head' as const, zone: accepted.zone }];
  const tasks = await onTasks({ ...turn, speaker: { ...turn.speaker, posts } });
  return {
    messages: tasks.messages.map(({ to, message }) => ({
      to,
      message: { ...message, kind: 'welcome', parts: [welcome, ...message.parts] },
    })),
    about: null,
  };
}

async function text(turn: Turn, typed: string): Promise<Reply> {
  const shown = await lastShown(turn.q, turn.speaker.chat);
  const called = shown?.kind === 'tasks' ? await onCalled(turn, typed) : null;
  if (called !== null) return called;
  const picked = pickedInWords(turn.speaker.menu, shown?.id ?? null, typed, turn.settings.words);
  if (picked !== null) return button(turn, picked);
  const wanted = wishIn(turn, typed);
  if (!turn.speaker.isLatest && wanted === null) return onOlderDevice(turn);
  if (isAtDesk(turn, shown)) return atDesk(turn, typed, wanted, shown);
  if (wanted !== null) return wish(turn, wanted);
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (row === null) return start(turn, null);
  if (!mayTalk(row)) return onStatus(turn, row);
  if (isWhy(turn, typed)) return onHousehold(turn, row, whyOf(row));
  return onHousehold(turn, row, { kind: 'say', text: typed });
}

/** A head's words go to the desk, unless the own household was asked something last. */
function isAtDesk(turn: Turn, shown: Shown | null): boolean {
  if (turn.speaker.posts.length === 0) return false;
  if (shown?.kind === 'asked-again') return false;
  return shown?.kind === 'card' || turn.speaker.focus === 'desk';
}

async function atDesk(turn: Turn, typed: string, wanted: Wish | null, shown: Shown | null): Promise<Reply> {
  const desk = deskOf(turn, shown);
  const isText = desk !== null && isAskedForWords(desk.step);
  if (wanted !== null && !isText && fromAnywhere.includes(wanted)) return wish(turn, wanted);
  return desk === null ? onTasks(turn) : onWords(turn, desk, shown, typed);
}

const fromAnywhere: readonly Wish[] = ['help', 'status', 'language'];
const spoken: readonly Wish[] = ['help', 'status', 'edit', 'back', 'withdraw', 'language', 'send'];

/** A wish said in words instead of by its command: only when nothing else is said. */
function wishIn(turn: Turn, typed: string): Wish | null {
  return spoken.find((wanted) => isSaid(turn, typed, `acts.${wanted}`)) ?? null;
}

function isWhy(turn: Turn, typed: string): boolean {
  return isSaid(turn, typed, 'acts.why');
}

function isSaid(turn: Turn, typed: string, key: string): boolean {
  return isExactly(typed, turn.settings.words(say(key)));
}

function whyOf(row: CaseRow): InterviewCommand {
  const survey = surveyOf(row.interview.survey, row.interview.version);
  const { open } = walk(survey, row.interview);
  return { kind: 'act', question: open?.id ?? 'consent', revision: row.interview.revision, act: 'why' };
}
