import { isNow } from '../household.ts';
import { seen } from '../source.ts';
import { type Column, count, oneRow, type Table } from '../table.ts';

const people = { kind: 'entered', field: 'persons' } as const;
const homes = { kind: 'entered', field: 'households' } as const;
const share = (id: string, part: string, whole: string): Column => ({
  id,
  number: `${id}=${part}/${whole}*100`,
  heading: 'Tỷ lệ (%)',
  content: { kind: 'percent', part, whole },
});
const empty = (id: string, heading: string): Column => ({
  id,
  number: id,
  heading,
  content: { kind: 'unrecorded' },
});

/** Table 1: the official result in numbers of households and people, and as shares. */
export const officialResults: Table = {
  no: 1,
  title: seen(
    'Tổng hợp kết quả chính thức rà soát hộ nghèo; hộ cận nghèo; hộ làm nông, lâm, ngư nghiệp có mức sống trung bình',
  ),
  rows: oneRow,
  columns: [
    { id: '1', number: '1', heading: 'Số hộ dân cư', content: homes },
    { id: '2', number: '2', heading: 'Nhân khẩu', content: people },
    { id: '3', number: '3', heading: 'Số hộ nghèo', content: count((each) => isNow('poor', each)) },
    share('4', '3', '1'),
    { id: '5', number: '5', heading: 'Số hộ cận nghèo', content: count((each) => isNow('near-poor', each)) },
    share('6', '5', '1'),
    empty('7', 'Số hộ nông, lâm, ngư nghiệp có mức sống trung bình'),
    share('8', '7', '1'),
    {
      id: '9',
      number: '9',
      heading: 'Số khẩu nghèo',
      content: count((each) => (isNow('poor', each) ? (each.people ?? 0) : 0)),
    },
    share('10', '9', '2'),
    {
      id: '11',
      number: '11',
      heading: 'Số khẩu cận nghèo',
      content: count((each) => (isNow('near-poor', each) ? (each.people ?? 0) : 0)),
    },
    share('12', '11', '2'),
    empty('13', 'Số khẩu nông, lâm, ngư nghiệp có mức sống trung bình'),
    share('14', '13', '2'),
  ],
  gaps: [
    { say: 'open', of: ({ isOpen }) => Number(isOpen) },
    {
      say: 'people',
      of: (each) => Number(each.people === null && (isNow('poor', each) || isNow('near-poor', each))),
    },
    { say: 'average', of: ({ after }) => Number(after === 'average') },
  ],
  notes: ['totals', 'farm'],
};
