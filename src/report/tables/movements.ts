import type { Movement } from '../../procedure/movement.ts';
import type { Listed, ReportHousehold } from '../household.ts';
import { seen } from '../source.ts';
import { type Column, householdsAndPeople, type Table } from '../table.ts';
import type { EnteredField } from '../totals.ts';

type Way = { readonly heading: string; readonly over?: string; readonly movements: readonly Movement[] };

/** The columns 2 to 8, each with the movements (diễn biến) that it counts; "hộ khác tăng" is written down by nobody. */
const ways: Readonly<Record<Listed, readonly Way[]>> = {
  poor: [
    { over: 'Thoát nghèo', heading: 'Trở thành hộ cận nghèo', movements: ['poor-to-near-poor'] },
    { over: 'Thoát nghèo', heading: 'Vượt chuẩn cận nghèo', movements: ['poor-to-above'] },
    { heading: 'Hộ khác giảm', movements: ['poor-left'] },
    { heading: 'Hộ cận nghèo trở thành hộ nghèo', movements: ['near-poor-to-poor'] },
    { over: 'Bổ sung', heading: 'Tái nghèo', movements: ['poor-again'] },
    { over: 'Bổ sung', heading: 'Phát sinh mới', movements: ['newly-poor'] },
    { heading: 'Hộ khác tăng', movements: [] },
  ],
  'near-poor': [
    { heading: 'Số hộ thoát cận nghèo', movements: ['near-poor-to-above'] },
    { heading: 'Trở thành hộ nghèo', movements: ['near-poor-to-poor'] },
    { heading: 'Hộ khác giảm', movements: ['near-poor-left'] },
    { heading: 'Hộ nghèo trở thành hộ cận nghèo', movements: ['poor-to-near-poor'] },
    { heading: 'Tái cận nghèo', movements: ['near-poor-again'] },
    { heading: 'Phát sinh mới', movements: ['newly-near-poor'] },
    { heading: 'Hộ khác tăng', movements: [] },
  ],
};

const opening: Readonly<
  Record<Listed, { readonly heading: string; readonly fields: readonly EnteredField[] }>
> = {
  poor: { heading: 'Tổng số hộ nghèo đầu kỳ', fields: ['poor', 'poorPersons'] },
  'near-poor': { heading: 'Tổng số hộ cận nghèo đầu kỳ', fields: ['nearPoor', 'nearPoorPersons'] },
};

const titles: Readonly<Record<Listed, string>> = {
  poor: 'Tổng hợp diễn biến hộ nghèo',
  'near-poor': 'Tổng hợp diễn biến hộ cận nghèo',
};

/** Tables 2 and 3: from the last list to this one, once for households and once for their people. */
export function movementsOf(no: number, listed: Listed): Table {
  return {
    no,
    title: seen(titles[listed]),
    rows: householdsAndPeople,
    columns: [
      {
        id: '1',
        number: '1',
        heading: opening[listed].heading,
        content: {
          kind: 'opening',
          of: ({ before }) => Number(before === listed),
          fields: opening[listed].fields,
        },
      },
      ...ways[listed].map(({ heading, movements, over }, at): Column => ({
        id: String(at + 2),
        number: String(at + 2),
        heading,
        ...(over === undefined ? {} : { over }),
        content: { kind: 'count', of: ({ movement }) => isOne(movements, movement), needsList: true },
      })),
      {
        id: '9',
        number: '9=1-2-3-4+5+6+7+8',
        heading: 'Tổng số cuối kỳ',
        content: {
          kind: 'sum',
          plus: ['1', '5', '6', '7', '8'],
          minus: ['2', '3', '4'],
          needsList: true,
        },
      },
    ],
    gaps: [
      { say: 'open-before', of: ({ before, isOpen }) => Number(isOpen && before === listed) },
      { say: 'people', of: (each) => Number(concerns(listed, each) && each.people === null) },
    ],
    notes: ['one-count-of-people', 'other-decrease', 'other-increase'],
  };
}

function isOne(movements: readonly Movement[], movement: Movement | null): number {
  return Number(movements.some((each) => each === movement));
}

function concerns(listed: Listed, { after, before }: ReportHousehold): boolean {
  return before === listed || after === listed;
}
