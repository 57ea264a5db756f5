import { lockOwnCase } from '../store/cases.ts';
import { readersOf } from '../store/record-read.ts';
import { readersMessage } from '../talk/readers.ts';
import { onStatus } from './go-on.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** Who has read the case of the speaker's own household; nobody is told that of another one. */
export async function onReaders(turn: Turn, from = 0): Promise<Reply> {
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  if (row === null) return onStatus(turn, null);
  return toSelf(readersMessage(row.id, await readersOf(turn.q, row.id), from));
}
