import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import type { Due } from '../procedure/deadline.ts';
import type { People, Tone } from '../procedure/reminding.ts';
import type { State } from '../procedure/state.ts';
import { own } from '../survey/own.ts';
import { menu } from './notices.ts';
import { dueLines, flowPick } from './told-step.ts';

/** A household on which somebody must act, as it is called to mind. */
export type DueItem = {
  readonly dossier: number;
  readonly case: number | null;
  readonly as: keyof People;
  readonly tone: Tone;
  readonly name: string;
  readonly zone: string;
  readonly state: State;
  readonly due: Due | null;
};

/** So many are called by name; the rest is counted. */
const mostNamed = 10;
const tones: readonly Tone[] = ['late', 'nobody', 'today', 'before'];

/**
 * Calls to mind what somebody must do until when; of several households in one message. Its choices are taken by their
 * words only, as those of every reminder: a number that is typed is about what stood there before.
 */
export function dueReminder(all: readonly DueItem[]): Message {
  const [first, ...others] = all;
  if (first?.as === 'household' && others.length === 0) return ofHousehold(first);
  const groups = tones.flatMap((tone) => groupsOf(all.filter((each) => each.tone === tone)));
  return {
    kind: 'reminder',
    parts: groups.flatMap(linesOf),
    options: [],
    actions: waysOf(all),
  };
}

/** Phones show it to whoever stands by, so there is nothing of the household in it. */
function ofHousehold({ case: id, due, tone }: DueItem): Message {
  return {
    kind: 'reminder',
    parts: [say(tone === 'late' ? 'due.household-late' : 'due.household'), ...dueLines(due)],
    options: [],
    actions: id === null ? [] : [own({ case: id }, 'resume')],
  };
}

function groupsOf(all: readonly DueItem[]): readonly (readonly DueItem[])[] {
  const keys = all.map(({ due }) => `${due?.on} ${due?.isConfirmed} ${due?.by}`);
  return [...new Set(keys)].toSorted().map((key) => all.filter((_, at) => keys[at] === key));
}

function linesOf(group: readonly DueItem[]): readonly Phrase[] {
  const [first] = group;
  if (first === undefined) return [];
  const named = group
    .slice(0, mostNamed)
    .map(({ name, state, zone }) =>
      say('due.line', { name, zone, todo: { phrase: say(`due.todo.${state}`) } }),
    );
  const rest = group.length - named.length;
  const lines = rest === 0 ? named : [...named, say('due.more', { count: rest })];
  return [say(`due.${first.tone}`, { count: group.length, lines: { lines } }), ...dueLines(first.due)];
}

/** The way to what must be done, by what somebody is there. */
function waysOf(all: readonly DueItem[]): readonly Pick[] {
  const open = say('due.open');
  const roles = new Set(all.map((each) => each.as));
  return [
    ...(roles.has('head') ? [menu('tasks')] : []),
    ...(roles.has('officer') ? [flowPick('ward', 'open', 0, 0, '', open)] : []),
    ...(roles.has('recorder') ? [flowPick('decide', 'open', 0, 0, '', open)] : []),
    ...all
      .filter(({ as }) => as === 'rechecker')
      .slice(0, 1)
      .map(({ dossier }) => flowPick('recheck', 'open', dossier, 0, '', open)),
  ];
}
