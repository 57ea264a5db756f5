import type { StandardId } from './assessment.ts';
import type { Certainty, Cited, Gap } from './source.ts';
import type { IndicatorRule, Standard } from './standard.ts';

/** A value of the law that we do not have, or have and nobody has confirmed. */
export type OpenPoint = {
  readonly standards: readonly StandardId[];
  readonly state: 'gap' | Exclude<Certainty, 'verified'>;
  readonly reach: Reach;
  /** What to ask, or what to confirm in which document, in words for an authority (Vietnamese). */
  readonly ask: string;
};

/** What an open point can leave open, widest first. */
export type Reach = (typeof reaches)[number];

const reaches = ['class', 'income', 'indicator', 'detail', 'average', 'name'] as const;
const states: readonly OpenPoint['state'][] = ['gap', 'unconfirmed', 'secondary'];

/** All that is missing or unconfirmed in these standards, most consequential first. */
export function openPoints(standards: readonly Standard[]): readonly OpenPoint[] {
  const weight = ({ state, reach }: OpenPoint) =>
    states.indexOf(state) * reaches.length + reaches.indexOf(reach);
  return mergeSame(standards.flatMap(pointsOf)).toSorted((a, b) => weight(a) - weight(b));
}

function pointsOf(standard: Standard): readonly OpenPoint[] {
  const { deprivations, gaps, incomeDefinition, indicators, lines } = standard;
  const point = (reach: Reach, what: string, cited: Cited<unknown>): readonly OpenPoint[] => {
    if ('gap' in cited) return [{ standards: [standard.id], state: 'gap', reach, ask: cited.ask }];
    if (cited.certainty === 'verified') return [];
    const amount = typeof cited.value === 'number' ? ` (${cited.value})` : '';
    const ask = `Xác nhận ${what}${amount} trong ${cited.source.document}`;
    return [{ standards: [standard.id], state: cited.certainty, reach, ask }];
  };
  return [
    ...point('class', 'mức chuẩn thu nhập khu vực nông thôn', lines.income.rural),
    ...point('class', 'mức chuẩn thu nhập khu vực thành thị', lines.income.urban),
    ...point('class', 'số chỉ số thiếu hụt của hộ nghèo', deprivations),
    ...gaps.flatMap((gap) => point('class', '', gap)),
    ...Object.values(incomeDefinition).flatMap((gap) => point('income', '', gap)),
    ...point('average', 'mức sống trung bình khu vực nông thôn', lines.average.rural),
    ...point('average', 'mức sống trung bình khu vực thành thị', lines.average.urban),
    ...indicators.flatMap((rule) => [
      ...point('indicator', `điều kiện thiếu hụt chỉ số “${nameOf(rule)}”`, rule.condition),
      ...detailsOf(rule).flatMap((gap) => point('detail', '', gap)),
      ...point('name', `tên chỉ số “${nameOf(rule)}”`, rule.name),
    ]),
  ];
}

/** The gaps inside a condition that we otherwise have. */
function detailsOf({ condition }: IndicatorRule): readonly Gap[] {
  if ('gap' in condition) return [];
  if (condition.value.kind === 'without-secure-work') return [condition.value.workingAge];
  return condition.value.kind === 'weak-parts' ? [condition.value.otherMaterials] : [];
}

function nameOf({ id, name }: IndicatorRule): string {
  return 'gap' in name ? id : name.value;
}

/** The same question about several standards is one question. */
function mergeSame(points: readonly OpenPoint[]): readonly OpenPoint[] {
  const merged = new Map<string, OpenPoint>();
  for (const point of points) {
    const standards = [...(merged.get(point.ask)?.standards ?? []), ...point.standards];
    merged.set(point.ask, { ...point, standards });
  }
  return [...merged.values()];
}
