import {
  type Assessment,
  type Finding,
  isLine,
  type Measured,
  type Threshold,
  type Unit,
} from '../assessment.ts';
import type { Household } from '../household.ts';
import type { NearestChange } from '../nearest.ts';
import type { Cited, Known, Source } from '../source.ts';
import type { Standard } from '../standard.ts';
import { isContestedIn, yearsText } from '../years.ts';
import { conditionWords } from './conditions.ts';
import { factWords } from './fact-words.ts';
import { factsOf } from './facts.ts';
import { sayings } from './sayings.ts';
import { type Language, number, words } from './words.ts';

/** What an explanation may say beside the assessment. */
export type ExplainOptions = {
  readonly language: Language;
  readonly standard: Standard;
  /** What was read; with it a verifier is told the facts behind each finding. */
  readonly household?: Household;
  /** From `nearestChanges`; told to a verifier. */
  readonly nearest?: readonly NearestChange[];
};

/**
 * An assessment for the one who verifies it and has to defend it: how the class comes about, every finding with what
 * was measured, what it was held against, its source and how sure that is, what is missing, and what small change of
 * facts would give another class. The findings listed add up to the count in the first lines.
 */
export function explainToVerifier(
  assessment: Assessment,
  { household, language, nearest = [], standard }: ExplainOptions,
): readonly string[] {
  const say = sayings[language];
  const { count, deprived, findings, listYear, possible, unknown } = assessment;
  const contested = standard.contested.filter((year) => year.listYear === listYear);
  const asks = [
    ...contested.map(({ ask }) => ask.ask),
    ...findings.flatMap(({ gaps }) => gaps),
    ...standard.gaps.map(({ ask }) => ask),
  ];
  return [
    say.reading(standard, listYear),
    yearLine(standard, listYear, language),
    say.result(possible.map((category) => words[language].category[category])),
    say.way(cited(standard.decide, say.ways[standard.decide.value.kind], language)),
    say.count(count, numberOf(standard.deprivations, language)),
    ...nearPoorLine(standard, language),
    ...(assessment.provisional ? [say.provisional(words[language].certainty[assessment.certainty])] : []),
    ...findings.map((finding) => `- ${findingLine(finding, standard, household, language)}`),
    ...(standard.unlisted === null ? [] : [`- ${say.unlisted(standard.unlisted.indicators)}`]),
    ...(count.least > deprived ? [`- ${say.surely(count.least - deprived)}`] : []),
    ...(count.most < deprived + unknown ? [`- ${say.atMost(count.most - deprived)}`] : []),
    ...nearest.map((change) => say.nearest(change)),
    ...[...new Set(asks)].map((ask) => `? ${ask}`),
  ];
}

/** Whether the standard is in force for the list, and how sure that is. */
function yearLine(standard: Standard, listYear: number, language: Language): string {
  const say = sayings[language];
  if (isContestedIn(standard, listYear)) return say.contested(listYear);
  const years = standard.serves.find(({ value }) => value.from <= listYear && listYear <= value.to);
  return years === undefined
    ? say.notServed(listYear)
    : say.serves(cited(years, yearsText(years.value), language));
}

function nearPoorLine({ decide: { value: decide } }: Standard, language: Language): readonly string[] {
  if (decide.kind !== 'deprived-or-income') return [];
  return [sayings[language].nearPoor(numberOf(decide.nearPoorDeprivations, language))];
}

function numberOf(value: Cited<number>, language: Language): string {
  return 'gap' in value ? words[language].certainty.gap : cited(value, String(value.value), language);
}

/** A value of the law in words, with its source and how sure it is. */
function cited({ certainty, source }: Known<unknown>, text: string, language: Language): string {
  return `${text} (${sourceWords(source, language)}; ${words[language].certainty[certainty]})`;
}

/**
 * An assessment in plain words for the household: what counts, what does not, what is not known. It names no class:
 * only the commune decides.
 */
export function explainToResident(
  assessment: Assessment,
  { language, standard }: ExplainOptions,
): readonly string[] {
  const say = sayings[language];
  const named = (verdict: Finding['verdict']) =>
    assessment.findings
      .filter((finding) => finding.verdict === verdict && !isLine(finding))
      .map(({ rule }) => nameOf(rule, standard, language).toLowerCase());
  const [income] = assessment.findings;
  const groups = [
    [say.counted, named('deprived')],
    [say.fine, named('not-deprived')],
    [say.open, named('unknown')],
  ] as const;
  return [
    say.plain(standard, assessment.listYear),
    ...(income === undefined ? [] : [findingMeasured(income, language)]),
    ...groups.flatMap(([title, names]) => (names.length === 0 ? [] : [`${title}: ${names.join(', ')}.`])),
    say.onlyCommune,
  ];
}

/** An indicator's name in Vietnamese is the one the standard gives it; the law has none in English. */
function nameOf(rule: Finding['rule'], { indicators }: Standard, language: Language): string {
  const name = indicators.find(({ id }) => id === rule)?.name;
  return language === 'en' || name === undefined || 'gap' in name ? words[language].rule[rule] : name.value;
}

function findingLine(
  finding: Finding,
  standard: Standard,
  household: Household | undefined,
  language: Language,
): string {
  const { rule, verdict, why } = finding;
  const { verdict: verdicts } = words[language];
  const parts = [
    `${nameOf(rule, standard, language)}: ${verdicts[verdict]}`,
    ...(why === null ? [] : [sayings[language].why[why]]),
    ...(finding.members.length === 0 ? [] : [finding.members.join(', ')]),
    ...(household === undefined ? [] : told(finding, household, standard, language)),
    measuredWords(finding, language),
    ...conditionOf(rule, standard, language),
    ...restsOn(finding, standard, language),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** The source of a finding and how sure it is; of an indicator whose condition we do not know, those of its name. */
function restsOn(
  { certainty, rule, source, why }: Finding,
  { indicators }: Standard,
  language: Language,
): readonly string[] {
  const indicator = indicators.find(({ id }) => id === rule);
  if (indicator !== undefined && 'gap' in indicator.condition) {
    const { name } = indicator;
    if ('gap' in name) return [];
    const named = `${sourceWords(name.source, language)}; ${words[language].certainty[name.certainty]}`;
    return [sayings[language].named(named)];
  }
  return [
    ...(source === null ? [] : [sourceWords(source, language)]),
    ...(why === 'law-gap' ? [] : [words[language].certainty[certainty]]),
  ];
}

/** The facts behind a finding, of the members those whom it names; the higher lines read what the lowest does. */
function told(
  finding: Finding,
  household: Household,
  standard: Standard,
  language: Language,
): readonly string[] {
  if (isLine(finding) && finding.rule !== 'income') return [];
  const facts = factsOf(household, finding.rule, standard).filter(
    ({ member }) => member === null || finding.members.includes(member),
  );
  return facts.length === 0
    ? []
    : [sayings[language].facts(facts.map((fact) => factWords(fact, language)).join(', '))];
}

/** When a household is deprived in it; of what the law says that, known to us or not. */
function conditionOf(rule: Finding['rule'], { indicators }: Standard, language: Language): readonly string[] {
  const condition = indicators.find(({ id }) => id === rule)?.condition;
  if (condition === undefined || 'gap' in condition) return [];
  return [sayings[language].condition(conditionWords(condition.value, language))];
}

function findingMeasured(finding: Finding, language: Language): string {
  const detail = measuredWords(finding, language);
  const verdict = words[language].verdict[finding.verdict];
  return `${words[language].rule[finding.rule]}: ${verdict}${detail === '' ? '' : ` (${detail})`}.`;
}

function measuredWords({ measured, threshold }: Finding, language: Language): string {
  const said = measured === null ? '' : rangeWords(measured, language);
  if (threshold === null) return said;
  return [said, thresholdWords(threshold, language)].filter((part) => part !== '').join('; ');
}

function rangeWords({ max, min, unit }: Measured, language: Language): string {
  const amount = (value: number) => number(value, language);
  const range =
    max === min ? amount(min) : max === null ? `≥ ${amount(min)}` : `${amount(min)}–${amount(max)}`;
  return `${range} ${unitWords(unit, language)}`.trim();
}

/** A line includes who has just that much or not; an indicator is deprived from the threshold on or only past it. */
function thresholdWords({ inclusive, unit, value }: Threshold, language: Language): string {
  const amount = `${number(value, language)} ${unitWords(unit, language)}`.trim();
  const sign = signs[unit];
  return sayings[language].threshold(inclusive ? sign.inclusive : sign.exclusive, amount);
}

const line = { inclusive: '≤', exclusive: '<' } as const;
const signs: Readonly<Record<Unit, { readonly inclusive: string; readonly exclusive: string }>> = {
  'vnd-per-person-month': line,
  'vnd-per-person-year': line,
  m2: line,
  percent: { inclusive: '≥', exclusive: '>' },
  count: { inclusive: '≥', exclusive: '>' },
};

function unitWords(unit: Unit, language: Language): string {
  if (unit === 'vnd-per-person-month') return words[language].per.month;
  if (unit === 'vnd-per-person-year') return words[language].per.year;
  return { m2: 'm²', percent: '%', count: '' }[unit];
}

function sourceWords({ article, document, draft, seenIn }: Source, language: Language): string {
  const say = sayings[language];
  const drafted = draft === true ? ` (${say.draft})` : '';
  const seen = seenIn === undefined ? '' : ` (${say.seenIn(seenIn)})`;
  return `${document}${article === undefined ? '' : `, ${article}`}${drafted}${seen}`;
}
