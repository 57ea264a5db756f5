import { isNow, type Listed, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, oneRow, type Table } from '../table.ts';
import type { EnteredField } from '../totals.ts';
import { isMinority } from './ethnicity.ts';

const words: Readonly<Record<Listed, string>> = { poor: 'hộ nghèo', 'near-poor': 'hộ cận nghèo' };

/** Tables 12 and 13: the result by the multidimensional standard, in 22 columns. */
export function multidimensional(no: number, listed: Listed): Table {
  const which = (each: ReportHousehold) => isNow(listed, each);
  const households = (of: (each: ReportHousehold) => boolean) => count(among(which, of));
  const people = (of: (each: ReportHousehold) => boolean) =>
    count(among(which, (each) => (of(each) ? (each.people ?? 0) : 0)));
  const isKinh = (each: ReportHousehold) => isMinority(each) === false;
  const isOfMinority = (each: ReportHousehold) => isMinority(each) === true;
  const all = () => true;
  const name = words[listed];
  return {
    no,
    title: seen(`Tổng hợp kết quả rà soát ${name} theo chuẩn nghèo đa chiều`),
    rows: oneRow,
    columns: [
      ...enteredColumns('Tổng số hộ', 1, 'households', 'minorityHouseholds'),
      ...enteredColumns('Tổng số khẩu', 5, 'persons', 'minorityPersons'),
      column(9, `Tổng số ${name}`, 'Chung', sumOf(10, households(all)), '9=10+11'),
      column(10, `Tổng số ${name}`, 'Kinh', households(isKinh)),
      column(11, `Tổng số ${name}`, 'DTTS', households(isOfMinority)),
      column(12, `Tổng số ${name}`, 'DT tại chỗ', unrecorded),
      column(13, `Trong ${name}`, 'Hộ chính sách có công', households(isIn('merit'))),
      column(14, `Trong ${name}`, 'Hộ không có khả năng lao động', households(isIn('unable-to-work'))),
      column(15, `Trong ${name}`, 'Chủ hộ là nữ', unrecorded),
      column(16, `Tổng số khẩu ${name}`, 'Chung', sumOf(17, people(all)), '16=17+18'),
      column(17, `Tổng số khẩu ${name}`, 'Kinh', people(isKinh)),
      column(18, `Tổng số khẩu ${name}`, 'DTTS', people(isOfMinority)),
      column(19, `Tổng số khẩu ${name}`, 'DT tại chỗ', unrecorded),
      share(20, `Tỷ lệ ${name} (%)`, 'Chung', 9, 1),
      share(21, `Tỷ lệ ${name} (%)`, 'DTTS', 11, 3),
      share(22, `Tỷ lệ ${name} (%)`, 'DT tại chỗ', 12, 4),
    ],
    gaps: [
      { say: 'open', of: ({ isOpen }) => Number(isOpen) },
      { say: 'groups-outside', of: among(which, ({ groups }) => groups === null) },
      { say: 'people', of: among(which, (each) => each.people === null) },
    ],
    notes: ['totals', 'kinh', 'women', 'local-ethnicity'],
  };
}

const unrecorded = { kind: 'unrecorded' } as const;

function isIn(group: 'merit' | 'unable-to-work') {
  return ({ groups }: ReportHousehold): boolean => groups?.includes(group) === true;
}

function column(
  no: number,
  over: string,
  heading: string,
  content: Column['content'],
  number = String(no),
): Column {
  return { id: String(no), number, over, heading, content };
}

/** All, of which some may not be recorded as Kinh or as a minority. */
function sumOf(first: number, total: Extract<Column['content'], { kind: 'count' }>): Column['content'] {
  return { kind: 'sum', plus: [String(first), String(first + 1)], minus: [], total };
}

/** Of all who live there we know only what was entered by hand. */
function enteredColumns(
  over: string,
  from: number,
  all: EnteredField,
  minority: EnteredField,
): readonly Column[] {
  const of = (field: EnteredField) => ({ kind: 'entered', field }) as const;
  const [kinh, dtts] = [String(from + 1), String(from + 2)];
  return [
    column(
      from,
      over,
      'Chung',
      { kind: 'sum', plus: [kinh, dtts], minus: [], total: of(all) },
      `${from}=${kinh}+${dtts}`,
    ),
    column(from + 1, over, 'Kinh', {
      kind: 'entered',

      field: all,
      less: minority,
    }),
    column(from + 2, over, 'DTTS', of(minority)),
    column(from + 3, over, 'DT tại chỗ', unrecorded),
  ];
}

function share(no: number, over: string, heading: string, part: number, whole: number): Column {
  const content = { kind: 'percent', part: String(part), whole: String(whole) } as const;
  return column(no, over, heading, content, `${no}=${part}/${whole}*100`);
}
