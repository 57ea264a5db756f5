import type { Choice, Rendered } from '../text/rendered.ts';

/** A button as Telegram takes it. */
export type Button = { text: string; callback_data: string };

/** Telegram refuses longer button data. */
const MAX_DATA_BYTES = 64;
/** Letters that a phone of 360 dp shows uncut with three, or two, buttons in a row. */
const THREE_IN_ROW = 7;
const OPTION_IN_ROW = 12;
const ACTION_IN_ROW = 18;

/** Lays out the answers and, below them, the actions; undefined when there is nothing to press. */
export function keyboard(rendered: Rendered): { inline_keyboard: Button[][] } | undefined {
  const isTickList = rendered.options.some((option) => option.picked !== undefined);
  const options = rendered.picture === undefined ? rendered.options : rendered.options.map(numbered);
  const rows = [
    ...layOut(options, OPTION_IN_ROW, isTickList),
    ...layOut(rendered.actions, ACTION_IN_ROW, false),
  ];
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** As it is numbered among the drawings. */
function numbered(choice: Choice, at: number): Choice {
  return { ...choice, label: `${at + 1}. ${choice.label}` };
}

function layOut(choices: readonly Choice[], short: number, isTickList: boolean): Button[][] {
  const rows: Button[][] = [];
  for (const run of runs(choices, short)) {
    const perRow = !isTickList && run.every(({ label }) => lettersOf(label) <= THREE_IN_ROW) ? 3 : 2;
    rows.push(...evenly(run, perRow).map((row) => row.map((choice) => toButton(choice, isTickList))));
  }
  return rows;
}

/** Short labels that follow each other stay together; a long label stands alone. */
function runs(choices: readonly Choice[], short: number): Choice[][] {
  const found: Choice[][] = [];
  let open: Choice[] | undefined;
  for (const choice of choices) {
    const isShort = lettersOf(choice.label) <= short;
    if (isShort && open !== undefined) open.push(choice);
    else {
      const run = [choice];
      found.push(run);
      open = isShort ? run : undefined;
    }
  }
  return found;
}

/** Four in rows of three become 2 + 2, not 3 + 1. */
function evenly(run: readonly Choice[], perRow: number): Choice[][] {
  const rowCount = Math.ceil(run.length / perRow);
  return Array.from({ length: rowCount }, (_, row) =>
    run.slice(Math.ceil((run.length * row) / rowCount), Math.ceil((run.length * (row + 1)) / rowCount)),
  );
}

function toButton({ label, data, picked }: Choice, isTickList: boolean): Button {
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > MAX_DATA_BYTES) {
    throw new Error(
      `The data of a button takes 1 to ${MAX_DATA_BYTES} bytes, but this takes ${bytes}: ${data}. Shorten what is put into it.`,
    );
  }
  const mark = !isTickList ? '' : picked ? '✅ ' : '⬜️ ';
  return { text: `${mark}${label}`, callback_data: data };
}

function lettersOf(label: string): number {
  return [...label.normalize('NFC')].length;
}
