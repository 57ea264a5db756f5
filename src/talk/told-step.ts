import { encodeButton } from '../button.ts';
import type { Message, Param, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import type { Command } from '../procedure/command.ts';
import type { Due } from '../procedure/deadline.ts';
import type { Step } from '../procedure/dossier.ts';
import type { Audience } from '../procedure/transitions.ts';
import { deadEnd } from '../survey/person.ts';

/** What is said of a household when a step of it is told. Never what it earns or who is ill. */
export type StepFacts = {
  readonly dossier: number;
  readonly step: Step;
  readonly name: string;
  readonly zone: string;
  /** Until when what comes next takes; null when nothing does. */
  readonly due: Due | null;
};

/** Tells one audience of one step. */
export function toldStep(audience: Audience, facts: StepFacts): Message {
  const parts = [
    say(`step.${wordsOf(facts.step)}.${audience}`, paramsOf(facts)),
    ...dueLines(hasOwnDay.includes(facts.step.command.kind) ? null : facts.due),
  ];
  const actions = actionsFor(audience, facts);
  if (actions.length === 0) return deadEnd('step', ...parts);
  return { kind: 'step', parts, options: [], actions };
}

/** Tells somebody of the same step of several households at once. */
export function toldSteps(audience: Audience, all: readonly StepFacts[]): Message {
  const [first] = all;
  if (first === undefined) throw new Error('There is no step to tell of.');
  if (all.length === 1) return toldStep(audience, first);
  const lines = all.map(({ name, zone }) => say('step.line', { name, zone }));
  return {
    kind: 'step',
    parts: [say(`step.many.${wordsOf(first.step)}`, { count: all.length, lines: { lines } })],
    options: [],
    actions: actionsFor(audience, first),
  };
}

/** A meeting names its day itself, a posted list until when it hangs. */
const hasOwnDay: readonly string[] = ['summon', 'post'];

/** A vote is told by what came of it, an opinion too; a meeting with its time and place where these are known. */
export function wordsOf({ command, from, to }: Step): string {
  if (command.kind === 'summon' && command.place !== undefined)
    return from === 'meeting' ? 'summon-again' : 'summon-at';
  if (command.kind === 'vote') return to === 'agreed' ? 'vote-agreed' : 'vote-again';
  if (command.kind === 'advise') return command.agrees ? 'advise' : 'advise-again';
  return command.kind === 'recognise' && to === 'released' ? 'release' : command.kind;
}

function paramsOf({ name, step, zone }: StepFacts): { readonly [name: string]: Param } {
  return { name, zone, ...saidBy(step.command) };
}

function saidBy(command: Command): { readonly [name: string]: Param } {
  switch (command.kind) {
    case 'summon':
      return { day: { day: command.on }, time: command.time ?? '', place: command.place ?? '' };
    case 'recheck':
      return { class: { phrase: className(command.category) }, reason: command.reason };
    case 'recognise':
      return {
        class: { phrase: className(command.category) },
        decision: command.decision,
        day: { day: command.on },
      };
    case 'decline':
      return { reasons: command.reasons, decision: command.decision, day: { day: command.on } };
    case 'remove':
      return { reason: command.reason };
    case 'advise':
      return { note: command.note };
    default:
      return {};
  }
}

/** A class as people call it. */
export function className(category: 'poor' | 'near-poor' | 'average' | 'none'): Phrase {
  return say(`step.class.${category}`);
}

/** Until when, in words; nothing where no day is set. */
export function dueLines(due: Due | null): readonly Phrase[] {
  if (due === null) return [];
  const day = { day: { day: due.on } };
  // Nobody is to take for the law what is only our plan.
  if (due.by === 'plan') return [say('step.due-plan', day)];
  return [say(due.isConfirmed ? 'step.due' : 'step.due-unconfirmed', day)];
}

/** Taken in words or pressed, never by number: a number that is typed is about what stood there before. */
function actionsFor(audience: Audience, { dossier, step }: StepFacts): readonly Pick[] {
  const kind = step.command.kind;
  if (audience === 'rechecker') return [flowPick('recheck', 'open', dossier)];
  if (audience === 'officers') return [flowPick('ward', 'open', 0)];
  if (audience === 'recorders') return [flowPick('decide', 'open', 0)];
  return audience === 'household' && kind === 'post' ? [flowPick('posted', 'open', 0)] : [];
}

/** A choice that leads into something told in several messages; its words, unless given, are in flow.json. */
export function flowPick(flow: string, act: string, id: number, rev = 0, arg = '', phrase?: Phrase): Pick {
  return {
    phrase: phrase ?? say(`flow.${flow}.${act}`),
    data: encodeButton({ kind: 'flow', flow, act, id, rev, arg }),
  };
}
