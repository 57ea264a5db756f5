import { lockOwnCase } from '../store/cases.ts';
import type { InterviewCommand } from '../survey/command.ts';
import { languages } from '../talk/notices.ts';
import type { Wish } from '../talk/said.ts';
import { onDevices, onReconnect } from './devices.ts';
import { enter } from './flow.ts';
import { goOn, onStatus } from './go-on.ts';
import { onTasks } from './head.ts';
import { onHelp } from './help.ts';
import { onHousehold } from './household.ts';
import { onPerson } from './person.ts';
import { onProgress } from './progress.ts';
import { onReaders } from './readers.ts';
import { onNoReminders } from './reminders.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** What anybody may ask for at any time. */
export async function wish(turn: Turn, wanted: Wish): Promise<Reply> {
  if (wanted === 'help') return onHelp(turn);
  if (wanted === 'language') return toSelf(languages());
  if (wanted === 'tasks') return onTasks(turn);
  if (wanted === 'devices') return onDevices(turn);
  if (wanted === 'reconnect') return onReconnect(turn);
  if (wanted === 'person') return onPerson(turn);
  if (wanted === 'progress') return onProgress(turn);
  if (wanted === 'readers') return onReaders(turn);
  if (
    wanted === 'follow' ||
    wanted === 'posted' ||
    wanted === 'meeting' ||
    wanted === 'request' ||
    wanted === 'ward'
  )
    return enter(turn, wanted, { kind: 'open' });
  if (wanted === 'resume') return goOn(turn);
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (wanted === 'status' || row === null) return onStatus(turn, row);
  if (wanted === 'no-reminders') return onNoReminders(turn, row);
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
