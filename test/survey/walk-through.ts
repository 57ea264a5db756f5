import { expect } from 'vitest';
import { decodeButton } from '../../src/button.ts';
import type { Message } from '../../src/decision.ts';
import type { InterviewCommand } from '../../src/survey/command.ts';
import type { Context, Place } from '../../src/survey/context.ts';
import { decide } from '../../src/survey/decide.ts';
import type { InterviewEvent } from '../../src/survey/event.ts';
import { evolve, type Interview, interviewSchema, newInterview } from '../../src/survey/interview.ts';
import { looksAtPlaces } from '../../src/survey/looks-at-places.ts';
import { household } from '../../src/surveys/household.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';

const { words } = speakerOf(loadTexts());

export const places: readonly Place[] = [
  { zone: 1, ward: 1, zoneName: 'Khu 1', wardName: 'phường Thử', area: 'urban', province: null },
  { zone: 2, ward: 1, zoneName: 'Khu 2', wardName: 'phường Thử', area: 'urban', province: null },
];
export const context: Context = { survey: household, case: 7, places, words, speaks: false };

/** One household with the pure core alone; the interview goes through JSON between every two commands. */
export type WalkThrough = {
  readonly interview: () => Interview;
  readonly last: () => Message;
  readonly events: InterviewEvent[];
  run(command: InterviewCommand): void;
  say(text: string): void;
  /** Presses the option with this value, or the act of this name, of the last message. */
  press(value: string): void;
};

/** The zones there are, the one whose link was opened, and how far an interview is that is gone on with. */
type Begun = {
  readonly places: readonly Place[];
  readonly place: Place | null;
  readonly from?: Interview;
  readonly speaks?: boolean;
};

/** Begins an interview on a day, in the first zone. */
export function begin(
  on = '2026-11-20',
  listYear = 2026,
  given: Begun = { places, place: places[0]! },
): WalkThrough {
  let interview =
    given.from ?? newInterview({ survey: household.id, version: household.version, on, listYear });
  let last: Message | undefined;
  const events: InterviewEvent[] = [];
  const run = (command: InterviewCommand) => {
    const known = { ...context, places: given.places, speaks: given.speaks ?? false };
    const decision = decide(command, interview, known);
    if (!looksAtPlaces(command, interview, household))
      expect(decide(command, interview, { ...known, places: [] })).toEqual(decision);
    events.push(...decision.events);
    const next = decision.events.reduce(evolve, interview);
    interview = interviewSchema.parse(JSON.parse(JSON.stringify(next)));
    // Kept interviews may be gone on with as they were, or as they are read.
    expect(interview).toStrictEqual(next);
    last = decision.messages.findLast(({ to }) => to === 'self')?.message ?? last;
  };
  const through: WalkThrough = {
    interview: () => interview,
    last: () => last!,
    events,
    run,
    say: (text) => run({ kind: 'say', text }),
    press(value) {
      const pick = [...last!.options, ...last!.actions].find((each) => buttonValue(each.data) === value);
      if (pick === undefined)
        throw new Error(`Nothing offers ${value}; the last message was ${JSON.stringify(last)}`);
      run(commandOf(pick.data));
    },
  };
  run({ kind: 'resume', place: given.place });
  return through;
}

/** Begins one at the question who lives in the household, with these messages told already. */
export function telling(...messages: readonly string[]): WalkThrough {
  const through = begin();
  through.press('vi');
  through.press('yes');
  for (const message of messages) through.say(message);
  return through;
}

/** An interview in which all that is asked is answered, at its summary. */
export function answered(on?: string, listYear?: number): WalkThrough {
  const through = begin(on, listYear);
  answerAll(through);
  return through;
}

/** What a button's data asks of the interview. */
export function commandOf(data: string): InterviewCommand {
  const button = decodeButton(data);
  if (button?.kind === 'answer') return { ...button, kind: 'press' };
  if (button?.kind === 'act') return button;
  if (button?.kind === 'edit') return { kind: 'edit', question: button.question };
  if (button?.kind !== 'own') throw new Error(`${data} is no button of an interview`);
  if (button.act === 'send') return { kind: 'send' };
  if (button.act === 'withdraw' || button.act === 'withdraw-sure') {
    return { kind: 'withdraw', sure: button.act === 'withdraw-sure' };
  }
  return button.act === 'edit' ? { kind: 'edit', question: null } : { kind: 'resume', place: null };
}

function buttonValue(data: string): string {
  const button = decodeButton(data);
  if (button?.kind === 'answer') return button.value;
  if (button?.kind === 'act' || button?.kind === 'own') return button.act;
  return button?.kind === 'edit' ? button.question : '';
}

/** What answers each question plainly, by its id; a text where it is typed. */
const plain: Readonly<Record<string, { press: string } | { say: string }>> = {
  language: { press: 'vi' },
  consent: { press: 'yes' },
  members: { say: 'Lan 1985\nbà Sáu 72 tuổi\nNam 2003\nBình 2013' },
  'floor-area': { say: '60' },
  walls: { press: 'brick' },
  columns: { press: 'concrete' },
  roof: { press: 'tile' },
  water: { press: 'piped' },
  latrine: { press: 'septic' },
  internet: { press: 'yes' },
  devices: { say: '1' },
  income: { say: '1, 2, 3, 4, 5' },
  'income-check': { press: 'yes' },
  address: { say: 'số 12, ngõ 5' },
};

/** The question that the last message asks. */
export function openQuestion(through: WalkThrough): string {
  for (const pick of [...through.last().options, ...through.last().actions]) {
    const button = decodeButton(pick.data);
    if (button?.kind === 'answer' || button?.kind === 'act') return button.question;
  }
  return '';
}

/** Answers all that is asked until nothing is open, and counts the answers beside language, consent and zone. */
export function answerAll(through: WalkThrough): number {
  let count = 0;
  for (let id = openQuestion(through); id !== ''; id = openQuestion(through)) {
    if (count > 60) throw new Error(`The interview does not end; it is at ${id}.`);
    if (id !== 'language' && id !== 'consent') count += 1;
    const members = through.interview().answers['members'];
    if (id === 'members' && members !== undefined) through.press('+');
    else if (id.startsWith('income-') && id !== 'income-check') through.say('1 triệu một tháng');
    else answer(through, id);
  }
  return count;
}

function answer(through: WalkThrough, id: string): void {
  const given = plain[id] ?? { press: '-' };
  if ('press' in given) through.press(given.press);
  else through.say(given.say);
}
