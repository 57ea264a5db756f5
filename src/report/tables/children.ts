import type { IndicatorId } from '../../rules/assessment.ts';
import { isNow, type Listed, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, oneRow, type Table } from '../table.ts';
import { verdictOf } from './deprivations.ts';

const isListed = (each: ReportHousehold) => isNow('poor', each) || isNow('near-poor', each);

const ofThem: readonly { readonly indicator: IndicatorId; readonly heading: string }[] = [
  { indicator: 'health-insurance', heading: 'Y tế: bảo hiểm y tế' },
  { indicator: 'nutrition', heading: 'Y tế: dinh dưỡng' },
  { indicator: 'child-school', heading: 'Giáo dục: đi học' },
];

/** Table 11: what children of poor and near-poor households lack. */
export const ofChildren: Table = {
  no: 11,
  title: seen('Tổng hợp chỉ tiêu thiếu hụt của trẻ em thuộc hộ nghèo, hộ cận nghèo'),
  rows: oneRow,
  columns: [...columnsOf('poor', 'Hộ nghèo', 1), ...columnsOf('near-poor', 'Hộ cận nghèo', 5)],
  gaps: [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    { say: 'members', of: among(isListed, ({ members }) => members === null) },
    { say: 'maybe-children', of: among(isListed, maybeChildren) },
    {
      say: 'unsure-children',
      of: among(
        isListed,
        (each) =>
          childrenIn(each).length > 0 &&
          ofThem.some(({ indicator }) => ['unknown', null].includes(verdictOf(each, indicator))),
      ),
    },
  ],
  notes: ['children'],
};

function columnsOf(listed: Listed, over: string, from: number): readonly Column[] {
  const which = (each: ReportHousehold) => isNow(listed, each);
  return [
    {
      id: String(from),
      number: String(from),
      over,
      heading: 'Tổng số trẻ em',
      content: count(among(which, (each) => childrenIn(each).length)),
    },
    ...ofThem.map(({ heading, indicator }, at): Column => ({
      id: String(from + at + 1),
      number: String(from + at + 1),
      over,
      heading,
      content: count(among(which, (each) => childrenLacking(each, indicator))),
    })),
  ];
}

function childrenIn({ members }: ReportHousehold): readonly string[] {
  return (members ?? []).filter(({ isChild }) => isChild === true).map(({ id }) => id);
}

function maybeChildren({ members }: ReportHousehold): number {
  return (members ?? []).filter(({ isChild }) => isChild === null).length;
}

/** A reading names the people whose facts decided it. */
function childrenLacking(household: ReportHousehold, id: IndicatorId): number {
  const found = household.findings?.find(({ indicator }) => indicator === id);
  if (found?.verdict !== 'deprived') return 0;
  return childrenIn(household).filter((child) => found.members.includes(child)).length;
}
