import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import type { StoredAssessment, StoredFinding } from '../surveys/reading.ts';
import { namesOf } from '../surveys/told.ts';

/** A reading for the one who verifies it: the result and how sure it is, every finding with its source, every gap. */
export function readingLines(assessment: StoredAssessment, answers: Answers): readonly Phrase[] {
  const { findings } = assessment;
  const fine = findings.filter((finding) => finding.verdict === 'not-deprived');
  const other = findings.filter((finding) => finding.verdict !== 'not-deprived');
  const gaps = [...new Set(findings.flatMap((finding) => finding.gaps))];
  return [
    say('desk.reading', {
      standard: { phrase: say(`rules.standard.${assessment.standard}`) },
      year: assessment.listYear,
      result: { phrase: resultOf(assessment) },
      deprived: assessment.deprived,
      unknown: assessment.unknown,
    }),
    say('chat.lines', { lines: { lines: other.map((finding) => findingLine(finding, answers)) } }),
    ...(fine.length === 0
      ? []
      : [say('desk.fine', { items: { list: fine.map((finding) => say(`rules.${finding.rule}.name`)) } })]),
    ...(gaps.length === 0
      ? []
      : [say('desk.gaps', { lines: { lines: gaps.map((gap) => say('desk.gap', { gap })) } })]),
  ];
}

/** The class that the reading points to, or those it leaves open; always called provisional. */
export function resultOf(assessment: StoredAssessment): Phrase {
  const classes = assessment.possible.map((each) => say(`rules.category.${each}`));
  const [only, ...others] = classes;
  return only !== undefined && others.length === 0
    ? say('desk.result', { category: { phrase: only } })
    : say('desk.result-open', { categories: { list: classes } });
}

function findingLine(finding: StoredFinding, answers: Answers): Phrase {
  const name = { phrase: say(`rules.${finding.rule}.name`) };
  const certainty = { phrase: say(`rules.certainty.${finding.certainty}`) };
  const source = { phrase: sourceOf(finding) };
  const detail = { phrase: detailOf(finding, answers) };
  return say(`desk.finding.${finding.verdict}`, { name, detail, source, certainty });
}

function sourceOf(finding: StoredFinding): Phrase {
  const source = finding.source;
  if (source === undefined) return say('desk.source-none');
  return source.article === undefined
    ? say('desk.source', { document: source.document })
    : say('desk.source-article', { document: source.document, article: source.article });
}

function detailOf(finding: StoredFinding, answers: Answers): Phrase {
  if (finding.verdict === 'unknown')
    return say(finding.why === 'law-gap' ? 'desk.open-law' : 'desk.open-fact', whoIn(finding, answers));
  const names = namesOf(finding.members, answers);
  if (names.length > 0) return say('desk.who', { names: { list: names } });
  return measuredOf(finding);
}

function whoIn(finding: StoredFinding, answers: Answers): { measured: { phrase: Phrase } } {
  const names = namesOf(finding.members, answers);
  return {
    measured: {
      phrase: names.length > 0 ? say('desk.who', { names: { list: names } }) : measuredOf(finding),
    },
  };
}

function measuredOf(finding: StoredFinding): Phrase {
  const { measured, threshold } = finding;
  if (measured === undefined) return say('desk.nothing');
  const min = amount(measured.min, measured.unit);
  const value =
    measured.max === measured.min
      ? min
      : measured.max === null
        ? say('desk.at-least', { min: { phrase: min } })
        : say('desk.between', { min: { phrase: min }, max: { phrase: amount(measured.max, measured.unit) } });
  if (threshold === undefined) return value;
  return say(threshold.inclusive ? 'desk.measured-inclusive' : 'desk.measured-exclusive', {
    value: { phrase: value },
    threshold: { phrase: amount(threshold.value, threshold.unit) },
  });
}

function amount(value: number, unit: string): Phrase {
  return unit === 'vnd-per-person-month'
    ? say('desk.unit.vnd', { value: { money: value } })
    : say(`desk.unit.${unit}`, { value });
}
