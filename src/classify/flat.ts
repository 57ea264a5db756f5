import {
  type Assessment,
  type Difference,
  type IndicatorId,
  type LineSide,
  register,
  type Sureness,
} from '../rules/index.ts';
import { type Classified, type Compared, restsOnDraft, type Side } from './classify.ts';

/** A cell of the sheet that is written. */
export type FlatCell = string | number | boolean | null;

/** The indicators of all standards, each once, with the name that the first law which has it gives it. */
const indicators: readonly { readonly id: IndicatorId; readonly name: string }[] = [
  ...new Map(
    register
      .flatMap(({ indicators }) => indicators)
      .toReversed()
      .map(({ id, name }) => [id, 'gap' in name ? '' : name.value] as const),
  ),
]
  .toReversed()
  .map(([id, name]) => ({ id, name }));

/** The first row of a sheet of readings; always the same columns, whatever the standards. */
export const classifiedHeader: readonly string[] = [
  'Tệp (file)',
  'Dòng (row)',
  'Mã hộ (id)',
  'Năm của danh sách (listYear)',
  'Chuẩn (standard)',
  'Phân loại thử (class)',
  'Còn có thể là (possible)',
  'Nghèo do (poorBy)',
  'Tạm tính (provisional)',
  'Độ chắc chắn (certainty)',
  'Có điều mới thấy trong dự thảo (draft)',
  'Thu nhập bình quân từ (incomeMin)',
  'Thu nhập bình quân đến (incomeMax)',
  'Mức chuẩn (line)',
  'Mức chuẩn hộ cận nghèo (lineNearPoor)',
  'Đơn vị (unit)',
  'Số thiếu hụt (deprived)',
  'Số chưa rõ (unknown)',
  'Thiếu hụt ít nhất (countLeast)',
  'Thiếu hụt nhiều nhất (countMost)',
  ...indicators.map(({ id, name }) => (name === '' ? id : `${name} (${id})`)),
  'Điều chưa rõ của luật (gaps)',
];

/** One reading as a row of a sheet; a standard's cell of an indicator it does not have is blank. */
export function classifiedRow({ file, row, id, assessment }: Classified): readonly FlatCell[] {
  const { findings } = assessment;
  const line = findings.find(({ rule }) => rule === 'income');
  const nearPoor = findings.find(({ rule }) => rule === 'income-near-poor');
  return [
    file,
    row,
    id,
    assessment.listYear,
    assessment.standard,
    assessment.category,
    assessment.possible.join('; '),
    assessment.poorBy,
    assessment.provisional,
    assessment.certainty,
    restsOnDraft(assessment),
    line?.measured?.min ?? null,
    line?.measured?.max ?? null,
    line?.threshold?.value ?? null,
    nearPoor?.threshold?.value ?? null,
    line?.threshold?.unit ?? line?.measured?.unit ?? null,
    assessment.deprived,
    assessment.unknown,
    assessment.count.least,
    assessment.count.most,
    ...indicators.map(({ id: rule }) => verdictOf(assessment, rule)),
    [...new Set(findings.flatMap(({ gaps }) => gaps))].join(' | '),
  ];
}

function verdictOf({ findings }: Assessment, rule: IndicatorId): string | null {
  return findings.find((finding) => finding.rule === rule)?.verdict ?? null;
}

/** The first row of a sheet of comparisons. */
export const comparedHeader: readonly string[] = [
  'Tệp (file)',
  'Dòng (row)',
  'Mã hộ (id)',
  'Năm của danh sách (listYear)',
  ...sideHeader('trước', 'Before'),
  ...sideHeader('sau', 'After'),
  'Khác nhau vì (differs)',
];

/** One comparison as a row of a sheet. */
export function comparedRow({
  file,
  row,
  id,
  listYear,
  before,
  after,
  differs,
}: Compared): readonly FlatCell[] {
  const why = differs.map(differenceOf).join('; ');
  return [file, row, id, listYear, ...sideCells(before), ...sideCells(after), why];
}

function sideHeader(name: string, key: string): readonly string[] {
  return [
    `Chuẩn ${name} (standard${key})`,
    `Năm của chuẩn ${name} (listYear${key})`,
    `Phân loại ${name} (class${key})`,
    `Còn có thể là, ${name} (possible${key})`,
    `Tạm tính ${name} (provisional${key})`,
    `Độ chắc chắn ${name} (certainty${key})`,
    `Có điều mới thấy trong dự thảo, ${name} (draft${key})`,
  ];
}

function sideCells(side: Side): readonly FlatCell[] {
  const { standard, listYear, category, possible, provisional, certainty, draft } = side;
  return [standard, listYear, category, possible.join('; '), provisional, certainty, draft];
}

function differenceOf(difference: Difference): string {
  switch (difference.kind) {
    case 'class':
      return `class: ${difference.before.join(' or ')} → ${difference.after.join(' or ')}`;
    case 'way-to-decide':
      return `decided: ${difference.before} → ${difference.after}`;
    case 'line':
      return `line ${difference.rule}: ${amountOf(difference.before)} → ${amountOf(difference.after)}`;
    case 'cut-off':
      return `cut-off: ${difference.before ?? 'not known'} → ${difference.after ?? 'not known'} deprivations`;
    case 'indicator-added':
    case 'indicator-dropped':
      return `${difference.rule}: only ${difference.kind === 'indicator-added' ? 'after' : 'before'}${markOf(difference)}`;
    case 'verdict':
      return `${difference.rule}: ${difference.before} → ${difference.after} (${difference.because})`;
    default:
      return difference satisfies never;
  }
}

function amountOf(side: LineSide): string {
  if (side === 'absent') return 'no such line';
  return side === 'gap' ? 'not known' : `${side.value} ${side.unit}`;
}

/** How sure it is, where that is less than seen in the document. */
function markOf({ certainty, draft }: { readonly certainty: Sureness; readonly draft: boolean }): string {
  if (certainty === 'verified') return '';
  return ` (${certainty === 'gap' ? 'not known' : certainty}${draft ? ', from a draft' : ''})`;
}
