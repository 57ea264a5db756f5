import { isDeepStrictEqual } from 'node:util';
import { assess } from '../../src/rules/assess.ts';
import type { Assessment, Finding } from '../../src/rules/assessment.ts';
import { surenessOf } from '../../src/rules/certainty.ts';
import { isContestedIn, servesIn } from '../../src/rules/years.ts';
import type { Cited, Known, Source } from '../../src/rules/source.ts';
import type { Line, PointRule, Standard } from '../../src/rules/standard.ts';
import type { Case, CasesOfStandard, SourcesFile } from './case-file.ts';
import { householdOf } from './plain-household.ts';

/** What a standard made of something, beside what is stated of it. */
export type Checked = { readonly seen: unknown; readonly stated: unknown };

/** The first few statements that do not hold of a standard; none when all hold. */
export function failuresOf(
  standard: Standard,
  { files, sources }: CasesOfStandard,
  enough = Infinity,
): readonly string[] {
  const failures: string[] = [];
  const look = (name: string, { seen, stated }: Checked) => {
    if (!isDeepStrictEqual(seen, stated)) failures.push(name);
    return failures.length < enough;
  };
  if (!look('sources.yaml', checkSources(standard, sources))) return failures;
  for (const { file, cases } of files)
    for (const one of cases) if (!look(`${file}: ${one.name}`, checkCase(standard, one))) return failures;
  return failures;
}

/** One household: all verdicts, and of the rest what the case states. */
export function checkCase(standard: Standard, one: Case): Checked {
  const { listYear, on = `${listYear}-09-15` } = one;
  const assessment = assess(householdOf(one.household), standard, listYear, on);
  return {
    seen: { serves: serves(standard, listYear), ...seenIn(assessment, one) },
    stated: { serves: true, ...stated(assessment, one) },
  };
}

/** What a standard says beside its conditions and lines. */
export function checkSources(standard: Standard, { cites: _, ...stated }: SourcesFile): Checked {
  const { authority, basis, contested, deprivations, indicators, lines, points, serves } = standard;
  const { certainty: decide, value: decideBy } = standard.decide;
  const names = indicators.map(({ id, name }) => [id, 'gap' in name ? null : name.value] as const);
  const seen = {
    authority,
    serves: serves.map(({ certainty, value }) => ({ ...value, certainty })),
    contested: contested.map(({ listYear }) => listYear),
    basis: basis.map(({ document }) => document),
    documents: documentsIn(standard),
    names: Object.fromEntries(names),
    draftNames: indicators.flatMap(({ id, name }) =>
      'gap' in name || name.source.draft !== true ? [] : [id],
    ),
    unsureNames: Object.fromEntries(
      indicators.flatMap(({ id, name }) =>
        'gap' in name || name.certainty === 'verified' ? [] : [[id, name.certainty]],
      ),
    ),
    unlisted: standard.unlisted?.indicators ?? 0,
    sureness: {
      poor: surenessOfLine(lines.poor),
      nearPoor: lines['near-poor'] && surenessOfLine(lines['near-poor']),
      average: lines.average && surenessOfLine(lines.average),
      decide,
      deprivations: surenessOf(deprivations),
      nearPoorDeprivations:
        decideBy.kind === 'deprived-or-income' ? surenessOf(decideBy.nearPoorDeprivations) : null,
    },
    points: points === null || 'gap' in points ? null : pointsOf(points),
  };
  return { seen, stated };
}

function surenessOfLine({ included, rural, urban }: Line) {
  return { rural: surenessOf(rural), urban: surenessOf(urban), included: surenessOf(included) };
}

/** Every document cited anywhere in a standard with its days; one that is cited with two days has both. */
function documentsIn(standard: Standard): Readonly<Record<string, unknown>> {
  const found: Record<string, { signedOn?: string; inForceFrom?: string }> = {};
  for (const { document, inForceFrom, signedOn } of sourcesIn(standard)) {
    const days = {
      ...(signedOn === undefined ? {} : { signedOn }),
      ...(inForceFrom === undefined ? {} : { inForceFrom }),
    };
    const before = found[document];
    if (before === undefined || isDeepStrictEqual(before, days)) found[document] = days;
    else found[document] = { signedOn: `${before.signedOn} ${signedOn}`, inForceFrom: 'differs' };
  }
  return found;
}

function sourcesIn(node: unknown): readonly Source[] {
  if (typeof node !== 'object' || node === null) return [];
  const isSource = (one: object): one is Source => 'document' in one;
  return isSource(node) ? [node] : Object.values(node).flatMap(sourcesIn);
}

/** Each threshold, and how sure each is. */
function pointsOf({ certainty, value: rule }: Known<PointRule>) {
  const { aboveIsNotPoor, deprived, nearPoor, perIndicator, poor } = rule;
  const of = <T>(read: (cited: Cited<number | true>) => T) => ({
    poor: { rural: read(poor.rural), urban: read(poor.urban) },
    nearPoor: nearPoor && { rural: read(nearPoor.rural), urban: read(nearPoor.urban) },
    perIndicator: read(perIndicator),
    deprived: read(deprived),
    aboveIsNotPoor: read(aboveIsNotPoor),
  });
  return {
    ...of((cited) => ('gap' in cited ? null : cited.value)),
    sureness: { all: certainty, ...of(surenessOf) },
  };
}

function serves(standard: Standard, listYear: number): boolean {
  return servesIn(standard, listYear) || isContestedIn(standard, listYear);
}

function seenIn({ findings, ...seen }: Assessment, { always, expect: expected }: Case) {
  const read = <T>(part: object | undefined, value: (finding: Finding) => T) =>
    Object.fromEntries(
      findings.filter(({ rule }) => rule in (part ?? {})).map((one) => [one.rule, value(one)]),
    );
  const looked = lookedAt(findings, { ...always, ...expected.verdicts });
  return {
    category: seen.category,
    possible: seen.possible,
    certainty: seen.certainty,
    provisional: seen.provisional,
    poorBy: seen.poorBy,
    count: [seen.count.least, seen.count.most],
    verdicts: Object.fromEntries(looked.map(({ rule, verdict }) => [rule, verdict])),
    why: read(expected.why, ({ why }) => why),
    certainties: read(expected.certainties, ({ certainty }) => certainty),
    members: read(expected.members, ({ members }) => members),
    measured: read(expected.measured, ({ measured }) => measured && [measured.min, measured.max]),
    thresholds: read(expected.thresholds, ({ threshold }) => threshold && threshold.value),
    sources: read(expected.sources, ({ source }) => source && source.document),
    drafts: findings.filter(({ source }) => source?.draft === true).map(({ rule }) => rule),
    gaps: read(expected.gaps, ({ gaps, rule }) =>
      gaps.map((gap, at) => {
        const words = expected.gaps?.[rule]?.[at];
        return words !== undefined && gap.includes(words) ? words : gap;
      }),
    ),
  };
}

/** A higher line is looked at where the case states it. */
function lookedAt(findings: readonly Finding[], verdicts: object): readonly Finding[] {
  const isHigher = ({ rule }: Finding) => rule === 'income-near-poor' || rule === 'income-average';
  return findings.filter((finding) => !isHigher(finding) || finding.rule in verdicts);
}

function stated(seen: Assessment, { always, expect: expected }: Case) {
  const { category, others = 'not-deprived', certainty = seen.certainty } = expected;
  const verdicts = { ...always, ...expected.verdicts };
  const plain = lookedAt(seen.findings, verdicts).map(({ rule }) => [
    rule,
    rule === 'income' ? 'under' : others,
  ]);
  const drafts = seen.findings.filter(({ source }) => source?.draft === true).map(({ rule }) => rule);
  return {
    category,
    possible: expected.possible ?? [category],
    certainty,
    provisional: certainty !== 'verified',
    poorBy: expected.poorBy === undefined ? seen.poorBy : expected.poorBy,
    count: expected.count ?? [seen.count.least, seen.count.most],
    verdicts: { ...Object.fromEntries(plain), ...verdicts },
    why: expected.why ?? {},
    certainties: expected.certainties ?? {},
    members: expected.members ?? {},
    measured: expected.measured ?? {},
    thresholds: expected.thresholds ?? {},
    sources: expected.sources ?? {},
    drafts: expected.drafts ?? drafts,
    gaps: expected.gaps ?? {},
  };
}
