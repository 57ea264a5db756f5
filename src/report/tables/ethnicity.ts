import { isNow, type Listed, type ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { among, type Column, count, oneRow, type Table } from '../table.ts';

/**
 * Is it a household of an ethnic minority? People say so by the groups they put it into; null where nobody has. The
 * others are counted as Kinh: that is our reading of the template.
 */
export function isMinority({ groups }: ReportHousehold): boolean | null {
  return groups === null ? null : groups.includes('ethnic-minority');
}

const isListed = (each: ReportHousehold) => isNow('poor', each) || isNow('near-poor', each);

/** Table 9: poor and near-poor households by ethnicity. Of which minority a household is, nobody writes down yet. */
export const byEthnicity: Table = {
  no: 9,
  title: seen('Phân tích hộ nghèo, hộ cận nghèo theo dân tộc'),
  rows: oneRow,
  columns: [...columnsOf('poor', 'Hộ nghèo', '1'), ...columnsOf('near-poor', 'Hộ cận nghèo', '2')],
  gaps: [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    { say: 'ethnicity', of: among(isListed, ({ groups }) => groups === null) },
  ],
  notes: ['kinh', 'each-ethnicity'],
};

function columnsOf(listed: Listed, over: string, no: string): readonly Column[] {
  const which = (each: ReportHousehold) => isNow(listed, each);
  const column = (sub: string, heading: string, content: Column['content']): Column => {
    const id = `${no}.${sub}`;
    return { id, number: id, over, heading, content };
  };
  return [
    column('0', 'Tổng số', count(which)),
    column('1', 'Kinh', count(among(which, (each) => isMinority(each) === false))),
    column('2', 'Tổng DTTS', count(among(which, (each) => isMinority(each) === true))),
    column('2.x', 'Từng dân tộc', { kind: 'unrecorded' }),
  ];
}
