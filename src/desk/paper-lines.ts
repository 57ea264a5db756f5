import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { ReviewCommand } from '../review/command.ts';
import type { Official } from '../review/official.ts';
import { contradicts, paperReading } from '../surveys/paper.ts';
import type { StoredAssessment } from '../surveys/reading.ts';
import { resultOf } from './findings.ts';
import type { Subject } from './subject.ts';
import { effectiveAnswers, readingsOf, viewOf } from './subject.ts';

/** What the official form says, to stand beside the reading; nothing where nothing was entered. */
export function paperLines(subject: Subject): readonly Phrase[] {
  const { official } = subject.review;
  if (official === null) return [];
  const { on, reason } = official;
  const { officialDiffers } = viewOf(subject);
  return [
    say('desk.paper', { day: { day: on }, form: { phrase: formOf(official) } }),
    ...pointLines(subject),
    // The answers may have been corrected since, or the law's data have changed.
    ...(!officialDiffers
      ? []
      : [reason === null ? say('desk.paper-differs') : say('desk.paper-reason', { reason })]),
  ];
}

/** What the points on paper give by each standard whose thresholds are known, and what that contradicts. */
function pointLines(subject: Subject): readonly Phrase[] {
  const { official } = subject.review;
  const { b1 = null, b2 = null } = official ?? {};
  if (official === null || b1 === null || b2 === null) return [];
  const answers = effectiveAnswers(subject);
  return readingsOf(subject.review).last.flatMap((assessment) => {
    const given = paperReading(assessment, answers, { b1, b2 });
    if (given === null) return [];
    const { category, certainty, deprived, document, lines, perIndicator } = given;
    const points = { phrase: say(`desk.by-points.${category}`) };
    const isDifferent = contradicts(assessment.possible, [category]);
    const isOther = official.category !== null && contradicts([official.category], [category]);
    return [
      say('desk.paper-points', {
        document,
        standard: { phrase: say(`rules.standard.${assessment.standard}`) },
        b1,
        line: { list: lines.map((value) => say('desk.points', { value })) },
        b2,
        deprived: { phrase: say('desk.points', { value: deprived }) },
        points,
        mark: { phrase: say(`rules.mark.${certainty}`) },
      }),
      ...(isDifferent
        ? [say('desk.points-against-reading', { points, result: { phrase: resultOf(assessment) } })]
        : []),
      ...deprivationLine(assessment, b2 / perIndicator),
      ...(isOther ? [say('desk.points-against-paper')] : []),
    ];
  });
}

/** B2 counts deprivations: where it counts others than the reading, that is what to look at. */
function deprivationLine(assessment: StoredAssessment, onPaper: number): readonly Phrase[] {
  const { deprived, unknown } = assessment;
  const { least, most } = assessment.count ?? { least: deprived, most: deprived + unknown };
  if (!Number.isInteger(onPaper) || (least <= onPaper && onPaper <= most)) return [];
  const found = least === most ? say('desk.found', { least }) : say('desk.found-between', { least, most });
  return [say('desk.points-deprived', { onPaper, found: { phrase: found } })];
}

/** What was entered, said again, so that a slip is seen at once. */
export function paperNoted(command: Extract<ReviewCommand, { kind: 'record-official' }>): Phrase {
  return say('desk.paper-noted', { form: { phrase: formOf(command) } });
}

function formOf({ b1, b2, category }: OnForm): Phrase {
  const points = (value: number | null) =>
    value === null ? say('desk.not-on-paper') : say('desk.points', { value });
  return say('desk.form', {
    b1: { phrase: points(b1) },
    b2: { phrase: points(b2) },
    category: {
      phrase: category === null ? say('desk.not-on-paper') : say(`rules.category.${category}`),
    },
  });
}

type OnForm = Omit<Official, 'reason' | 'on'>;
