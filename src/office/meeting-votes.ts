import { say } from '../decision.ts';
import { parseCounts } from '../input/counts.ts';
import { ask, type Heard, type Move } from './meeting-move.ts';
import { openInResult, type Writing } from './meeting-step.ts';
import { groups, mostPresent, presentOf, type Seat } from './seat.ts';

const longestRemark = 500;

/** One input while what came of a meeting is being written down. */
export function hearResult(heard: Heard, step: Writing, seat: Seat): Move {
  const open = openInResult(step, seat);
  if (heard.kind === 'act') return pressed(heard.act, heard.at, step, seat);
  switch (open) {
    case 'present':
      return withPresent(parseCounts(heard.text, mostPresent), step);
    case 'vote':
      return withVotes(parseCounts(heard.text, mostPresent), step, seat);
    case 'remark':
      return withRemark(heard.text.trim(), step);
    case 'how':
    case 'agreed':
    case 'which-remark':
    case 'check':
      return ask(step, say('meeting.unclear'));
    default:
      return open satisfies never;
  }
}

/** A choice counts only at the place that offered it: pressed twice, it tells nothing of the next one. */
function pressed(act: string, at: number, step: Writing, seat: Seat): Move {
  const open = openInResult(step, seat);
  const { agreed, guests, present, remarks, votes } = step;
  if (open === 'present' && act === 'none' && at === present.length) return withPresent([0], step);
  if (open === 'how' && (act === 'all' || act === 'each')) return ask({ ...step, mode: act });
  if (open === 'vote' && act === 'all-this' && at === votes.length)
    return withVotes([presentOf(present)], step, seat);
  if (open === 'agreed' && (act === 'yes' || act === 'no') && at === agreed.length)
    return ask({ ...step, agreed: [...agreed, act === 'yes'] });
  if (open === 'check' && act === 'do-write') return { kind: 'write', step };
  if (open === 'check' && act === 'remark')
    return ask({ ...step, remark: guests.length === 1 ? (guests[0]?.id ?? 'choose') : 'choose' });
  const chosen = act === 'remark-of' && open === 'which-remark' ? guests[at] : undefined;
  if (chosen !== undefined) return ask({ ...step, remark: chosen.id });
  if (open === 'remark' && act === 'no-remark' && typeof step.remark === 'number') {
    const left = Object.entries(remarks).filter(([id]) => id !== String(step.remark));
    return ask({ ...step, remark: null, remarks: Object.fromEntries(left) });
  }
  return ask(step);
}

function withPresent(told: readonly number[] | null, step: Writing): Move {
  if (told === null) return ask(step, say('meeting.refused.not-a-number'));
  const present = [...step.present, ...told];
  if (present.length > groups.length)
    return ask(step, say('meeting.refused.too-many-numbers', { count: groups.length - step.present.length }));
  if (present.length === groups.length && presentOf(present) === 0)
    return ask({ ...step, present: [] }, say('meeting.refused.nobody-came'));
  return ask({ ...step, present });
}

function withVotes(told: readonly number[] | null, step: Writing, { share }: Seat): Move {
  if (told === null) return ask(step, say('meeting.refused.not-a-number'));
  const left = share === null ? 1 : step.guests.length - step.votes.length;
  if (told.length > left) return ask(step, say('meeting.refused.too-many-numbers', { count: left }));
  const present = presentOf(step.present);
  if (told.some((each) => each > present))
    return ask(step, say('meeting.refused.more-than-present', { count: present }));
  return ask({ ...step, votes: [...step.votes, ...told] });
}

function withRemark(text: string, step: Writing): Move {
  if (text === '' || typeof step.remark !== 'number') return ask(step);
  if (text.length > longestRemark) return ask(step, say('refused.too-long', { most: longestRemark }));
  return ask({ ...step, remark: null, remarks: { ...step.remarks, [step.remark]: text } });
}
