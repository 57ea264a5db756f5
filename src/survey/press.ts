import type { Context } from './context.ts';
import { lookAt, placeAnswer } from './context.ts';
import { takeReading } from './hear-gap.ts';
import { finish } from './hear-members.ts';
import type { Heard } from './heard.ts';
import { answered, refused } from './heard.ts';
import type { Interview } from './interview.ts';
import { pressMeant } from './meant.ts';
import { done, everybody, nobody, tickedNow } from './options.ts';
import type { Question, QuestionOf } from './question.ts';
import { rosterOf } from './roster.ts';

/** What a pressed value means to the open question. A value that the question does not offer is refused. */
export function press(question: Question, value: string, interview: Interview, context: Context): Heard {
  const again = pressMeant(question, value, interview);
  if (again !== null) return again;
  switch (question.kind) {
    case 'choice':
      return question.options.includes(value) ? answered({ kind: 'choice', value }) : refused('choice');
    case 'ticks':
      return pressTick(question, value, interview);
    case 'members':
      return pressMember(value, interview);
    case 'money':
      return pressMoney(value, interview);
    case 'place':
      return pressPlace(value, context);
    case 'confirm': {
      const look = lookAt(interview);
      if (value === 'yes') return answered({ kind: 'confirmed', digest: question.reads(look).digest });
      return { kind: 'change', questions: question.change(look) };
    }
    case 'count':
    case 'text':
      return refused('choice');
    default:
      return question satisfies never;
  }
}

function pressTick(question: QuestionOf<'ticks'>, value: string, interview: Interview): Heard {
  const asked = question.ticks(lookAt(interview)).map((tick) => tick.value);
  const picked = tickedNow(question, interview);
  if (value === nobody) return answered({ kind: 'ticks', picked: [], asked });
  if (value === everybody && interview.draft?.kind === 'everybody')
    return answered({ kind: 'ticks', picked: asked, asked });
  if (value === done)
    return picked.length > 0 ? answered({ kind: 'ticks', picked: [...picked], asked }) : refused('ticks');
  if (!asked.includes(value)) return refused('ticks');
  const next = picked.includes(value) ? picked.filter((each) => each !== value) : [...picked, value];
  return { kind: 'draft', draft: { kind: 'ticks', picked: asked.filter((each) => next.includes(each)) } };
}

function pressMember(value: string, interview: Interview): Heard {
  if (value === done) return finish(rosterOf(interview));
  return takeReading(value, interview) ?? refused('choice');
}

function pressMoney(value: string, interview: Interview): Heard {
  const draft = interview.draft;
  if (draft?.kind !== 'money') return refused('choice');
  if (value === 'month') return answered({ kind: 'money', yearly: draft.amount * 12 });
  return value === 'year' ? answered({ kind: 'money', yearly: draft.amount }) : refused('choice');
}

function pressPlace(value: string, context: Context): Heard {
  const place = context.places.find((each) => String(each.zone) === value);
  return place === undefined ? refused('place') : answered(placeAnswer(place));
}
