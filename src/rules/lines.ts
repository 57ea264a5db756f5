import type { Finding, LineRule, Measured, Threshold, Unit, Why } from './assessment.ts';
import { type Doubt, doubtOf, surenessIn } from './certainty.ts';
import { type Basis, findingOf, type Found, nobody, weighed } from './finding.ts';
import type { Area } from './household.ts';
import { type Income, perPerson, questionsOf } from './income.ts';
import type { Source } from './source.ts';
import type { Line, Standard } from './standard.ts';

/** A line made ready for one area: nothing is looked up for each household. */
export type ReadyLine = {
  readonly rule: LineRule;
  /** Null when the line is a gap. */
  readonly perPersonYear: number | null;
  readonly included: boolean;
  readonly doubt: Doubt;
  /** Whether somebody with exactly the line is under it; counts only for those who have just that. */
  readonly includedDoubt: Doubt;
  readonly months: 1 | 12;
  readonly unit: Unit;
  readonly threshold: Threshold | null;
  readonly source: Source | null;
  /** What is open of the line and of counting, for each set of questions that an income may touch. */
  readonly gaps: readonly (readonly string[])[];
};

/** The lines of a standard for one area, from the lowest up. */
export type ReadyLines = readonly [ReadyLine, ...ReadyLine[]];

/** Makes the lines of a standard ready for one area. */
export function linesFor({ lines, incomeDefinition }: Standard, area: Area): ReadyLines {
  const questions = questionsOf(incomeDefinition);
  const above = [
    ['income-near-poor', lines['near-poor']],
    ['income-average', lines.average],
  ] as const;
  return [
    ready('income', lines.poor, area, questions),
    ...above.flatMap(([rule, line]) => (line === null ? [] : [ready(rule, line, area, questions)])),
  ];
}

function ready(rule: LineRule, line: Line, area: Area, questions: readonly (readonly string[])[]): ReadyLine {
  const { [area]: amount, included, per } = line;
  const unit = per === 'month' ? 'vnd-per-person-month' : 'vnd-per-person-year';
  const months = per === 'month' ? 12 : 1;
  const common = { rule, months, unit } as const;
  if ('gap' in amount || 'gap' in included) {
    const asks = [amount, included].flatMap((cited) => ('gap' in cited ? [cited.ask] : []));
    const gaps = questions.map((touched) => [...asks, ...touched]);
    const none = { perPersonYear: null, included: true, threshold: null, source: null } as const;
    return { ...common, ...none, doubt: doubtOf('gap'), includedDoubt: doubtOf('gap'), gaps };
  }
  return {
    ...common,
    perPersonYear: amount.value * months,
    included: included.value,
    doubt: doubtOf(amount.certainty),
    includedDoubt: doubtOf(included.certainty),
    threshold: { value: amount.value, inclusive: included.value, unit },
    source: amount.source,
    gaps: questions,
  };
}

/** How an income stands to a line. */
type Standing = {
  readonly verdict: 'under' | 'over' | 'unknown';
  readonly why: Why | null;
  readonly doubt: Doubt;
};

const under: Standing = { verdict: 'under', why: null, doubt: doubtOf('verified') };
const over: Standing = { verdict: 'over', why: null, doubt: doubtOf('verified') };
/** Over only by amounts from which costs may have to be taken: not sure to be over. */
const overIfNoCosts: Standing = { verdict: 'over', why: null, doubt: doubtOf('unconfirmed') };
const untold: Standing = { verdict: 'unknown', why: 'fact-unknown', doubt: doubtOf('verified') };
const unsettled: Standing = { verdict: 'unknown', why: 'law-gap', doubt: doubtOf('gap') };

/** The highest amount for so many people in a year that is still under a line: it is multiplied, since a division would round. */
export function highestUnder(perPersonYear: number, included: boolean, people: number): number {
  return perPersonYear * people - (included ? 0 : 1);
}

/** What the lines together say, in numbers. */
export type OnLines = {
  /** The steps on which the income may be, as bits: each line has one below it, and the last has one above. */
  readonly steps: number;
  /** The doubt of the lines of which it is known on which side the income is, and of those up to there that are open. */
  readonly doubt: Doubt;
  readonly doubtWhileOpen: Doubt;
};

/** Holds an income against the lines, and puts what each finds at its place. */
export function readLines(income: Income, lines: ReadyLines, findings: Finding[]): OnLines {
  let steps = 0;
  let doubt: Doubt = 0;
  let doubtWhileOpen: Doubt = 0;
  let isUnder = false;
  let known: Measured | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? lines[0];
    const standing = holdAgainst(income, line);
    const doubtHere = doubtOfLine(income, line) | standing.doubt;
    const finding = findLine(income, line, standing, doubtHere, known);
    findings[at] = finding;
    known = finding.measured;
    // Who is under a line is so whatever the higher ones say.
    if (isUnder) continue;
    if (standing.verdict === 'unknown') doubtWhileOpen |= doubtHere;
    else doubt |= doubtHere;
    isUnder = standing.verdict === 'under';
    if (standing.verdict !== 'over') steps |= 1 << at;
  }
  return { steps: isUnder ? steps : steps | (1 << lines.length), doubt, doubtWhileOpen };
}

/** `known` is the same income as it was measured for a lower line. */
function findLine(
  income: Income,
  line: ReadyLine,
  { verdict, why }: Standing,
  doubt: Doubt,
  known: Measured | null,
): Finding {
  return {
    rule: line.rule,
    verdict,
    members: nobody,
    measured: known !== null && known.unit === line.unit ? known : measuredOf(income, line),
    threshold: line.threshold,
    source: line.source,
    certainty: surenessIn(doubt),
    why,
    gaps: line.gaps[income.touched] ?? nobody,
  };
}

/** The indicator that only says on which side of the line of the poor the income is. */
export function underLine(basis: Basis, { verdict, why, gaps }: Finding): Found {
  const isUnder = verdict === 'unknown' ? verdict : verdict === 'under';
  return weighed(findingOf(basis, isUnder, nobody, null, gaps, why ?? 'fact-unknown'));
}

function holdAgainst(income: Income, { perPersonYear, included }: ReadyLine): Standing {
  if (perPersonYear === null) return unsettled;
  if (income.people === 0) return untold;
  const highest = highestUnder(perPersonYear, included, income.people);
  if (income.low > highest) return income.wages > highest ? over : overIfNoCosts;
  if (income.high !== null && income.high <= highest) return under;
  // Hearing an unknown amount could settle it, unless what was told is already over the line only with what may not count.
  return income.lowIsOpen || income.told <= highest ? untold : unsettled;
}

function measuredOf({ low, high, people }: Income, { months, unit }: ReadyLine): Measured | null {
  if (people === 0) return null;
  const min = perPerson(low, people, months);
  // In this order, since a number compared with null would leave compiled code.
  const max = high === null ? null : high === low ? min : perPerson(high, people, months);
  return { min, max, unit };
}

/** For an income that may be exactly the line it matters how sure it is on which side that is. */
function doubtOfLine({ people, low, high }: Income, line: ReadyLine): Doubt {
  const exact = (line.perPersonYear ?? 0) * people;
  const mayBeExact = low <= exact && (high === null || high >= exact);
  return mayBeExact ? line.doubt | line.includedDoubt : line.doubt;
}
