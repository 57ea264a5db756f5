import type { z } from 'zod';
import { type Cell, readCell } from './cell.ts';
import { faultsOf } from './faults.ts';
import type { Placed } from './header.ts';
import type { IdSet } from './id-set.ts';
import { type Fault, type Problem, type Read, refused, type Refused } from './problem.ts';
import { mostMembers, recordSchema, shown } from './schema.ts';

/** The rows of one household so far, bounded however many repeat its id; values stand in the order of `placed`. */
export type Group = {
  readonly id: string;
  readonly first: number;
  rows: number;
  readonly placed: readonly Placed[];
  /** Of the first row. */
  household: readonly unknown[];
  readonly members: { readonly row: number; readonly values: readonly unknown[] }[];
  readonly problems: Problem[];
};

type Taken = { readonly row: number; readonly cells: readonly Cell[]; readonly wrong: string | null };

/** Adds one row to its household. A row that cannot be read refuses the household: without it, it would be another one. */
export function take(file: string, group: Group, row: Taken, lacksId: boolean): void {
  group.rows += 1;
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
    const value = read.kind === 'wrong' ? undefined : read.value;
    values.push(value);
    if (isFirst || column.of === 'member' || value === undefined) return;
    const before = group.household[index];
    if (!isSame(value, before)) faults.push({ field: title, say: differing(value, before, group.first) });
  });
  if (cells.some((cell, at) => at > last && cell !== null && String(cell).trim() !== ''))
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

/** The household that the rows tell of, or what is wrong with them. `seen` are the ids that the file had before. */
export function householdOf(file: string, group: Group, seen: IdSet): Read | Refused {
  const { id, first, rows, placed, problems } = group;
  if (problems.length > 0) return { kind: 'refused', rows, problems };
  const parsed = recordSchema.safeParse(recordOf(group));
  if (!parsed.success) return { kind: 'refused', rows, problems: located(file, group, parsed.error) };
  const { listYear, household } = parsed.data;
  if (seen.add(`${listYear ?? ''}/${id}`))
    return { kind: 'household', file, row: first, rows, id, listYear: listYear ?? null, household };
  const say = `${shown(id)} was there before; put all rows of a household one after the other, or give this one another id`;
  return refused(file, first, [{ field: placed[0]?.title ?? null, say }], rows);
}

type Fields = Record<string, unknown>;

/** What the rows say, in the form of a line of NDJSON; blank cells are unknown facts. */
function recordOf({ household: values, members, placed }: Group): Fields {
  const income: Fields = {};
  const household: Fields = { income, members: members.map((member) => memberOf(member.values, placed)) };
  const record: Fields = { household };
  placed.forEach(({ column }, index) => {
    if (column.into === 'record') put(record, column, values[index]);
    else if (column.into === 'household') put(household, column, values[index]);
    else if (column.into === 'income') put(income, column, values[index]);
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
    const title = placed.find(({ column }) => column.key === field)?.title ?? field;
    byRow.set(row, [...(byRow.get(row) ?? []), { field: title, say }]);
  }
  return [...byRow].map(([row, faults]) => ({ file, row, faults }));
}
