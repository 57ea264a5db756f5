import { say } from '../decision.ts';
import { isExactly } from '../input/is-said.ts';
import { headed } from '../rights.ts';
import { placeByCode } from '../store/areas.ts';
import type { CaseRow } from '../store/cases.ts';
import { lockOwnCase } from '../store/cases.ts';
import { invitationMark } from '../store/invitations.ts';
import { timesTold } from '../store/outbox.ts';
import { markGone, type Shown, shownTo } from '../store/people.ts';
import type { Act } from '../survey/ask.ts';
import type { InterviewCommand } from '../survey/command.ts';
import { walk } from '../survey/walk.ts';
import { surveyOf } from '../surveys/register.ts';
import { badCode, privateOnly, unreadable } from '../talk/notices.ts';
import type { Said, Wish } from '../talk/said.ts';
import { onInvitation } from './accept.ts';
import { onCode, onOlderDevice } from './devices.ts';
import { enter, flowOf } from './flow.ts';
import { goOn, mayTalk, onStatus } from './go-on.ts';
import { deskOf, isAskedForWords, onCalled, onTasks, onWords } from './head.ts';
import { answerHousehold } from './household.ts';
import { pickedInWords } from './menu.ts';
import { onButton } from './press.ts';
import type { Reply, Turn } from './turn.ts';
import { toSelf } from './turn.ts';
import { wish } from './wish.ts';

const hourMs = 3_600_000;
const nothing: Reply = { messages: [], about: null, kept: null };

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
      return onButton(turn, said.button);
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
  if (code?.startsWith(invitationMark)) return onInvitation(turn, code);
  const place = code === null ? null : await placeByCode(turn.q, code);
  if (code !== null && place === null) return toSelf(badCode());
  return goOn(turn, place);
}

async function text(turn: Turn, typed: string): Promise<Reply> {
  const shown = shownTo(turn.speaker);
  const called = shown?.kind === 'tasks' ? await onCalled(turn, typed) : null;
  if (called !== null) return called;
  const picked = turn.speaker.isLatest ? pickedInWords(turn.speaker, typed, turn.settings.words) : null;
  if (picked !== null) return onButton(turn, picked);
  const wanted = wishIn(turn, typed);
  if (!turn.speaker.isLatest && wanted === null) return onOlderDevice(turn);
  const flow = flowOf(turn, shown);
  if (flow !== null && (wanted === null || !fromAnywhere.includes(wanted)))
    return enter(turn, flow, { kind: 'say', text: typed });
  if (isAtDesk(turn, shown)) return atDesk(turn, typed, wanted, shown);
  if (wanted !== null) return wish(turn, wanted);
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (row === null) return start(turn, null);
  if (!mayTalk(row)) return onStatus(turn, row);
  const act = actIn(turn, typed);
  if (act !== null) return answerHousehold(turn, row, onOpen(turn, row, act));
  return answerHousehold(turn, row, { kind: 'say', text: typed });
}

/** A head's words go to the desk, unless the own household was asked something last. */
function isAtDesk(turn: Turn, shown: Shown | null): boolean {
  if (headed(turn.speaker.posts).length === 0) return false;
  if (shown?.kind === 'asked-again') return false;
  return shown?.kind === 'card' || turn.speaker.focus === 'desk';
}

async function atDesk(turn: Turn, typed: string, wanted: Wish | null, shown: Shown | null): Promise<Reply> {
  const desk = deskOf(turn, shown);
  const isText = desk !== null && isAskedForWords(desk.step);
  if (wanted !== null && !isText && fromAnywhere.includes(wanted)) return wish(turn, wanted);
  return desk === null ? onTasks(turn) : onWords(turn, desk, shown, typed);
}

const fromAnywhere: readonly Wish[] = [
  'help',
  'status',
  'language',
  'person',
  'resume',
  'no-reminders',
  'request',
  'readers',
];
const spoken: readonly Wish[] = [
  'help',
  'status',
  'edit',
  'back',
  'withdraw',
  'language',
  'send',
  'person',
  'resume',
  'no-reminders',
  'posted',
  'request',
  'readers',
];

/** A wish said in words instead of by its command: only when nothing else is said. */
function wishIn(turn: Turn, typed: string): Wish | null {
  return spoken.find((wanted) => isSaid(turn, typed, `acts.${wanted}`)) ?? null;
}

/** An act on the open question that is said in words. */
function actIn(turn: Turn, typed: string): Act | null {
  if (isSaid(turn, typed, 'acts.why')) return 'why';
  const speaks = turn.settings.speaks(turn.speaker.channel);
  return speaks && isSaid(turn, typed, 'acts.listen') ? 'listen' : null;
}

function isSaid(turn: Turn, typed: string, key: string): boolean {
  return isExactly(typed, turn.settings.words(say(key)));
}

function onOpen(turn: Turn, row: CaseRow, act: Act): InterviewCommand {
  const survey = surveyOf(row.interview.survey, row.interview.version, turn.settings.surveys);
  const { open } = walk(survey, row.interview);
  return { kind: 'act', question: open?.id ?? 'consent', revision: row.interview.revision, act };
}
