import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import { showAnswer } from '../survey/show.ts';
import { household } from '../surveys/household.ts';
import type { StoredAssessment, StoredFinding } from '../surveys/reading.ts';
import { isLine, secondLook } from '../surveys/second-look.ts';
import { namesOf } from '../surveys/told.ts';

/** A reading for the one who verifies it: the result and how sure it is, every finding with its source, every gap. */
export function readingLines(assessment: StoredAssessment, answers: Answers): readonly Phrase[] {
  const findings = assessment.findings.filter((finding, at, all) => !isBeside(finding, at, all));
  const fine = findings.filter((finding) => finding.verdict === 'not-deprived');
  // Where no condition of the law is known there is nothing to tell of each: they stand together.
  const blank = findings.filter(
    (finding) => finding.why === 'law-gap' && finding.measured === null && finding.members.length === 0,
  );
  const other = findings.filter((finding) => finding.verdict !== 'not-deprived' && !blank.includes(finding));
  const gaps = [
    ...new Set(findings.filter((finding) => !blank.includes(finding)).flatMap((finding) => finding.gaps)),
  ];
  return [
    say('desk.reading', {
      standard: { phrase: say(`rules.standard.${assessment.standard}`) },
      year: assessment.listYear,
      result: { phrase: resultOf(assessment) },
      deprived: assessment.deprived,
      unknown: assessment.unknown,
    }),
    say('chat.lines', { lines: { lines: other.map((finding) => findingLine(finding, answers)) } }),
    ...(fine.length === 0 ? [] : [say('desk.fine', { items: { list: fine.map(markedName) } })]),
    ...(blank.length === 0
      ? []
      : [say('desk.blank', { items: { list: blank.map((finding) => say(`rules.${finding.rule}.name`)) } })]),
    ...secondLook(assessment, answers),
    basis(findings),
    ...(gaps.length === 0
      ? []
      : [say('desk.gaps', { lines: { lines: gaps.map((gap) => say('desk.gap', { gap })) } })]),
  ];
}

/** Under a lower line the higher ones say nothing more. */
function isBeside(finding: StoredFinding, at: number, all: readonly StoredFinding[]): boolean {
  return isLine(finding) && all[at - 1]?.verdict === 'under';
}

function markedName(finding: StoredFinding): Phrase {
  return say('desk.marked', {
    name: { phrase: say(`rules.${finding.rule}.name`) },
    mark: { phrase: say(`rules.mark.${finding.certainty}`) },
  });
}

/** The class that the reading points to, or those it leaves open; always called provisional. */
export function resultOf(assessment: StoredAssessment): Phrase {
  const classes = assessment.possible.map((each) => say(`rules.category.${each}`));
  const [only, ...others] = classes;
  return only !== undefined && others.length === 0
    ? say('desk.result', { category: { phrase: only } })
    : say('desk.result-open', { categories: { list: classes } });
}

/** What was found, with a mark for how sure the rule behind it is; the marks are told once, below. */
function findingLine(finding: StoredFinding, answers: Answers): Phrase {
  return say(`desk.finding.${finding.verdict}`, {
    name: { phrase: say(`rules.${finding.rule}.name`) },
    detail: { phrase: detailOf(finding, answers) },
    mark: { phrase: say(`rules.mark.${finding.certainty}`) },
  });
}

/** The documents that the findings rest on, each once, and what the marks mean. */
function basis(findings: readonly StoredFinding[]): Phrase {
  const sources = new Map(
    findings.flatMap(({ source }) =>
      source === null ? [] : [[`${source.document} ${source.draft}`, source]],
    ),
  );
  const named = [...sources.values()].map(({ document, draft }) =>
    say(draft === true ? 'desk.source-draft' : 'desk.source', { document }),
  );
  return say('desk.basis', { sources: { list: named } });
}

function detailOf(finding: StoredFinding, answers: Answers): Phrase {
  if (finding.verdict === 'unknown')
    return say(finding.why === 'law-gap' ? 'desk.open-law' : 'desk.open-fact', whoIn(finding, answers));
  const names = namesOf(finding.members, answers);
  if (names.length > 0) return say('desk.who', { names: { list: names } });
  return finding.measured === null ? toldOf(finding, answers) : measuredOf(finding);
}

/** The answer itself, where a finding rests on one. */
function toldOf(finding: StoredFinding, answers: Answers): Phrase {
  const id = answeredIn[finding.rule];
  const question = household.questions.find((each) => each.id === id);
  return question === undefined ? say('desk.nothing') : showAnswer(question, answers[question.id], answers);
}

const answeredIn: Readonly<Record<string, string>> = {
  water: 'water',
  latrine: 'latrine',
  telecom: 'internet',
  'info-devices': 'devices',
};

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
  if (measured === null) return say('desk.nothing');
  const min = amount(measured.min, measured.unit);
  const value =
    measured.max === measured.min
      ? min
      : measured.max === null
        ? say('desk.at-least', { min: { phrase: min } })
        : say('desk.between', { min: { phrase: min }, max: { phrase: amount(measured.max, measured.unit) } });
  if (threshold === null) return value;
  return say(`desk.measured.${threshold.unit}`, {
    value: { phrase: value },
    threshold: { phrase: amount(threshold.value, threshold.unit) },
  });
}

function amount(value: number, unit: string): Phrase {
  return unit === 'vnd-per-person-month'
    ? say('desk.unit.vnd', { value: { money: value } })
    : unit === 'vnd-per-person-year'
      ? say('desk.unit.vnd-year', { value: { money: value } })
      : say(`desk.unit.${unit}`, { value });
}
