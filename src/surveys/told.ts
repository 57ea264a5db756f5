import { isLine } from '../rules/compare.ts';
import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';
import type { StoredAssessment, StoredFinding } from './reading.ts';

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
    ...group('told.counted', counted, (finding) => reason(finding, answers)),
    ...(counted.length === 0 ? [say('told.none-counted')] : []),
    ...openTold(open, when),
    ...group('told.fine', fine, (finding) => say(`rules.${finding.rule}.name`)),
  ];
}

function group(
  key: string,
  findings: readonly StoredFinding[],
  line: (finding: StoredFinding) => Phrase,
): readonly Phrase[] {
  return findings.length === 0 ? [] : [say(key, { lines: { lines: findings.map(line) } })];
}

/** The names of the people a finding is about, or its plain sentence. */
export function reason(finding: StoredFinding, answers: Answers): Phrase {
  const names = namesOf(finding.members, answers);
  return names.length === 0
    ? say(`rules.${finding.rule}.deprived`)
    : say(`rules.${finding.rule}.deprived-who`, { names: { list: names } });
}

/** What is open: by the household's answers one by one, by the law all in one line. */
function openTold(open: readonly StoredFinding[], when: 'first' | 'signed'): readonly Phrase[] {
  const name = (finding: StoredFinding) => say(`rules.${finding.rule}.name`);
  const facts = open.filter((finding) => finding.why !== 'law-gap');
  const law = open.filter((finding) => finding.why === 'law-gap');
  const lines = [
    ...facts.map((finding) => say('told.open-fact', { name: { phrase: name(finding) } })),
    ...(law.length === 0 ? [] : [say('told.open-law', { names: { list: law.map(name) } })]),
  ];
  return lines.length === 0 ? [] : [say(`told.open-${when}`, { lines: { lines } })];
}

function incomeTold(finding: StoredFinding): Phrase {
  const { measured, threshold } = finding;
  if (measured === null || threshold === null) return say('told.income.unknown');
  const line = { money: threshold.value };
  if (measured.max === null) return say('told.income.at-least', { min: { money: measured.min }, line });
  if (measured.min !== measured.max) {
    return say(`told.income.range-${finding.verdict}`, {
      min: { money: measured.min },
      max: { money: measured.max },
      line,
    });
  }
  return say(`told.income.${finding.verdict}`, { amount: { money: measured.min }, line });
}

/** Members by name, in their own order. */
export function namesOf(ids: readonly string[], answers: Answers): readonly Phrase[] {
  return membersOf(answers)
    .filter((member) => ids.includes(member.id))
    .map((member) => say('chat.member', { name: nameOf(member) }));
}
