import type { Column } from './columns.ts';
import { shown } from './schema.ts';

/** What stands in a cell; a CSV has only texts. A blank cell is null or a text of spaces. */
export type Cell = string | number | boolean | null;

/** The value of a cell, `undefined` when it is blank; or what would be right. */
export type CellRead =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'wrong'; readonly say: string };

const words: ReadonlyMap<string, boolean | 'unknown'> = new Map<string, boolean | 'unknown'>([
  ['yes', true],
  ['true', true],
  ['có', true],
  ['no', false],
  ['false', false],
  ['không', false],
  ['unknown', 'unknown'],
  ['không rõ', 'unknown'],
]);

const asUnknown = { kind: 'value', value: 'unknown' } as const;

/**
 * Reads one cell as its column wants it. A blank cell is `undefined`: unknown in most columns, "as above" in the later
 * rows of a household. What can be chosen is not checked here but with the whole household.
 */
export function readCell(column: Column, cell: Cell): CellRead {
  const given = typeof cell === 'string' ? tidy(cell) : cell;
  if (given === null || given === '') return { kind: 'value', value: undefined };
  if (column.kind !== 'text' && typeof given === 'string' && words.get(given.toLowerCase()) === 'unknown')
    return asUnknown;
  switch (column.kind) {
    case 'text':
      return { kind: 'value', value: String(given) };
    case 'choice':
      return { kind: 'value', value: typeof given === 'string' ? given.toLowerCase() : given };
    case 'devices':
      return { kind: 'value', value: typeof given === 'string' ? devicesOf(given) : given };
    case 'truth':
      return truthOf(given);
    case 'age':
      return ageOf(given);
    case 'year':
      return wholeOf(given, /^\d{4}$/, 'a year such as 2026');
    case 'square-metres':
      return wholeOf(given, /^\d+$/, 'a whole number of square metres such as 45');
    case 'money':
      return wholeOf(given, /^(?:\d+|\d{1,3}(?:\.\d{3})+)$/, 'whole VND such as 1500000 or 1.500.000');
    default:
      return column.kind satisfies never;
  }
}

const isAscii = /^[\0-\x7F]*$/;

/** A text as people mean it: without spaces around it, its accents in the one form that can be compared. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  return isAscii.test(trimmed) ? trimmed : trimmed.normalize('NFC');
}

/** A cell as a text; blank ones are empty. */
export function textOf(cell: Cell): string {
  return cell === null ? '' : tidy(String(cell));
}

/** Whether nothing stands in a cell. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function devicesOf(given: string): readonly string[] {
  const listed = given
    .toLowerCase()
    .split(';')
    .map((device) => device.trim());
  return listed.length === 1 && (listed[0] === 'none' || listed[0] === 'không') ? [] : listed;
}

function truthOf(given: string | number | boolean): CellRead {
  const value = typeof given === 'string' ? words.get(given.toLowerCase()) : given;
  // On paper forms it is the tick; elsewhere it says that nobody could tell.
  if (typeof given === 'string' && given.toLowerCase() === 'x')
    return {
      kind: 'wrong',
      say: '"x" can mean yes or not known; write có, không or không rõ (yes, no, unknown)',
    };
  return typeof value === 'boolean'
    ? { kind: 'value', value }
    : wrong(given, 'có, không or không rõ (yes, no, unknown)');
}

function ageOf(given: string | number | boolean): CellRead {
  const wanted = 'completed years such as 35, or 15-16 when two are possible, or leave it blank';
  const [, min, max] = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?$/.exec(String(given)) ?? [];
  if (min !== undefined) return { kind: 'value', value: { min: Number(min), max: Number(max ?? min) } };
  // 5-6 typed into Excel becomes a day of this year, which it keeps as a number.
  const isDay = typeof given === 'number' && given > 30_000;
  return wrong(
    given,
    isDay ? `${wanted}; Excel made a date of it: format the column as text and type it again` : wanted,
  );
}

function wholeOf(given: string | number | boolean, form: RegExp, wanted: string): CellRead {
  if (typeof given === 'number' && Number.isSafeInteger(given)) return { kind: 'value', value: given };
  if (typeof given !== 'string' || !form.test(given)) return wrong(given, wanted);
  return { kind: 'value', value: Number(given.replaceAll('.', '')) };
}

function wrong(given: unknown, wanted: string): CellRead {
  return { kind: 'wrong', say: `${shown(given)} cannot be read; write ${wanted}` };
}
