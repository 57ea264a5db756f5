import { encodeButton } from '../button.ts';
import type { Message } from '../decision.ts';
import { notice, say } from '../decision.ts';
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
};

const shown = 10;

/** The open tasks of a head, oldest first. */
export function taskList(tasks: readonly Task[]): Message {
  if (tasks.length === 0) return notice('tasks', say('desk.no-tasks'));
  return {
    kind: 'tasks',
    parts: [
      say('desk.tasks', { count: tasks.length }),
      ...(tasks.length > shown ? [say('desk.tasks-more', { shown })] : []),
    ],
    options: tasks.slice(0, shown).map((task) => ({
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
    actions: [],
  };
}
