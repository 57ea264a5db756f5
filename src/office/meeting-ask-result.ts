import { type Phrase, say } from '../decision.ts';
import { type Asked, ofStep } from './meeting-asked.ts';
import { guestLine } from './meeting-overview.ts';
import { openInResult, type Writing } from './meeting-step.ts';
import { type Counted, countedIn } from './meeting-tally.ts';
import { groups, presentOf, type Seat } from './seat.ts';

/** What is asked next of what came of a meeting. */
export function askResult(step: Writing, seat: Seat): Asked {
  const open = openInResult(step, seat);
  switch (open) {
    case 'present':
      return askPresent(step);
    case 'how':
      return askHow(step);
    case 'vote':
      return askVote(step, seat);
    case 'agreed':
      return askAgreed(step, seat);
    case 'which-remark':
      return askWhichRemark(step, seat);
    case 'remark':
      return askRemark(step, seat);
    case 'check':
      return askCheck(step, seat);
    default:
      return open satisfies never;
  }
}

function askPresent(step: Writing): Asked {
  const at = step.present.length;
  const group = groups[at];
  const asked =
    group === undefined ? [] : [say('meeting.ask.present', { group: { phrase: groupName(group) } })];
  const first = at === 0 ? [say('meeting.ask.all-present', { lines: { lines: groups.map(groupName) } })] : [];
  return { parts: [...first, ...asked], options: [], actions: [ofStep(step, 'none', at)] };
}

function askHow(step: Writing): Asked {
  const count = presentOf(step.present);
  return {
    parts: [say('meeting.ask.how', { count })],
    options: [ofStep(step, 'all', 0), ofStep(step, 'each', 0)],
    actions: [],
  };
}

function askVote(step: Writing, seat: Seat): Asked {
  const at = step.votes.length;
  const count = presentOf(step.present);
  return {
    parts: [say('meeting.ask.vote', { guest: guestOf(step, seat, at), count })],
    options: [],
    actions: [ofStep(step, 'all-this', at)],
  };
}

function askAgreed(step: Writing, seat: Seat): Asked {
  const at = step.agreed.length;
  return {
    parts: [say('meeting.ask.agreed', { guest: guestOf(step, seat, at) })],
    options: [ofStep(step, 'yes', at), ofStep(step, 'no', at)],
    actions: [],
  };
}

function askWhichRemark(step: Writing, seat: Seat): Asked {
  const options = step.guests.map(({ id }, at) =>
    ofStep(step, 'remark-of', at, say('flow.meeting.remark-of', { name: nameOf(id, seat) })),
  );
  return { parts: [say('meeting.ask.which-remark')], options, actions: [] };
}

function askRemark(step: Writing, seat: Seat): Asked {
  const name = typeof step.remark === 'number' ? nameOf(step.remark, seat) : '?';
  return {
    parts: [say('meeting.ask.remark', { name })],
    options: [],
    actions: [ofStep(step, 'no-remark', 0)],
  };
}

function askCheck(step: Writing, seat: Seat): Asked {
  const counted = countedIn(step, seat);
  const attendance = groups.map((group, at) =>
    say('meeting.group-count', { group: { phrase: groupName(group) }, count: step.present[at] ?? 0 }),
  );
  const remarks = counted.flatMap(({ guest }) => {
    const text = step.remarks[String(guest.id)];
    return text === undefined ? [] : [say('meeting.remark', { name: guest.name, text })];
  });
  return {
    parts: [
      say('meeting.ask.check', { count: presentOf(step.present), lines: { lines: attendance } }),
      say('meeting.votes', { lines: { lines: counted.map(votedLine) } }),
      ...(remarks.length === 0 ? [] : [say('meeting.remarks', { lines: { lines: remarks } })]),
      shareLine(seat),
    ],
    options: [ofStep(step, 'do-write', 0), ofStep(step, 'remark', 0)],
    actions: [],
  };
}

function shareLine({ share }: Seat): Phrase {
  if (share === null) return say('meeting.no-share');
  const { isSure, percent, source } = share;
  return isSure ? say('meeting.share', { percent, source }) : say('meeting.share-later', { percent, source });
}

/** How a household fared, as it was counted. */
export function votedLine({ guest, inFavour, isEnough, present }: Counted): Phrase {
  const counts = { name: guest.name, count: inFavour, present };
  return isEnough ? say('meeting.voted-enough', counts) : say('meeting.voted-again', counts);
}

function groupName(group: (typeof groups)[number]): Phrase {
  return say(`meeting.group.${group}`);
}

function guestOf({ guests }: Writing, { agenda }: Seat, at: number): { readonly phrase: Phrase } {
  const guest = agenda.find(({ id }) => id === guests[at]?.id);
  return { phrase: guest === undefined ? say('meeting.guest-open', { name: '?' }) : guestLine(guest) };
}

function nameOf(id: number, { agenda }: Seat): string {
  return agenda.find((each) => each.id === id)?.name ?? '?';
}
