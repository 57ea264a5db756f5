import type { Classified, Compared, Outcome, Plan } from './classify.ts';
import { Moves } from './moves.ts';
import { openQuestions } from './open-questions.ts';
import { linesOf, type Read, type Refused } from './problem.ts';
import { shown } from './schema.ts';

/** How many of the readings not to be used are told again at the end. */
const mostSpoilt = 20;

/** Counts what is read, and says each bad row as soon as it is met. */
export class Tally {
  readonly #plan: Plan;
  readonly #say: (lines: readonly string[]) => void;
  readonly #moves = new Moves();
  #good = 0;
  #refused = 0;
  #differing = 0;
  readonly #spoilt = new Set<string>();
  readonly #askedYears = new Set<number>();
  readonly #asked = new Set<string>();
  bad = 0;

  constructor(plan: Plan, say: (lines: readonly string[]) => void) {
    this.#plan = plan;
    this.#say = say;
  }

  refuse(refused: Refused): void {
    this.bad += refused.problems.length;
    if (refused.household !== null) this.#refused += 1;
    if (refused.spoilt !== null && this.#spoilt.size <= mostSpoilt) this.#spoilt.add(refused.spoilt);
    this.#say(linesOf(refused));
  }

  /** Says once what our facts leave open of the province's own standards in the list years that are read. */
  ask({ listYear }: Read): void {
    const { by } = this.#plan;
    if (by.kind !== 'applicable' || by.province === null || this.#askedYears.has(listYear)) return;
    this.#askedYears.add(listYear);
    const open = openQuestions(by.province, listYear).filter((question) => !this.#asked.has(question));
    for (const question of open) this.#asked.add(question);
    if (open.length > 0) this.#say(open);
  }

  /** What is written of one household's outcomes. */
  *keep(outcomes: readonly Outcome[]): Generator<Classified | Compared> {
    let isGood = true;
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') {
        this.refuse(outcome);
        isGood = false;
      } else if (outcome.kind === 'classified') yield outcome;
      else {
        const { before, after } = outcome;
        this.#moves.add(before.category, after.category);
        if (before.category === after.category) continue;
        this.#differing += 1;
        yield outcome;
      }
    }
    if (isGood) this.#good += 1;
  }

  summary(): readonly string[] {
    const { by } = this.#plan;
    const counted = `${this.#good} households classified, ${this.#refused} refused; ${this.bad} bad rows.`;
    if (by.kind !== 'compare') return [...this.#spoiltLines(), counted];
    return [
      ...this.#spoiltLines(),
      ...this.#moves.lines(by.one.id, by.other.id),
      `${this.#differing} of ${this.#good} households change their class.`,
      counted,
    ];
  }

  #spoiltLines(): readonly string[] {
    if (this.#spoilt.size === 0) return [];
    const ids = [...this.#spoilt].slice(0, mostSpoilt).map(shown);
    const more = this.#spoilt.size > mostSpoilt ? ' and of more, named above' : '';
    return [`Do not use the readings given for ${ids.join(', ')}${more}: people may be missing in them.`];
  }
}
