import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** A formula gives an empty text, or (null) nothing that was kept. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  | { readonly cdata: string }
  | { readonly formula: '' | null };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Writes a workbook as Excel does: every text once in a table of shared strings that comes after the sheet, numbers as
 * numbers, blank cells left out, a calculated text with its formula, hints for reading aloud, a second sheet.
 */
export async function writeAsExcel(path: string, rows: Iterable<readonly Cell[]>): Promise<void> {
  const index = new Map<string, number>();
  const shared = (text: string) => {
    const known = index.get(text) ?? index.size;
    index.set(text, known);
    return known;
  };
  function* sheet() {
    yield `${head}<worksheet ${main}><dimension ref="A1:AD9"/><sheetData>`;
    let row = 0;
    let xml = '';
    for (const cells of rows) {
      row += 1;
      xml += `<row r="${row}" spans="1:30" x14ac:dyDescent="0.25" xmlns:x14ac="urn:x">`;
      cells.forEach((cell, column) => {
        const place = `r="${letters(column)}${row}" s="1"`;
        if (cell === null) xml += column % 2 === 0 ? `<c ${place}/>` : '';
        else if (typeof cell === 'number') xml += `<c ${place}><v>${cell}</v></c>`;
        else if (typeof cell === 'boolean') xml += `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
        else if (typeof cell === 'object') xml += `<c ${place} ${unusual(cell)}</c>`;
        else if (cell.startsWith('='))
          xml += `<c ${place} t="str"><f>A1&amp;"x"</f><v>${escape(cell.slice(1))}</v></c>`;
        else xml += `<c ${place} t="s"><v>${shared(cell)}</v></c>`;
      });
      xml += '</row>';
      if (xml.length < 65_536) continue;
      yield xml;
      xml = '';
    }
    yield `${xml}</sheetData></worksheet>`;
  }
  function* strings() {
    yield `${head}<sst ${main} count="${index.size}" uniqueCount="${index.size}">`;
    for (const text of index.keys()) {
      // Excel cuts a text with two fonts into runs.
      const half = Math.floor(text.length / 2);
      yield text.startsWith('VI-DU')
        ? `<si><r><t>${escape(text.slice(0, half))}</t></r><r><rPr><b/></rPr><t>${escape(text.slice(half))}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`
        : `<si><t xml:space="preserve">${escape(text)}</t></si>`;
    }
    yield '</sst>';
  }
  const zip = new yazl.ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(head + text), name);
  add(
    '_rels/.rels',
    `<Relationships ${rels}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Hộ" sheetId="7" r:id="rId2"/><sheet name="Khác" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships ${rels}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  add('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData/></worksheet>`);
  zip.addReadStream(Readable.from(sheet()), 'xl/worksheets/sheet2.xml', { compressionLevel: 1 });
  zip.addReadStreamLazy('xl/sharedStrings.xml', { compressionLevel: 1 }, (give) =>
    give(null, Readable.from(strings())),
  );
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function unusual(cell: Extract<Cell, object>): string {
  if ('error' in cell) return `t="e"><f>A1</f><v>${cell.error}</v>`;
  if ('cdata' in cell) return `t="inlineStr"><is><t><![CDATA[${cell.cdata}]]></t></is>`;
  return cell.formula === null ? '><f>A1</f>' : 't="str"><f>A1</f><v></v>';
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
