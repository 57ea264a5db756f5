import type { Cause } from '../../review/cause.ts';
import { isNow, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, type Table } from '../table.ts';

const order: readonly { readonly id: Cause; readonly heading: string }[] = [
  { id: 'land', heading: 'Thiếu đất sản xuất' },
  { id: 'capital', heading: 'Thiếu vốn' },
  { id: 'labour', heading: 'Thiếu lao động' },
  { id: 'tools', heading: 'Thiếu công cụ sản xuất' },
  { id: 'knowledge', heading: 'Thiếu kiến thức sản xuất' },
  { id: 'skills', heading: 'Thiếu kỹ năng lao động' },
  { id: 'illness', heading: 'Ốm đau, tai nạn' },
  { id: 'other', heading: 'Khác' },
];

const isListed = (each: ReportHousehold) => isNow('poor', each) || isNow('near-poor', each);

/** Table 10: for which causes households are poor or near-poor; one with several causes is counted with each. */
export const byCauses: Table = {
  no: 10,
  title: seen('Phân nhóm hộ nghèo, hộ cận nghèo theo các nguyên nhân nghèo'),
  rows: [
    { label: 'Hộ nghèo', weigh: (each) => Number(isNow('poor', each)) },
    { label: 'Hộ cận nghèo', weigh: (each) => Number(isNow('near-poor', each)) },
  ],
  columns: order.map(({ heading, id }, at): Column => ({
    id: String(at + 1),
    number: String(at + 1),
    heading,
    content: count(({ causes }) => causes?.includes(id) === true),
  })),
  gaps: [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    { say: 'causes', of: among(isListed, ({ causes }) => causes === null || causes.length === 0) },
  ],
  notes: ['several-causes'],
};
