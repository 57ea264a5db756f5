import { noComplaint, notOnList, whichHousehold } from '../../office/complaint.ts';
import { type HangingList, hangingLists, noZone } from '../../office/posted-list.ts';
import { ownAmong } from '../../store/residents.ts';
import { type FlowInput, keep } from '../flow-state.ts';
import { type Reply, toSelf, type Turn } from '../turn.ts';
import { about, send, typed } from './complain.ts';
import { listsIn, zonesSeen } from './seen.ts';

/** The lists that hang where somebody lives or works, and what they have to say to them. */
export async function posted(turn: Turn, input: FlowInput): Promise<Reply> {
  const zones = await zonesSeen(turn);
  if (zones.length === 0) return toSelf(noZone());
  const lists = await listsIn(turn, zones);
  switch (input.kind) {
    case 'open':
      return all(turn, lists);
    case 'say':
      return typed(turn, lists, input.text);
    case 'press':
      return pressed(turn, lists, input);
    default:
      return input satisfies never;
  }
}

async function all(turn: Turn, lists: readonly HangingList[]): Promise<Reply> {
  await keep(turn, null);
  return toSelf(hangingLists(lists));
}

type Press = Extract<FlowInput, { kind: 'press' }>;

/** A choice under a list that hangs no more, or that is not this person’s to see, does nothing. */
async function pressed(turn: Turn, lists: readonly HangingList[], { act, id, rev }: Press): Promise<Reply> {
  const called = (posting: number) => lists.find((list) => list.posting === posting);
  switch (act) {
    case 'list':
    case 'object':
    case 'missing': {
      const list = called(id);
      if (list === undefined) return over(turn);
      if (act === 'list') return all(turn, [list]);
      return act === 'object' ? which(turn, list) : missing(turn);
    }
    case 'about':
    case 'send': {
      const list = called(rev);
      if (list === undefined) return over(turn);
      return act === 'about' ? about(turn, list, id) : send(turn, list, id);
    }
    case 'stop':
      await keep(turn, null);
      return toSelf(noComplaint('stopped'));
    default:
      return all(turn, lists);
  }
}

async function over(turn: Turn): Promise<Reply> {
  await keep(turn, null);
  return toSelf(noComplaint('over'));
}

async function missing(turn: Turn): Promise<Reply> {
  await keep(turn, null);
  return toSelf(notOnList());
}

async function which(turn: Turn, list: HangingList): Promise<Reply> {
  const own = await ownAmong(
    turn.q,
    turn.speaker.id,
    list.lines.map(({ dossier }) => dossier),
  );
  await keep(turn, { flow: 'posted', at: 'which', posting: list.posting });
  return toSelf(whichHousehold(list, own));
}
