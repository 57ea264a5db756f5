import type { InterviewCommand } from '../../src/survey/command.ts';
import type { Place } from '../../src/survey/context.ts';
import { decide } from '../../src/survey/decide.ts';
import { type InterviewEvent, isHistory } from '../../src/survey/event.ts';
import { evolve, type Interview, interviewSchema, newInterview } from '../../src/survey/interview.ts';
import { surveyOf, surveys } from '../../src/surveys/register.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { render } from '../../src/text/render.ts';
import type { Rendered } from '../../src/text/rendered.ts';
import type { Saying } from '../program/web-chat.ts';
import { commandOf } from '../survey/walk-through.ts';

const speaker = speakerOf(loadTexts());

/** What must have come of what a person said. */
export type Expected = {
  readonly interview: Interview;
  /** What the case's history holds, with the number of the saying it came from. */
  readonly history: readonly { readonly saying: number; readonly event: InterviewEvent }[];
  /** What the person was told, one message for each saying. */
  readonly told: readonly Told[];
};

/** A message in words; with `edits` it changes the latest question in place if that is of the same kind. */
export type Told = { readonly rendered: Rendered; readonly kind: string; readonly edits: boolean };

/** The pure core over the same sayings in order, with no process that could be killed; the first is the zone's link. */
export function expectedOf(
  sayings: readonly Saying[],
  start: { readonly on: string; readonly listYear: number },
  about: { readonly case: number; readonly place: Place; readonly places: readonly Place[] },
): Expected {
  const [{ id, version }] = surveys;
  const begun = { survey: id, version, on: start.on, listYear: start.listYear };
  const context = {
    survey: surveyOf(id, version),
    case: about.case,
    places: about.places,
    words: speaker.words,
    speaks: false,
  };
  let interview = newInterview(begun);
  const history: { saying: number; event: InterviewEvent }[] = [
    { saying: 0, event: { type: 'InterviewStarted', ...begun } },
  ];
  const told: Told[] = [];
  for (const [number, saying] of sayings.entries()) {
    const command: InterviewCommand =
      number === 0 ? { kind: 'resume', place: about.place } : commandIn(saying);
    const { events, messages } = decide(command, interview, context);
    interview = interviewSchema.parse(JSON.parse(JSON.stringify(events.reduce(evolve, interview))));
    history.push(...events.filter(isHistory).map((event) => ({ saying: number, event })));
    const language = interview.answers['language'];
    for (const { to, message } of messages)
      if (to === 'self') {
        const chosen = language?.kind === 'choice' && language.value === 'en' ? 'en' : 'vi';
        const rendered = render(message, chosen, speaker);
        told.push({ rendered, kind: message.kind, edits: message.edits === true });
      }
  }
  return { interview, history, told };
}

function commandIn(saying: Saying): InterviewCommand {
  return 'data' in saying ? commandOf(saying.data) : { kind: 'say', text: saying.text };
}
