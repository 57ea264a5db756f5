import type { z } from 'zod';
import { type Cell, isBlank, readCell } from './cell.ts';
import { faultsOf } from './faults.ts';
import type { Placed } from './header.ts';
import { type Known, noListYear, type Reading } from './known-households.ts';
import { type Fault, type Problem, problemAt, type Read, type Refused } from './problem.ts';
import { isListYear, mostMembers, recordSchema, shown } from './schema.ts';

/** Stands for what was in a cell that cannot be read. */
const unread = Symbol('unread');

/** The rows of one household so far, bounded however many repeat its id; values stand in the order of `placed`. */
export type Group = {
  readonly id: string;
  readonly first: number;
  last: number;
  rows: number;
  readonly placed: readonly Placed[];
  /** Of the first row; null when that cannot be read. */
  household: readonly unknown[] | null;
  readonly members: { readonly row: number; readonly values: readonly unknown[] }[];
  readonly problems: Problem[];
};

type Taken = { readonly row: number; readonly cells: readonly Cell[]; readonly wrong: string | null };

/** Adds one row to its household. A row that cannot be read refuses the household: without it, it would be another one. */
export function take(file: string, group: Group, row: Taken, lacksId: boolean): void {
  group.rows += 1;
  group.last = row.row;
  if (group.rows > mostMembers + 1) return;
  const faults: Fault[] = [];
  const field = group.placed[0]?.title ?? null;
  if (row.wrong !== null) faults.push({ field: null, say: row.wrong });
  else if (lacksId) faults.push({ field, say: "is blank; repeat the household's id in each of its rows" });
  else readRow(group, row, faults);
  if (faults.length > 0) group.problems.push({ file, row: row.row, faults });
}

function readRow(group: Group, { row, cells }: Taken, faults: Fault[]): void {
  const isFirst = group.rows === 1;
  const values: unknown[] = [];
  let last = -1;
  group.placed.forEach(({ column, at, title }, index) => {
    const read = readCell(column, cells[at] ?? null);
    last = Math.max(last, at);
    if (read.kind === 'wrong') faults.push({ field: title, say: read.say });
    const value = read.kind === 'wrong' ? unread : read.value;
    values.push(value);
    if (isFirst || column.of === 'member' || value === undefined || value === unread) return;
    const before = group.household === null ? unread : group.household[index];
    if (before !== unread && !isSame(value, before))
      faults.push({ field: title, say: differing(value, before, group.first) });
  });
  if (cells.some((cell, at) => at > last && !isBlank(cell)))
    faults.push({
      field: null,
      say: 'has a cell beyond the last column of the header; clear it or name its column',
    });
  if (isFirst) group.household = values;
  group.members.push({ row, values });
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function differing(value: unknown, before: unknown, first: number): string {
  const there = before === undefined ? 'it is blank' : `it is ${shown(before)}`;
  return `${shown(value)} differs from row ${first} of the household, where ${there}; leave it blank or repeat what stands in row ${first}`;
}

/**
 * The household that the rows tell of, or what is wrong with them. Rows of a household that was there before are
 * refused whatever they say: they are the rest of one that was taken for whole, or of one that was refused.
 */
export function householdOf(file: string, group: Group, { year, households }: Reading): Read | Refused {
  const { id, first, last, rows, placed, problems } = group;
  const own = ownYear(group);
  const isRead = own !== unread;
  const known: Known = {
    id,
    year: isRead ? (own ?? year) : null,
    table: file,
    tellsYear: isRead && own !== null,
  };
  const before = households.before(known);
  const refuse = (found: readonly Problem[]): Refused => {
    if (before === null) households.keep(known, 'refused');
    const spoilt = before === 'read' ? id : null;
    return { kind: 'refused', household: { id, first, last }, rows, problems: found, spoilt };
  };
  if (before !== null) {
    const ofId = problemAt(file, first, thereBefore[before], placed[0]?.title ?? null);
    return refuse([ofId, ...problems]);
  }
  if (problems.length > 0) return refuse(problems);
  const parsed = recordSchema.safeParse(recordOf(group));
  if (!parsed.success) return refuse(located(file, group, parsed.error));
  if (known.year === null) return refuse([problemAt(file, first, noListYear, titleIn(placed, 'listYear'))]);
  households.keep(known, 'read');
  const { household } = parsed.data;
  return { kind: 'household', file, row: first, last, rows, id, listYear: known.year, household };
}

const apart = 'put all rows of a household one after the other, or give this one another id or list year';
const thereBefore = {
  read: `was there before, and the reading already given for it lacks these rows: do not use it; ${apart}`,
  refused: `was there before and refused, and these rows alone may not be the whole household; mend it, and ${apart}`,
} as const;

/** The list year that the first row tells, null where it is blank. */
function ownYear({ household, placed }: Group): number | null | typeof unread {
  if (household === null) return unread;
  const value = household[placed.findIndex(({ column }) => column.key === 'listYear')];
  if (value === undefined) return null;
  return isListYear(value) ? value : unread;
}

function titleIn(placed: readonly Placed[], key: string): string {
  return placed.find(({ column }) => column.key === key)?.title ?? key;
}

type Fields = Record<string, unknown>;

/** What the rows say, in the form of a line of NDJSON; blank cells are unknown facts. */
function recordOf({ household: values, members, placed }: Group): Fields {
  const income: Fields = {};
  const household: Fields = { income, members: members.map((member) => memberOf(member.values, placed)) };
  const record: Fields = { household };
  const parts = { record, household, income };
  placed.forEach(({ column }, index) => {
    if (column.into !== 'member') put(parts[column.into], column, values?.[index]);
  });
  return record;
}

function memberOf(values: readonly unknown[], placed: readonly Placed[]): Fields {
  const member: Fields = {};
  placed.forEach(({ column }, index) => {
    if (column.into === 'member') put(member, column, values[index]);
  });
  return member;
}

function put(fields: Fields, { field, isFact }: Placed['column'], value: unknown): void {
  if (value !== undefined) fields[field] = value;
  else if (isFact) fields[field] = 'unknown';
}

/** Puts each fault to the row it stands in, and names the column as the file does. */
function located(file: string, { first, members, placed }: Group, error: z.ZodError): Problem[] {
  const byRow = new Map<number, Fault[]>();
  for (const { member, field, say } of faultsOf(error)) {
    const row = member === null ? first : (members[member]?.row ?? first);
    const title = field === null ? null : titleIn(placed, field);
    byRow.set(row, [...(byRow.get(row) ?? []), { field: title, say }]);
  }
  return [...byRow].map(([row, faults]) => ({ file, row, faults }));
}
