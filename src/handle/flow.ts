import { say } from '../decision.ts';
import type { Shown } from '../store/people.ts';
import { deadEnd } from '../survey/person.ts';
import { onDecide } from './decide.ts';
import { deputy } from './deputy.ts';
import type { Flow, FlowInput } from './flow-state.ts';
import { followUp } from './follow-up.ts';
import { assign } from './posting/assign.ts';
import { postFlow } from './posting/post.ts';
import { posted } from './posting/posted.ts';
import { recheck } from './posting/recheck.ts';
import { meeting } from './meeting.ts';
import { request } from './request.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';
import { onWard } from './ward.ts';

/** The register: one line each. */
const flows: Readonly<Record<string, Flow>> = {
  deputy,
  assign,
  decide: onDecide,
  follow: followUp,
  post: postFlow,
  posted,
  recheck,
  meeting,
  request,
  ward: onWard,
};

const mark = 'flow-';

/** Goes into a flow, or on in it; a choice of one that is not there is told kindly. */
export async function enter(turn: Turn, name: string, input: FlowInput): Promise<Reply> {
  const flow = Object.hasOwn(flows, name) ? flows[name] : undefined;
  return flow === undefined ? toSelf(deadEnd('unreadable', say('talk.unreadable.other'))) : flow(turn, input);
}

/** The flow that asked last on this screen, for which a typed text is; or null. */
export function flowOf(turn: Turn, shown: Shown | null): string | null {
  if (shown?.kind.startsWith(mark) !== true || turn.speaker.flow === null) return null;
  return shown.kind.slice(mark.length);
}
