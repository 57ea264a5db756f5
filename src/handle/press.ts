import type { Button } from '../button.ts';
import { allPlaces } from '../store/areas.ts';
import { type CaseRow, lockCase, lockOwnCase } from '../store/cases.ts';
import { savePerson, shownTo } from '../store/people.ts';
import type { InterviewCommand } from '../survey/command.ts';
import { staleOwn } from '../survey/stale.ts';
import { sureKind } from '../survey/sure.ts';
import { badCode, languages } from '../talk/notices.ts';
import { accept } from './accept.ts';
import {
  forgetHere,
  forgetOther,
  join,
  onDevices,
  onForgetHere,
  onOwnCode,
  onReconnect,
  recover,
  unchanged,
} from './devices.ts';
import { enter } from './flow.ts';
import { mayTalk, onStatus, resume } from './go-on.ts';
import { onDesk, onTasks } from './head.ts';
import { onHelp } from './help.ts';
import { answerHousehold, beginCase, onHousehold } from './household.ts';
import { onNotBegun, onProgress, onWardChart } from './progress.ts';
import { onReaders } from './readers.ts';
import { onNoReminders } from './reminders.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';
import { wish } from './wish.ts';

/** A button was pressed, or its words were typed. */
export async function onButton(turn: Turn, pressed: Button): Promise<Reply> {
  switch (pressed.kind) {
    case 'answer':
    case 'act':
    case 'edit':
      return onOwn(turn, pressed.case, (row) => answerHousehold(turn, row, householdCommand(pressed)));
    case 'own':
      return onOwn(turn, pressed.case, (row) => ownAct(turn, row, pressed.act));
    case 'desk': {
      const { revision, act, arg } = pressed;
      return onDesk(turn, pressed.case, { kind: 'press', revision, act, arg }, null);
    }
    case 'flow': {
      const { act, arg, id, rev } = pressed;
      return enter(turn, pressed.flow, { kind: 'press', act, id, rev, arg });
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
  const row = turn.pressed?.id === id ? turn.pressed : await lockCase(turn.q, id);
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
    case 'no-reminders':
      return onNoReminders(turn, row);
    default:
      return onStatus(turn, row);
  }
}

/** "Yes" answers only a question that still stands last; one from long ago, or since denied, takes nothing back. */
async function withdrawSurely(turn: Turn, row: CaseRow): Promise<Reply> {
  const shown = shownTo(turn.speaker);
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
    case 'progress':
      return onProgress(turn, Number(arg) || 0);
    case 'readers':
      return onReaders(turn, Number(arg) || 0);
    case 'not-begun':
      return onNotBegun(turn, Number(arg) || 0);
    case 'ward-chart':
      return onWardChart(turn);
    case 'language':
      return toSelf(languages());
    case 'vi':
    case 'en':
      return inLanguage(turn, act);
    case 'accept':
      return accept(turn, arg);
    case 'status':
    case 'person':
      return wish(turn, act);
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
  if (row === null || turn.speaker.focus === 'desk') return onHelp(turn);
  return resume(turn, row, null);
}
