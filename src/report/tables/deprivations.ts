import type { IndicatorId } from '../../rules/assessment.ts';
import { isNow, type Listed, type ReportFinding, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, oneRow, type Table, type TableGap } from '../table.ts';

/** The twelve indicators in the order of the template, which is that of the list years 2022 to 2026, with its headings. */
export const reportedIndicators: readonly { readonly id: IndicatorId; readonly heading: string }[] = [
  { id: 'employment', heading: 'Việc làm' },
  { id: 'dependents', heading: 'Người phụ thuộc' },
  { id: 'nutrition', heading: 'Dinh dưỡng' },
  { id: 'health-insurance', heading: 'Bảo hiểm y tế' },
  { id: 'adult-education', heading: 'Trình độ giáo dục của người lớn' },
  { id: 'child-school', heading: 'Tình trạng đi học của trẻ em' },
  { id: 'housing-quality', heading: 'Chất lượng nhà ở' },
  { id: 'housing-area', heading: 'Diện tích nhà ở' },
  { id: 'water', heading: 'Nguồn nước sinh hoạt' },
  { id: 'latrine', heading: 'Nhà tiêu hợp vệ sinh' },
  { id: 'telecom', heading: 'Dịch vụ viễn thông' },
  { id: 'info-devices', heading: 'Phương tiện tiếp cận thông tin' },
];

const names: Readonly<Record<Listed, string>> = { poor: 'hộ nghèo', 'near-poor': 'hộ cận nghèo' };

/** Tables 4 and 6: how many households lack what. */
export function deprivationsOf(no: number, listed: Listed): Table {
  const which = (each: ReportHousehold) => isNow(listed, each);
  return {
    no,
    title: seen(`Phân tích các chỉ số thiếu hụt dịch vụ xã hội cơ bản của ${names[listed]}`),
    rows: oneRow,
    columns: [
      { id: 'all', number: '', heading: `Tổng số ${names[listed]}`, content: count(which) },
      {
        id: 'deprivations',
        number: '',
        heading: 'Tổng số thiếu hụt',
        content: {
          kind: 'sum',
          plus: reportedIndicators.map(({ id }) => id),
          minus: [],
          // A standard may have indicators that the template has no column for.
          total: count(among(which, ({ findings }) => (findings ?? []).filter(isDeprived).length)),
        },
      },
      ...reportedIndicators.map(({ heading, id }): Column => ({
        id,
        number: '',
        over: 'Chỉ số thiếu hụt',
        heading,
        content: { ...count(among(which, (each) => verdictOf(each, id) === 'deprived')), indicator: id },
      })),
    ],
    gaps: gapsOf(listed),
    notes: ['indicators', 'deprivations'],
  };
}

/** Tables 5 and 7: the same as shares of the households. */
export function sharesOf(no: number, listed: Listed, table: number): Table {
  return {
    no,
    title: seen(`Phân tích tỷ lệ các chỉ số thiếu hụt dịch vụ xã hội cơ bản của ${names[listed]}`),
    rows: oneRow,
    columns: [
      {
        id: 'all',
        number: '',
        heading: `Tổng số ${names[listed]}`,
        content: { kind: 'same', table, column: 'all' },
      },
      ...reportedIndicators.map(({ heading, id }): Column => ({
        id,
        number: '',
        over: 'Tỷ lệ thiếu hụt (%)',
        heading,
        content: { kind: 'percent', part: id, whole: 'all', table },
      })),
    ],
    gaps: gapsOf(listed),
    notes: ['indicators'],
  };
}

function isDeprived({ verdict }: ReportFinding): boolean {
  return verdict === 'deprived';
}

/** What was found of an indicator; null where no reading says anything of it. */
export function verdictOf({ findings }: ReportHousehold, id: IndicatorId) {
  return findings?.find(({ indicator }) => indicator === id)?.verdict ?? null;
}

function gapsOf(listed: Listed): readonly TableGap[] {
  const isThere = (each: ReportHousehold) => isNow(listed, each);
  const isUnread = ({ findings }: ReportHousehold) => findings === null;
  const isUnsure = (each: ReportHousehold) =>
    each.findings !== null && reportedIndicators.some(({ id }) => verdictOf(each, id) === 'unknown');
  const isOther = (each: ReportHousehold) =>
    each.findings !== null && reportedIndicators.some(({ id }) => verdictOf(each, id) === null);
  return [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    { say: 'unread', of: among(isThere, isUnread) },
    { say: 'unsure', of: among(isThere, isUnsure) },
    { say: 'other-standard', of: among(isThere, isOther) },
  ];
}
