import type { GroupId } from '../../support/groups.ts';
import { isNow, type Listed, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, householdsAndPeople, type Table } from '../table.ts';

/** In the order of the template. */
const order: readonly { readonly id: GroupId; readonly heading: string }[] = [
  { id: 'ethnic-minority', heading: 'Hộ dân tộc thiểu số' },
  { id: 'unable-to-work', heading: 'Hộ không có khả năng lao động' },
  { id: 'merit', heading: 'Hộ có thành viên là người có công' },
];

/** "Khác = 1−2−3−4" holds only when each household is counted in one group: the first that it is in. */
function groupCounted({ groups }: ReportHousehold): GroupId | null {
  if (groups === null) return null;
  return order.find(({ id }) => groups.includes(id))?.id ?? 'other';
}

const isListed = (each: ReportHousehold) => isNow('poor', each) || isNow('near-poor', each);

/** Table 8: poor and near-poor households by the groups that people put them into. */
export const byGroups: Table = {
  no: 8,
  title: seen('Phân tích hộ nghèo, hộ cận nghèo theo các nhóm đối tượng'),
  rows: householdsAndPeople,
  columns: [...columnsOf('poor', 'Hộ nghèo', 1), ...columnsOf('near-poor', 'Hộ cận nghèo', 6)],
  gaps: [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    { say: 'groups', of: among(isListed, ({ groups }) => groups === null) },
    {
      say: 'several-groups',
      of: among(isListed, ({ groups }) => order.filter(({ id }) => groups?.includes(id)).length > 1),
    },
    { say: 'people', of: among(isListed, ({ people }) => people === null) },
  ],
  notes: ['group-order'],
};

function columnsOf(listed: Listed, over: string, from: number): readonly Column[] {
  const which = (each: ReportHousehold) => isNow(listed, each);
  const at = (offset: number) => String(from + offset);
  return [
    { id: at(0), number: at(0), over, heading: 'Tổng số', content: count(which) },
    ...order.map(({ heading, id }, index): Column => ({
      id: at(index + 1),
      number: at(index + 1),
      over,
      heading,
      content: count(among(which, (each) => groupCounted(each) === id)),
    })),
    {
      id: at(4),
      number: `${at(4)}=${[0, 1, 2, 3].map(at).join('-')}`,
      over,
      heading: 'Khác',
      content: { kind: 'sum', plus: [at(0)], minus: [at(1), at(2), at(3)] },
    },
  ];
}
