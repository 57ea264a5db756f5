import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';
import { isLine, type StoredAssessment, type StoredFinding } from './reading.ts';

/** The readings in a household's own words: the first one whole, of any other what it is and the line it holds to. */
export function toldReadings(
  assessments: readonly StoredAssessment[],
  answers: Answers,
  when: 'first' | 'signed',
): readonly Phrase[] {
  const [first, ...others] = assessments;
  if (first === undefined) return [];
  return [...toldFindings(first, answers, when), ...others.flatMap(toldBeside)];
}

function toldBeside({ standard, findings }: StoredAssessment): readonly Phrase[] {
  const [income] = findings;
  return [
    say('told.beside', { standard: { phrase: say(`rules.standard.${standard}`) } }),
    ...(income === undefined ? [] : [incomeTold(income)]),
  ];
}

/** What counted and why, what did not, what is open. Never a class. */
function toldFindings(
  assessment: StoredAssessment,
  answers: Answers,
  when: 'first' | 'signed',
): readonly Phrase[] {
  const indicators = assessment.findings.filter((finding) => !isLine(finding));
  const counted = indicators.filter((finding) => finding.verdict === 'deprived');
  const fine = indicators.filter((finding) => finding.verdict === 'not-deprived');
  const open = indicators.filter((finding) => finding.verdict === 'unknown');
  const income = assessment.findings.filter((finding) => finding.rule === 'income');
  return [
    say('told.standard', { year: assessment.listYear }),
    ...income.map(incomeTold),
    ...group(
      'told.counted',
      counted.map((finding) => marked(finding, reason(finding, answers))),
    ),
    ...(counted.length === 0 ? [say('told.none-counted')] : []),
    ...openTold(open, when),
    ...group('told.fine', fine.map(markedName)),
    ...(indicators.some(isMarked) ? [say('told.draft-note')] : []),
  ];
}

function group(key: string, lines: readonly Phrase[]): readonly Phrase[] {
  return lines.length === 0 ? [] : [say(key, { lines: { lines } })];
}

/** The names of the people a finding is about, or its plain sentence. */
export function reason(finding: StoredFinding, answers: Answers): Phrase {
  const names = namesOf(finding.members, answers);
  return names.length === 0
    ? say(`rules.${finding.rule}.deprived`)
    : say(`rules.${finding.rule}.deprived-who`, { names: { list: names } });
}

/** What rests on a draft says so in its line; where the law is a gap that is said of all at once. */
function isMarked({ source, why }: StoredFinding): boolean {
  return source?.draft === true && why !== 'law-gap';
}

function marked(finding: StoredFinding, phrase: Phrase): Phrase {
  return isMarked(finding) ? say('told.draft', { line: { phrase } }) : phrase;
}

function markedName(finding: StoredFinding): Phrase {
  return marked(finding, say(`rules.${finding.rule}.name`));
}

/** What is open: by the household's answers one by one, by the law all in one line. */
function openTold(open: readonly StoredFinding[], when: 'first' | 'signed'): readonly Phrase[] {
  const facts = open.filter((finding) => finding.why !== 'law-gap');
  const law = open.filter((finding) => finding.why === 'law-gap');
  const lines = [
    ...facts.map((finding) => say('told.open-fact', { name: { phrase: markedName(finding) } })),
    ...(law.length === 0 ? [] : [say('told.open-law', { names: { list: law.map(markedName) } })]),
  ];
  return group(`told.open-${when}`, lines);
}

/** On which side of the line the income is, per month or per year as the line is drawn. */
function incomeTold({ measured, threshold, verdict }: StoredFinding): Phrase {
  if (measured === null || threshold === null) return say('told.income.unknown');
  const line = { money: threshold.value };
  const min = { money: measured.min };
  const per = {
    phrase: say(threshold.unit === 'vnd-per-person-year' ? 'told.per.year' : 'told.per.month'),
  };
  if (measured.max === null) return say('told.income.at-least', { per, min, line });
  const isExact = measured.min === measured.max;
  const max = { money: measured.max };
  if (verdict === 'unknown')
    return isExact ? say('told.income.unknown') : say('told.income.range-open', { per, min, max, line });
  const side = { phrase: say(sideOf(verdict === 'under', threshold.inclusive)) };
  return isExact
    ? say('told.income.exact', { per, amount: min, line, side })
    : say('told.income.range', { per, min, max, line, side });
}

/** Who stands right on the line is under it only where the law says so. */
function sideOf(isUnder: boolean, isInclusive: boolean): string {
  if (isUnder) return isInclusive ? 'told.side.at-most' : 'told.side.below';
  return isInclusive ? 'told.side.above' : 'told.side.at-least';
}

/** Members by name, in their own order. */
export function namesOf(ids: readonly string[], answers: Answers): readonly Phrase[] {
  return membersOf(answers)
    .filter((member) => ids.includes(member.id))
    .map((member) => say('chat.member', { name: nameOf(member) }));
}
