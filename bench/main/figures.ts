import type { Turn } from './field.ts';

/** What rounds of one kind say of a contender; times in milliseconds. */
export type Figures = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Medians of the first and the last five answers of each person. */
  readonly first: number;
  readonly last: number;
  /** Processor time of the contender's own process for one answer. */
  readonly cpu: number;
};

const few = 5;

/** Medians over the rounds; percentiles over all answers of all rounds. */
export function figuresOf(turns: readonly Turn[], questions: number): Figures {
  const people = turns.flatMap(({ waits }) => waits);
  const all = people.flat();
  const answers = (turn: Turn) => turn.waits.length * questions;
  return {
    perSecond: quantile(
      turns.map((turn) => answers(turn) / turn.seconds),
      0.5,
    ),
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    first: quantile(
      people.flatMap((waits) => waits.slice(0, few)),
      0.5,
    ),
    last: quantile(
      people.flatMap((waits) => waits.slice(questions - few)),
      0.5,
    ),
    cpu: quantile(
      turns.map((turn) => turn.cpu / answers(turn)),
      0.5,
    ),
  };
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}
