import type { StandardId } from './assessment.ts';
import { conditionWords } from './explain/conditions.ts';
import { sayings } from './explain/sayings.ts';
import { number } from './explain/words.ts';
import type { Certainty, Cited, Gap } from './source.ts';
import type { IndicatorRule, Line, Standard } from './standard.ts';
import { lastYearOf, yearsText } from './years.ts';

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

/**
 * All that is missing or unconfirmed in these standards, most consequential first: by what it can leave open, then by
 * how little is known, then what the later lists hang on before what only old ones do.
 */
export function openPoints(standards: readonly Standard[]): readonly OpenPoint[] {
  const latest = ({ standards: ids }: OpenPoint) =>
    Math.max(...standards.filter(({ id }) => ids.includes(id)).map(lastYearOf));
  return mergeSame(standards.flatMap(pointsOf)).toSorted(
    (a, b) => weight(a) - weight(b) || latest(b) - latest(a),
  );
}

/** The less, the more consequential. */
function weight({ reach, state }: OpenPoint): number {
  return reaches.indexOf(reach) * states.length + states.indexOf(state);
}

function pointsOf(standard: Standard): readonly OpenPoint[] {
  const { decide, deprivations, gaps, incomeDefinition, indicators, lines, unlisted } = standard;
  const point = (reach: Reach, what: string, cited: Cited<unknown>): readonly OpenPoint[] => {
    if ('gap' in cited) return [{ standards: [standard.id], state: 'gap', reach, ask: cited.ask }];
    if (cited.certainty === 'verified') return [];
    const shown = typeof cited.value === 'number' ? ` (${number(cited.value, 'vi')})` : '';
    const { document, draft, seenIn = draft === true ? 'dự thảo' : null } = cited.source;
    const ask = `Xác nhận ${what}${shown} trong ${document}${seenIn === null ? '' : ` (mới thấy trong ${seenIn})`}`;
    return [{ standards: [standard.id], state: cited.certainty, reach, ask }];
  };
  const line = (reach: Reach, what: string, at: Line | null): readonly OpenPoint[] =>
    at === null
      ? []
      : [
          ...point(reach, `${what} khu vực nông thôn`, at.rural),
          ...point(reach, `${what} khu vực thành thị`, at.urban),
          ...point(
            reach,
            `${what}: đúng bằng mức thì ${isIncluded(at) ? 'vẫn' : 'không còn'} thuộc diện`,
            at.included,
          ),
        ];
  return [
    ...standard.serves.flatMap((years) =>
      point('class', `chuẩn áp dụng cho danh sách năm ${yearsText(years.value)}`, years),
    ),
    ...point('class', `cách xét: ${sayings.vi.ways[decide.value.kind]},`, decide),
    ...line('class', 'mức chuẩn thu nhập của hộ nghèo', lines.poor),
    ...line('class', 'mức chuẩn thu nhập của hộ cận nghèo', lines['near-poor']),
    ...point('class', 'số chỉ số thiếu hụt của hộ nghèo', deprivations),
    ...(decide.value.kind === 'deprived-or-income'
      ? point('class', 'số chỉ số thiếu hụt của hộ cận nghèo', decide.value.nearPoorDeprivations)
      : []),
    ...gaps.flatMap((gap) => point('class', '', gap)),
    ...(unlisted === null ? [] : point('class', '', unlisted.ask)),
    ...standard.contested.flatMap(({ ask }) => point('class', '', ask)),
    ...pointsByPoints(standard, point),
    ...Object.values(incomeDefinition).flatMap((gap) => point('income', '', gap)),
    ...line('average', 'mức sống trung bình', lines.average),
    ...indicators.flatMap((rule) => [
      ...point('indicator', conditionOf(rule), rule.condition),
      ...detailsOf(rule).flatMap((gap) => point('detail', '', gap)),
      ...point('name', `tên chỉ số “${nameOf(rule)}”`, rule.name),
    ]),
  ];
}

function isIncluded({ included }: Line): boolean {
  return 'gap' in included || included.value;
}

function pointsByPoints(
  { points }: Standard,
  point: (reach: Reach, what: string, cited: Cited<unknown>) => readonly OpenPoint[],
): readonly OpenPoint[] {
  if (points === null) return [];
  if ('gap' in points) return point('class', '', points);
  const { aboveIsNotPoor, deprived, nearPoor, perIndicator, poor } = points.value;
  return [
    ...point('class', 'ngưỡng điểm B1 của hộ nghèo khu vực nông thôn', poor.rural),
    ...point('class', 'ngưỡng điểm B1 của hộ nghèo khu vực thành thị', poor.urban),
    ...(nearPoor === null
      ? []
      : point('class', 'ngưỡng điểm B1 của hộ cận nghèo khu vực nông thôn', nearPoor.rural)),
    ...(nearPoor === null
      ? []
      : point('class', 'ngưỡng điểm B1 của hộ cận nghèo khu vực thành thị', nearPoor.urban)),
    ...point('class', 'điểm B2 cho mỗi chỉ số thiếu hụt', perIndicator),
    ...point('class', 'ngưỡng điểm B2', deprived),
    ...point('class', 'điểm B1 trên ngưỡng thì không nghèo, dù điểm B2 bao nhiêu', aboveIsNotPoor),
  ];
}

/** The gaps inside a condition that we otherwise have. */
function detailsOf({ condition }: IndicatorRule): readonly Gap[] {
  if ('gap' in condition) return [];
  const { value } = condition;
  switch (value.kind) {
    case 'without-secure-work':
      return [value.workingAge];
    case 'undernourished':
      return [value.table];
    case 'unqualified':
      return [value.certificates];
    case 'out-of-school':
      return [value.levels];
    case 'weak-parts':
      return [value.otherMaterials];
    default:
      return [];
  }
}

/** A gap asks for itself. */
function conditionOf(rule: IndicatorRule): string {
  if ('gap' in rule.condition) return '';
  return `thiếu hụt chỉ số “${nameOf(rule)}” là khi ${conditionWords(rule.condition.value, 'vi')},`;
}

function nameOf({ id, name }: IndicatorRule): string {
  return 'gap' in name ? id : name.value;
}

/** The same question about several standards is one question, as consequential as for any of them. */
function mergeSame(points: readonly OpenPoint[]): readonly OpenPoint[] {
  const merged = new Map<string, OpenPoint>();
  for (const point of points) {
    const before = merged.get(point.ask) ?? { ...point, standards: [] };
    const { reach, state } = weight(before) < weight(point) ? before : point;
    merged.set(point.ask, { ...before, reach, state, standards: [...before.standards, ...point.standards] });
  }
  return [...merged.values()];
}
