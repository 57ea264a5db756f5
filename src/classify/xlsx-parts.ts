import { letters } from '../letters.ts';
import type { FlatCell } from './flat.ts';
import { cellFormats } from './xlsx-styles.ts';
import type { CellLook } from './xlsx-styles.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** No cell of Excel holds more. */
export const mostCharacters = 32_767;

/**
 * A cell with its look, and perhaps with a formula (without `=`); `value` is what the formula gives, so that programs
 * that do not calculate show it too: an empty text where it gives one.
 */
export type RichCell = { readonly value: FlatCell; readonly look?: CellLook; readonly formula?: string };
export type SheetCell = FlatCell | RichCell;

/** How a sheet looks around its rows. */
export type SheetFrame = {
  /** How many rows at its top stay in sight. */
  readonly frozen: number;
  /** Columns (from 0) that Excel shall keep as they are typed. */
  readonly texts?: readonly number[];
  /** Widths of the columns in characters, from the first on. */
  readonly widths?: readonly number[];
  /** How high the first rows are, in points; left out they are as high as their text, which programs do not do for merged cells. */
  readonly heights?: readonly number[];
  /** Cells that are one, as "A1:F1". */
  readonly merged?: readonly string[];
  /** Printed across, as wide as the paper. */
  readonly isWide?: boolean;
};

export const styles = `${declaration}<styleSheet xmlns="${main}">${cellFormats}</styleSheet>`;

export const rootLinks = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** The sheets of a workbook in the order in which they are shown; `file` is the number of each one's file. */
export function workbook(sheets: readonly { readonly name: string; readonly file: number }[]): string {
  const listed = sheets.map(
    ({ file, name }) => `<sheet name="${escape(name)}" sheetId="${file}" r:id="rId${file}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`;
}

export function workbookLinks(sheets: number): string {
  const links = numbers(sheets).map(
    (at) => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const ofStyles = `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${links.join('')}${ofStyles}</Relationships>`;
}

export function contentTypes(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...numbers(sheets).map((at) => [`/xl/worksheets/sheet${at}.xml`, 'worksheet'] as const),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${spreadsheet}.${type}+xml"/>`);
  return `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

/** The beginning of a sheet. */
export function sheetStart({ frozen, isWide = false, texts = [], widths = [] }: SheetFrame): string {
  const fits = isWide ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews>`;
  const last = Math.max(widths.length, ...texts.map((at) => at + 1), 0);
  const columns = numbers(last).map((at) => columnXml(at, widths[at - 1], texts.includes(at - 1)));
  const cols = columns.join('');
  return `${declaration}<worksheet xmlns="${main}">${fits}${view}${isWide ? '<sheetFormatPr defaultRowHeight="18"/>' : ''}${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`;
}

function columnXml(at: number, width: number | undefined, isText: boolean): string {
  if (width === undefined && !isText) return '';
  return `<col min="${at}" max="${at}" width="${width ?? 14}"${isText ? ' style="1"' : ''}${width === undefined ? '' : ' customWidth="1"'}/>`;
}

/** The end of a sheet. */
export function sheetEnd({ isWide = false, merged = [] }: SheetFrame): string {
  const cells = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const merges = cells === '' ? '' : `<mergeCells count="${merged.length}">${cells}</mergeCells>`;
  const page = isWide
    ? '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    : '';
  return `</sheetData>${merges}${page}</worksheet>`;
}

/** One row, counted from 1, as high as it must be or so many points; texts stand in their cells, so that no table of them grows. */
export function rowXml(row: number, cells: readonly SheetCell[], height?: number): string {
  let xml = `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
  cells.forEach((cell, at) => {
    const { formula, look, value } = typeof cell === 'object' && cell !== null ? cell : { value: cell };
    const place = `r="${letters(at)}${row}"${look === undefined ? '' : ` s="${look}"`}`;
    if (formula !== undefined) xml += formulaXml(place, formula, value);
    else if (value === null || value === '') xml += look === undefined ? '' : `<c ${place}/>`;
    else if (typeof value === 'number') xml += `<c ${place}><v>${value}</v></c>`;
    else if (typeof value === 'boolean') xml += `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
    else xml += `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  });
  return `${xml}</row>`;
}

function formulaXml(place: string, formula: string, value: FlatCell): string {
  if (typeof value === 'number') return `<c ${place}><f>${escape(formula)}</f><v>${value}</v></c>`;
  return `<c ${place} t="str"><f>${escape(formula)}</f><v>${escape(String(value ?? ''))}</v></c>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML cannot hold. */
function escape(text: string): string {
  return text
    .slice(0, mostCharacters)
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

function numbers(upTo: number): readonly number[] {
  return Array.from({ length: upTo }, (_, index) => index + 1);
}
