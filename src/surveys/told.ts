import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Assessment, Finding } from '../rules/assessment.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';

/** The reading in a household's own words: what counted and why, what did not, what is open. Never a class. */
export function toldFindings(
  assessment: Assessment,
  answers: Answers,
  when: 'first' | 'signed',
): readonly Phrase[] {
  const indicators = assessment.findings.filter((finding) => finding.rule !== 'income');
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
  findings: readonly Finding[],
  line: (finding: Finding) => Phrase,
): readonly Phrase[] {
  return findings.length === 0 ? [] : [say(key, { lines: { lines: findings.map(line) } })];
}

/** The names of the people a finding is about, or its plain sentence. */
export function reason(finding: Finding, answers: Answers): Phrase {
  const names = namesOf(finding.members, answers);
  return names.length === 0
    ? say(`rules.${finding.rule}.deprived`)
    : say(`rules.${finding.rule}.deprived-who`, { names: { list: names } });
}

/** What is open: by the household's answers one by one, by the law all in one line. */
function openTold(open: readonly Finding[], when: 'first' | 'signed'): readonly Phrase[] {
  const name = (finding: Finding) => say(`rules.${finding.rule}.name`);
  const facts = open.filter((finding) => finding.why !== 'law-gap');
  const law = open.filter((finding) => finding.why === 'law-gap');
  const lines = [
    ...facts.map((finding) => say('told.open-fact', { name: { phrase: name(finding) } })),
    ...(law.length === 0 ? [] : [say('told.open-law', { names: { list: law.map(name) } })]),
  ];
  return lines.length === 0 ? [] : [say(`told.open-${when}`, { lines: { lines } })];
}

function incomeTold(finding: Finding): Phrase {
  const { measured, threshold } = finding;
  if (measured === undefined || threshold === undefined) return say('told.income.unknown');
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
