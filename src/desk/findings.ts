import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import { showAnswer } from '../survey/show.ts';
import { household } from '../surveys/household.ts';
import { isLine, type StoredAssessment, type StoredFinding } from '../surveys/reading.ts';
import { secondLook } from '../surveys/second-look.ts';
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
    ...(blank.length === 0 ? [] : [say('desk.blank', { items: { list: blank.map(nameOf) } })]),
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
  return say('desk.marked', { name: { phrase: nameOf(finding) }, mark: { phrase: markOf(finding) } });
}

/** The indicator as the law and the forms call it. */
function nameOf({ rule }: StoredFinding): Phrase {
  return say(`desk.rule.${rule}`);
}

/** How sure the rule behind a finding is, and whether it was seen in a draft only. */
function markOf({ certainty, source }: StoredFinding): Phrase {
  const mark = say(`rules.mark.${certainty}`);
  return source?.draft === true ? say('desk.mark-draft', { mark: { phrase: mark } }) : mark;
}

/** The class that the reading points to, or those it leaves open, and how sure that is; always called provisional. */
export function resultOf(assessment: StoredAssessment): Phrase {
  const classes = assessment.possible.map((each) => say(`rules.category.${each}`));
  const [only, ...others] = classes;
  const mark = { phrase: say(`rules.mark.${assessment.certainty}`) };
  return only !== undefined && others.length === 0
    ? say('desk.result', { category: { phrase: only }, mark })
    : say('desk.result-open', { categories: { either: classes }, mark });
}

/** What was found, with a mark for how sure the rule behind it is; the marks are told once, below. */
function findingLine(finding: StoredFinding, answers: Answers): Phrase {
  return say(saidOf(finding), {
    name: { phrase: nameOf(finding) },
    detail: { phrase: detailOf(finding, answers) },
    mark: { phrase: markOf(finding) },
  });
}

/** Who stands right on a line is under it only where the law says so. */
function saidOf({ threshold, verdict }: StoredFinding): string {
  const isOpenLine = threshold?.inclusive === false && (verdict === 'under' || verdict === 'over');
  return isOpenLine ? `desk.finding-open.${verdict}` : `desk.finding.${verdict}`;
}

/** The documents that the findings rest on, each once with its articles, and what the marks mean. */
function basis(findings: readonly StoredFinding[]): Phrase {
  const sources = findings.flatMap(({ source }) => (source === null ? [] : [source]));
  const drafts = [...new Set(sources.map(titleOf))];
  const named = drafts.map((title) => {
    const same = sources.filter((source) => titleOf(source) === title);
    const articles = [...new Set(same.flatMap(({ article }) => (article === undefined ? [] : [article])))];
    const document = same[0]?.document ?? title;
    const phrase =
      articles.length === 0
        ? say('desk.source', { document })
        : say('desk.source-articles', { document, articles: articles.join('; ') });
    return same[0]?.draft === true ? say('desk.source-draft', { document: { phrase } }) : phrase;
  });
  return say('desk.basis', { sources: { list: named } });
}

/** The draft of a decree is not the decree. */
function titleOf({ document, draft }: NonNullable<StoredFinding['source']>): string {
  return draft === true ? `${document}, draft` : document;
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
  const bound = say(boundOf(finding.rule, threshold), {
    threshold: { phrase: amount(threshold.value, threshold.unit) },
  });
  return say(isLine(finding) ? 'desk.against-line' : 'desk.against-condition', {
    value: { phrase: value },
    bound: { phrase: bound },
  });
}

/** A line and the floor of a house are deprived below, what is counted above; right on it as the law says. */
function boundOf(
  rule: StoredFinding['rule'],
  { inclusive, unit }: NonNullable<StoredFinding['threshold']>,
): string {
  const isBelow = isLine({ rule }) || unit === 'm2';
  if (isBelow) return inclusive ? 'desk.bound.at-most' : 'desk.bound.below';
  return inclusive ? 'desk.bound.at-least' : 'desk.bound.above';
}

function amount(value: number, unit: string): Phrase {
  return unit === 'vnd-per-person-month'
    ? say('desk.unit.vnd', { value: { money: value } })
    : unit === 'vnd-per-person-year'
      ? say('desk.unit.vnd-year', { value: { money: value } })
      : say(`desk.unit.${unit}`, { value });
}
