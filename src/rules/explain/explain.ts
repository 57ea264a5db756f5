import type { Assessment, Finding, Measured, Threshold, Unit } from '../assessment.ts';
import { isLine } from '../compare.ts';
import type { NearestChange } from '../nearest.ts';
import type { Source } from '../source.ts';
import type { Standard } from '../standard.ts';
import { type Language, number, words } from './words.ts';

/** What an explanation may say beside the assessment. */
export type ExplainOptions = {
  readonly language: Language;
  readonly standard: Standard;
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
  { language, nearest = [], standard }: ExplainOptions,
): readonly string[] {
  const say = sayings[language];
  const gaps = [...new Set(assessment.findings.flatMap((finding) => finding.gaps))];
  return [
    say.reading(standard, assessment.listYear),
    say.result(assessment.possible.map((category) => words[language].category[category])),
    say.count(assessment, standard),
    ...(assessment.provisional ? [say.provisional(words[language].certainty[assessment.certainty])] : []),
    ...assessment.findings.map((finding) => `- ${findingLine(finding, standard, language)}`),
    ...(standard.unlisted === null ? [] : [`- ${say.unlisted(standard.unlisted.indicators)}`]),
    ...nearest.map((change) => say.nearest(change)),
    ...gaps.map((gap) => `? ${gap}`),
  ];
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

function findingLine(finding: Finding, standard: Standard, language: Language): string {
  const { certainty, rule, source, verdict, why } = finding;
  const { certainty: sure, verdict: verdicts } = words[language];
  const parts = [
    `${nameOf(rule, standard, language)}: ${verdicts[verdict]}`,
    ...(why === null ? [] : [sayings[language].why[why]]),
    ...(finding.members.length === 0 ? [] : [finding.members.join(', ')]),
    measuredWords(finding, language),
    ...(source === null ? [] : [sourceWords(source, language)]),
    sure[certainty],
  ];
  return parts.filter((part) => part !== '').join('; ');
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

function sourceWords({ article, document, draft }: Source, language: Language): string {
  const drafted = draft === true ? ` (${sayings[language].draft})` : '';
  return `${document}${article === undefined ? '' : `, ${article}`}${drafted}`;
}

type Sayings = {
  readonly reading: (standard: Standard, year: number) => string;
  readonly result: (categories: readonly string[]) => string;
  readonly count: (assessment: Assessment, standard: Standard) => string;
  readonly provisional: (certainty: string) => string;
  readonly unlisted: (indicators: number) => string;
  readonly nearest: (change: NearestChange) => string;
  readonly threshold: (sign: string, amount: string) => string;
  readonly why: Readonly<Record<NonNullable<Finding['why']>, string>>;
  readonly draft: string;
  readonly plain: (standard: Standard, year: number) => string;
  readonly counted: string;
  readonly fine: string;
  readonly open: string;
  readonly onlyCommune: string;
};

const documents = ({ basis }: Standard) => basis.map(({ document }) => document).join(', ');
const range = ({ least, most }: { readonly least: number; readonly most: number }) =>
  least === most ? String(least) : `${least}–${most}`;
const cutOff = ({ deprivations }: Standard) => ('gap' in deprivations ? '?' : String(deprivations.value));

const sayings: Readonly<Record<Language, Sayings>> = {
  vi: {
    reading: (standard, year) => `Đọc theo ${documents(standard)}, cho danh sách năm ${year}.`,
    result: (categories) =>
      `Kết quả: ${categories.join(' hoặc ')}${categories.length > 1 ? ' (chưa xác định được)' : ''}.`,
    count: ({ count }, standard) =>
      `Số chỉ số thiếu hụt: ${range(count)}; ngưỡng: từ ${cutOff(standard)} chỉ số trở lên.`,
    provisional: (certainty) => `Đây là kết quả tạm đọc: giá trị yếu nhất được dùng là “${certainty}”.`,
    unlisted: (indicators) => `Còn ${indicators} chỉ số chưa biết tên.`,
    nearest: (change) =>
      change.kind === 'income'
        ? `Nếu cả hộ trong 12 tháng thu ${change.by > 0 ? 'thêm' : 'ít đi'} ${number(Math.abs(change.by), 'vi')} đồng thì thành ${words.vi.category[change.category]}.`
        : `Nếu ${change.by > 0 ? 'thêm' : 'bớt'} ${Math.abs(change.by)} chỉ số thiếu hụt thì thành ${words.vi.category[change.category]}.`,
    threshold: (sign, amount) => `ngưỡng ${sign} ${amount}`,
    why: { 'fact-unknown': 'chưa ai cho biết', 'law-gap': 'chưa biết quy định' },
    draft: 'dự thảo',
    plain: (standard, year) => `Đọc thử theo ${documents(standard)}, cho danh sách năm ${year}.`,
    counted: 'Tính là thiếu',
    fine: 'Không thiếu',
    open: 'Chưa rõ',
    onlyCommune: 'Đây mới là đọc thử. Chỉ Ủy ban nhân dân xã, phường mới quyết định.',
  },
  en: {
    reading: (standard, year) => `Read by ${documents(standard)}, for the list of ${year}.`,
    result: (categories) =>
      `Result: ${categories.join(' or ')}${categories.length > 1 ? ' (not determined)' : ''}.`,
    count: ({ count }, standard) =>
      `Deprived indicators: ${range(count)}; the cut-off is ${cutOff(standard)} or more.`,
    provisional: (certainty) => `This reading is provisional: the weakest value used is "${certainty}".`,
    unlisted: (indicators) => `${indicators} more indicators are not known by name.`,
    nearest: (change) =>
      change.kind === 'income'
        ? `With ${number(Math.abs(change.by), 'en')} VND ${change.by > 0 ? 'more' : 'less'} for the whole household in 12 months: ${words.en.category[change.category]}.`
        : `With ${Math.abs(change.by)} ${change.by > 0 ? 'more' : 'fewer'} deprived: ${words.en.category[change.category]}.`,
    threshold: (sign, amount) => `threshold ${sign} ${amount}`,
    why: { 'fact-unknown': 'nobody could tell', 'law-gap': 'the rule is not known' },
    draft: 'draft',
    plain: (standard, year) => `A first reading by ${documents(standard)}, for the list of ${year}.`,
    counted: 'Counts as missing',
    fine: 'Not missing',
    open: 'Not known',
    onlyCommune: "This is only a first reading. Only the commune's People's Committee decides.",
  },
};
