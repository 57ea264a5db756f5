import type { Movement } from '../procedure/movement.ts';
import type { Known } from '../rules/source.ts';
import type { SupportName } from '../support/policy.ts';
import { type Listed, type ReportHousehold, type ReportMember } from './household.ts';
import type { PaperCell } from './paper.ts';
import { seen } from './source.ts';

/** A list of the people of all poor, or of all near-poor households (danh sách chi tiết); it holds names. */
export type DetailList = {
  readonly no: number;
  readonly title: Known<string>;
  readonly listed: Listed;
};

/** Tables 14 and 15. */
export const lists: readonly DetailList[] = [
  { no: 14, title: seen('Danh sách chi tiết hộ cận nghèo'), listed: 'near-poor' },
  { no: 15, title: seen('Danh sách chi tiết hộ nghèo'), listed: 'poor' },
];

const movementWords: Readonly<Record<Listed, string>> = {
  poor: 'Nghèo mới / Tái nghèo / Nghèo cũ',
  'near-poor': 'Cận nghèo mới / Tái cận nghèo / Cận nghèo cũ',
};

/** The headings of a list; the third of the years of birth is ours, since nobody writes down who is male or female. */
export function listHeadings({ listed }: DetailList): readonly string[] {
  return [
    'STT chủ hộ',
    'STT thành viên hộ',
    'Họ, tên chủ hộ và thành viên',
    'Khu, thôn',
    'Năm sinh: Nam',
    'Năm sinh: Nữ',
    'Năm sinh (chưa ghi nam, nữ)',
    'Dân tộc',
    'Quan hệ với chủ hộ',
    movementWords[listed],
    'Hộ chính sách có công',
    'Hộ DTTC',
    'Hộ không có khả năng lao động',
    ...supportColumns.map(({ heading }) => heading),
  ];
}

/** By which of the six columns a support is told; this is our reading of the template. */
const supportColumns: readonly { readonly heading: string; readonly names: readonly SupportName[] }[] = [
  { heading: 'Hỗ trợ y tế', names: ['insurance-premium', 'insurance-benefit'] },
  { heading: 'Hỗ trợ giáo dục', names: ['tuition', 'higher-tuition', 'study-costs'] },
  { heading: 'Hỗ trợ sản xuất', names: [] },
  {
    heading: 'Hỗ trợ vay vốn tín dụng',
    names: ['business-loan', 'student-loan', 'work-abroad-loan', 'water-loan'],
  },
  { heading: 'Hỗ trợ nhà ở', names: ['house-loan', 'house-grant'] },
  { heading: 'Khác', names: ['electricity', 'legal-aid'] },
];

const movementNames: Readonly<Partial<Record<Movement, string>>> = {
  'newly-poor': 'Nghèo mới',
  'poor-again': 'Tái nghèo',
  'stays-poor': 'Nghèo cũ',
  // The template has no word for these two.
  'near-poor-to-poor': 'Từ hộ cận nghèo',
  'poor-to-near-poor': 'Từ hộ nghèo',
  'newly-near-poor': 'Cận nghèo mới',
  'near-poor-again': 'Tái cận nghèo',
  'stays-near-poor': 'Cận nghèo cũ',
};

/** The rows of a household: one for each of its people, or one by its name where nobody told of them; `n` counts households from 1. */
export function listRows(
  household: ReportHousehold,
  zone: string,
  n: number,
): readonly (readonly PaperCell[])[] {
  const { members, name } = household;
  if (members === null || members.length === 0)
    return [rowOf({ name, relation: null, birth: null }, 1, { household, zone, n })];
  return members.map((member, at) => rowOf(member, at + 1, { household, zone, n }));
}

type Person = Pick<ReportMember, 'name' | 'relation' | 'birth'>;
type Of = { readonly household: ReportHousehold; readonly zone: string; readonly n: number };

function rowOf(person: Person, at: number, { household, n, zone }: Of): readonly PaperCell[] {
  const { groups, movement, supports } = household;
  const isFirst = at === 1;
  const ofHousehold = (value: string | null) => (isFirst ? value : null);
  const mark = (isSo: boolean) => ofHousehold(isSo ? 'x' : null);
  const cells: (string | number | null)[] = [
    isFirst ? n : null,
    at,
    person.name,
    zone,
    null,
    null,
    bornIn(person.birth),
    null,
    person.relation,
    ofHousehold(movement === null ? null : (movementNames[movement] ?? null)),
    mark(groups?.includes('merit') === true),
    null,
    mark(groups?.includes('unable-to-work') === true),
    ...supportColumns.map(({ names }) =>
      mark(supports.some(({ name }) => name !== null && names.includes(name))),
    ),
  ];
  return cells.map((value): PaperCell => ({ value, look: 'label' }));
}

function bornIn(birth: Person['birth']): string | number | null {
  if (birth === null) return null;
  return birth.kind === 'year'
    ? birth.year
    : `${birth.years} tuổi (${birth.on.split('-').toReversed().join('/')})`;
}
