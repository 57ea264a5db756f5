import type { Condition } from './condition.ts';
import type { Area } from './household.ts';
import { unusable } from './overlays/unusable.ts';
import { register } from './register.ts';
import type { Cited, Source } from './source.ts';
import type { IndicatorRule, Line, Standard } from './standard.ts';
import { number } from './explain/words.ts';
import { firstYearOf, lastYearOf, yearsText } from './years.ts';

/** The reference page of the standards in Markdown: every value with its citation and certainty, every gap as a question. */
export function referencePage(standards: readonly Standard[] = register): string {
  return `${[
    '# The standards',
    '',
    'Made from `src/rules` by `npm run docs`; do not edit. A jurist corrects a value in `src/rules/standards` or',
    '`src/rules/overlays`, and this page follows.',
    '',
    'Certainty: **verified** – seen on a public page that quotes or closely restates the document; **secondary** – news, an',
    'explainer or a draft; **unconfirmed** – from memory or one private note; **gap** – not known, with the question it leaves.',
    ...standards.flatMap(standardPart),
    ...unusablePart(),
  ].join('\n')}\n`;
}

function standardPart(standard: Standard): readonly string[] {
  const { authority, basis, contested, id } = standard;
  const also = contested.map(({ ask, listYear }) => `For the lists of ${listYear} that is open: ${ask.ask}`);
  return [
    '',
    `## ${id}`,
    '',
    `List years ${firstYearOf(standard)}–${lastYearOf(standard)}; authority: ${authority}.`,
    ...also.flatMap((text) => ['', text]),
    '',
    ...basis.map((source) => `- ${sourceText(source)}`),
    '',
    '| Value | Rural | Urban | Certainty | Source |',
    '| --- | --- | --- | --- | --- |',
    ...standard.serves.map((years) =>
      bothRow(`Serves the lists of ${yearsText(years.value)}`, { ...years, value: true }),
    ),
    bothRow('How it decides', { ...standard.decide, value: standard.decide.value.kind }),
    ...lineRows('Line of the poor', standard.lines.poor),
    ...lineRows('Line of the near-poor', standard.lines['near-poor']),
    ...lineRows('Average living standard, up to', standard.lines.average),
    bothRow('Deprivations that make poor', standard.deprivations),
    ...nearPoorRows(standard),
    ...pointRows(standard),
    '',
    '| Indicator | Its name: certainty | Its name: source | Deprived if | Certainty | Source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...standard.indicators.map(indicatorRow),
    ...(standard.unlisted === null
      ? []
      : [row([`${standard.unlisted.indicators} more`, 'gap', '', standard.unlisted.ask.ask, 'gap', ''])]),
    ...questions(standard),
  ];
}

function nearPoorRows({ decide: { value: decide } }: Standard): readonly string[] {
  if (decide.kind !== 'deprived-or-income') return [];
  return [bothRow('Deprivations of the near-poor', decide.nearPoorDeprivations)];
}

function lineRows(name: string, line: Line | null): readonly string[] {
  if (line === null) return [];
  const unit = `${name} (VND per person per ${line.per})`;
  return [areaRow(unit, line), bothRow(`${name}: with exactly that much still under it`, line.included)];
}

/** Where the two areas are not equally sure, or not of one source, it says so of each. */
function areaRow(name: string, { rural, urban }: Readonly<Record<Area, Cited<number>>>): string {
  const ofBoth = (say: (cited: Cited<number>) => string) =>
    say(rural) === say(urban) ? say(rural) : `rural: ${say(rural)}; urban: ${say(urban)}`;
  return row([name, shown(rural), shown(urban), ofBoth(sureOf), ofBoth(whence)]);
}

function bothRow(name: string, cited: Cited<unknown>): string {
  return row([name, shown(cited), shown(cited), sureOf(cited), whence(cited)]);
}

function pointRows({ points }: Standard): readonly string[] {
  if (points === null) return [];
  if ('gap' in points) return [bothRow('Points (B1, B2)', points)];
  const { aboveIsNotPoor, deprived, nearPoor, perIndicator, poor } = points.value;
  return [
    areaRow('B1 of the poor, up to', poor),
    ...(nearPoor === null ? [] : [areaRow('B1 of the near-poor, up to', nearPoor)]),
    bothRow('B2 for each deprived indicator', perIndicator),
    bothRow('B2 that counts as deprived, from', deprived),
    bothRow('Above B1 not poor, whatever B2', aboveIsNotPoor),
  ];
}

function indicatorRow({ condition, id, name }: IndicatorRule): string {
  const title = 'gap' in name ? id : `${name.value} (\`${id}\`)`;
  const text = 'gap' in condition ? condition.ask : conditionText(condition.value);
  const named = 'gap' in name ? name.ask : whence(name);
  return row([title, sureOf(name), named, text, sureOf(condition), whence(condition)]);
}

/** A condition with all its parameters, as data: what stands here is what is read. */
function conditionText(condition: Condition): string {
  const parameters = Object.entries(condition).filter(([key]) => key !== 'kind');
  const text = parameters.map(([key, value]) => `${key}: ${parameterText(value)}`);
  return [`\`${condition.kind}\``, ...text].join('; ');
}

function parameterText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('ask' in value) return `gap: ${String(value.ask)}`;
  if (Array.isArray(value)) return value.join(', ');
  return Object.entries(value)
    .map(([key, part]) => `${key} ${parameterText(part)}`)
    .join(', ');
}

function questions({ gaps, incomeDefinition }: Standard): readonly string[] {
  const asks = [...gaps, ...Object.values(incomeDefinition)].map(
    ({ ask, partly }) => `- ${ask}${partly === undefined ? '' : ` – ${sourceText(partly)}`}`,
  );
  return ['', 'Open questions:', '', ...asks];
}

function unusablePart(): readonly string[] {
  return [
    '',
    '## Standards that are known to exist and not used',
    '',
    '| Province | Period | Known | Certainty | Missing |',
    '| --- | --- | --- | --- | --- |',
    ...unusable.map(({ certainty, known, missing, period, province, urls: [first, ...others] }) => {
      const also = others.map((url) => ` [(2)](${url})`).join('');
      return row([province, period, `[${known}](${first})${also}`, certainty, missing.ask]);
    }),
  ];
}

function shown(cited: Cited<unknown>): string {
  if ('gap' in cited) return cited.ask;
  if (typeof cited.value === 'boolean') return cited.value ? 'yes' : 'no';
  return typeof cited.value === 'number' ? number(cited.value, 'en') : `\`${String(cited.value)}\``;
}

function sureOf(cited: Cited<unknown>): string {
  if ('gap' in cited) return 'gap';
  return cited.source.draft === true ? `${cited.certainty}, from a draft` : cited.certainty;
}

function whence(cited: Cited<unknown>): string {
  return 'gap' in cited ? '' : sourceText(cited.source);
}

function sourceText({ article, document, draft, inForceFrom, seenIn, signedOn, url }: Source): string {
  const name = `${document}${article === undefined ? '' : `, ${article}`}`;
  const days = [
    ...(signedOn === undefined ? [] : [`signed ${signedOn}`]),
    ...(inForceFrom === undefined ? [] : [`in force ${inForceFrom}`]),
    ...(draft === true ? ['draft'] : []),
    ...(seenIn === undefined ? [] : [`seen in: ${seenIn}`]),
  ];
  const linked = url === undefined ? name : `[${name}](${url})`;
  return days.length === 0 ? linked : `${linked} (${days.join(', ')})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
