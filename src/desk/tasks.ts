import { encodeButton } from '../button.ts';
import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { fold } from '../input/fold.ts';
import type { Review } from '../review/review.ts';
import { placeOf } from '../survey/answer.ts';
import type { Interview } from '../survey/interview.ts';
import { titleOf } from './subject.ts';

/** A case that waits for its head. `sentOn`: the day it came, Vietnam time. */
export type Task = {
  readonly case: number;
  readonly interview: Interview;
  readonly review: Review;
  readonly sentOn: string;
  /** The meeting did not agree, and it is gone through once more. */
  readonly isAgain?: boolean;
};

const atOnce = 10;

/**
 * The open tasks of a head, oldest first, so many at once; `from` is how many came before. `lead` is said first, `beside`
 * is what else can be looked at.
 */
export function taskList(
  tasks: readonly Task[],
  from = 0,
  lead: readonly Phrase[] = [],
  beside: readonly Pick[] = [],
): Message {
  const progress = {
    phrase: say('menu.progress'),
    data: encodeButton({ kind: 'menu', act: 'progress', arg: '' }),
  };
  if (tasks.length === 0)
    return {
      kind: 'tasks',
      parts: [...lead, say('desk.no-tasks')],
      options: [],
      actions: [progress, ...beside],
    };
  const first = from < tasks.length ? from : 0;
  const page = tasks.slice(first, first + atOnce);
  const next = first + page.length;
  return {
    kind: 'tasks',
    parts: [
      ...lead,
      say('desk.tasks', { count: tasks.length }),
      ...(tasks.length > atOnce ? [say('desk.tasks-page', { first: first + 1, last: next })] : []),
      ...againLines(page),
    ],
    options: page.map((task) => ({
      phrase: say('desk.task', {
        name: titleOf(task.interview),
        case: task.case,
        zone: placeOf(task.interview.answers)?.zoneName ?? '?',
        day: { day: task.sentOn },
      }),
      data: encodeButton({
        kind: 'desk',
        case: task.case,
        revision: task.review.revision,
        act: 'open',
        arg: '',
      }),
    })),
    actions: [
      ...(next < tasks.length
        ? [
            {
              phrase: say('desk.more'),
              data: encodeButton({ kind: 'menu', act: 'tasks', arg: String(next) }),
            },
          ]
        : []),
      progress,
      ...beside,
    ],
    shows: [{ as: 'head', why: 'list' }],
  };
}

/** Why a case that was signed is there again. */
function againLines(tasks: readonly Task[]): readonly Phrase[] {
  const again = tasks.filter(({ isAgain }) => isAgain === true);
  const lines = again.map((task) =>
    say('desk.task-again', { name: titleOf(task.interview), case: task.case }),
  );
  return again.length === 0 ? [] : [say('desk.tasks-again', { lines: { lines } })];
}

/** The number of a case as it is typed at the list: "hồ sơ 3", or a bare number that none of the list has. */
export function caseNumber(typed: string): number | null {
  const said = fold(typed);
  const [, called = null] = /^(?:(?:ho so|so|ho so so|case|no|number) )(\d{1,9})$/.exec(said) ?? [];
  if (called !== null) return Number(called);
  return /^\d{1,9}$/.test(said) && Number(said) > atOnce ? Number(said) : null;
}

/** The cases whose household goes by that name. */
export function tasksNamed(typed: string, tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ interview }) => fold(titleOf(interview)) === fold(typed));
}
