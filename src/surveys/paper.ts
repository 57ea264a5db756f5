import { byPaperPoints, type PaperClass } from '../rules/points.ts';
import { standardOf } from '../rules/register.ts';
import type { Answers } from '../survey/answer.ts';
import { householdOf } from './facts.ts';
import type { StoredAssessment } from './reading.ts';

export { contradicts } from '../rules/points.ts';

/** The class that points on paper give, and by which thresholds of which document. */
export type PaperReading = PaperClass & {
  readonly document: string;
  /** One line of B1, or two: the second for those who are near-poor or poor by their deprivations. */
  readonly lines: readonly number[];
  /** From so much B2 on a household at the line is poor. */
  readonly deprived: number;
  readonly perIndicator: number;
};

/** What the points on a paper form give by the thresholds of a standard; null where those are not known. */
export function paperReading(
  { on, standard: id }: StoredAssessment,
  answers: Answers,
  paper: { readonly b1: number; readonly b2: number },
): PaperReading | null {
  const standard = standardOf(id);
  const { area } = householdOf(answers, on);
  const given = byPaperPoints(standard, area, paper);
  const { points } = standard;
  if (given === null || points === null || 'gap' in points) return null;
  const { deprived, nearPoor, perIndicator, poor } = points.value;
  const lines = [poor[area], ...(nearPoor === null ? [] : [nearPoor[area]])];
  if ('gap' in deprived || 'gap' in perIndicator) return null;
  return {
    ...given,
    document: points.source.document,
    lines: lines.flatMap((line) => ('gap' in line ? [] : [line.value])),
    deprived: deprived.value,
    perIndicator: perIndicator.value,
  };
}
