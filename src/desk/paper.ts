import type { Message, Phrase, Pick } from '../decision.ts';
import { say } from '../decision.ts';
import { parseCount } from '../input/number.ts';
import { tidy } from '../input/tidy.ts';
import type { ReviewCommand } from '../review/command.ts';
import { mostPoints, officialClasses } from '../review/official.ts';
import type { Step } from './desk.ts';
import { pick } from './pick.ts';
import type { Subject } from './subject.ts';
import { isDiffering, titleOf } from './subject.ts';

/** Where a head is on the way through the official form: points B1, points B2, the class, and why it differs. */
export type PaperStep = Extract<Step, { kind: 'paper-b1' | 'paper-b2' | 'paper-class' | 'paper-reason' }>;

/** What comes of an input on that way: the next step, a command for the procedure, or the same step again. */
export type PaperMove =
  | { readonly kind: 'go'; readonly step: PaperStep }
  | { readonly kind: 'do'; readonly command: ReviewCommand }
  | { readonly kind: 'stay'; readonly why: Phrase };

/** Is the head at the official form? */
export function isPaper(step: Step): step is PaperStep {
  return step.kind.startsWith('paper-');
}

/** Points as they are typed: "135", "135 điểm", "B1: 135"; null when it is no number at all and may be a choice. */
export function hearPoints(text: string, step: PaperStep): PaperMove | null {
  const field = fieldOf(step);
  if (field === null) return null;
  const bare = tidy(text)
    .replace(/(?:diem|points?)(?![a-z])|(?<=\d) ?d$/g, ' ')
    .replace(new RegExp(`(?<![a-z0-9])${field}(?: ?[:=-]| |$)`), ' ')
    .trim();
  // "Không có" may mean no points, or no form: nobody can tell.
  if (/^(?:da )?(?:khong|ko|k|hong|no|none)(?: co)?(?: (?:gi|ai|cai nao))?(?: a)?$/.test(bare))
    return { kind: 'stay', why: unclearAt(step) };
  const read = parseCount(bare, { min: 0, max: mostPoints });
  if (read.kind === 'number') return withPoints(read.value, step);
  if (read.why === 'not-a-number') return null;
  return { kind: 'stay', why: say(`refused.points-${read.why}`, { most: mostPoints }) };
}

/** What is said where neither a number nor a choice was understood. */
export function unclearAt(step: Step): Phrase {
  const isPoints = isPaper(step) && fieldOf(step) !== null;
  return isPoints ? say('refused.points-not-a-number', { most: mostPoints }) : say('refused.choice');
}

/** A button of the form, bound to its step: an older one answers no later question. */
export function pressPaper(act: string, arg: string, step: PaperStep, subject: Subject): PaperMove {
  const stale: PaperMove = { kind: 'stay', why: say('desk.stale-step') };
  if (act === 'paper-class') return pickClass(arg, step, subject) ?? stale;
  const field = fieldOf(step);
  if (field === null || arg !== field) return stale;
  if (act === 'no-points') return withPoints(null, step);
  return withPoints(subject.review.official?.[field] ?? null, step);
}

/** Why the class that stands on the form differs, asked where the answers have moved away from it. */
export function askWhy(subject: Subject): PaperStep {
  const { b1 = null, b2 = null, category = null } = subject.review.official ?? {};
  return category === null ? { kind: 'paper-class', b1, b2 } : { kind: 'paper-reason', b1, b2, category };
}

/** The form with its reason, as the procedure takes it. */
export function withReason(
  step: Extract<PaperStep, { kind: 'paper-reason' }>,
  reason: string,
): ReviewCommand {
  const { b1, b2, category } = step;
  return { kind: 'record-official', b1, b2, category, reason, differs: true };
}

/** What is asked at a step of the form. */
export function askPaper(step: PaperStep, subject: Subject, lead: readonly Phrase[]): Message {
  const name = titleOf(subject.interview);
  const open = pick(subject, 'open');
  switch (step.kind) {
    case 'paper-b1':
    case 'paper-b2': {
      const field = step.kind === 'paper-b1' ? 'b1' : 'b2';
      // No numbered options here: a typed 1 is one point.
      const actions = [...keep(field, subject), pick(subject, 'no-points', field, say('desk.act.no-points'))];
      return {
        kind: 'desk',
        parts: [...lead, say(`desk.ask-${field}`, { name })],
        options: [],
        actions: [...actions, open],
      };
    }
    case 'paper-class':
      return {
        kind: 'desk',
        parts: [...lead, say('desk.ask-class', { name })],
        options: [
          ...officialClasses.map((each) => pick(subject, 'paper-class', each, say(`desk.class.${each}`))),
          pick(subject, 'paper-class', '', say('desk.act.no-class')),
        ],
        actions: [open],
      };
    case 'paper-reason': {
      const category = { phrase: say(`rules.category.${step.category}`) };
      return {
        kind: 'desk',
        parts: [...lead, say('desk.ask-paper-reason', { name, category })],
        options: [],
        actions: [open],
      };
    }
    default:
      return step satisfies never;
  }
}

function fieldOf(step: PaperStep): 'b1' | 'b2' | null {
  if (step.kind === 'paper-b1') return 'b1';
  return step.kind === 'paper-b2' ? 'b2' : null;
}

function withPoints(points: number | null, step: PaperStep): PaperMove {
  return step.kind === 'paper-b2'
    ? { kind: 'go', step: { kind: 'paper-class', b1: step.b1, b2: points } }
    : { kind: 'go', step: { kind: 'paper-b2', b1: points } };
}

/** The class can still be chosen again while its reason is asked for. */
function pickClass(value: string, step: PaperStep, subject: Subject): PaperMove | null {
  if (step.kind !== 'paper-class' && step.kind !== 'paper-reason') return null;
  const { b1, b2 } = step;
  const category = officialClasses.find((each) => each === value) ?? null;
  if (category === null && value !== '') return null;
  if (category !== null && isDiffering(category, subject))
    return { kind: 'go', step: { kind: 'paper-reason', b1, b2, category } };
  return { kind: 'do', command: { kind: 'record-official', b1, b2, category, reason: null, differs: false } };
}

function keep(field: 'b1' | 'b2', subject: Subject): readonly Pick[] {
  const value = subject.review.official?.[field] ?? null;
  return value === null ? [] : [pick(subject, 'keep-points', field, say('desk.keep-points', { value }))];
}
