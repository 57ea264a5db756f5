import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillPapers, preparePapers, type Prepared } from '../../src/paperwork/make.ts';
import { pdfsOf, PdfError } from '../../src/paperwork/office.ts';
import { checkTemplate } from '../../src/paperwork/template.ts';
import { shippedTemplate } from '../../src/paperwork/templates.ts';
import { layoutMark } from '../../src/papers/head.ts';
import { type PaperName, paperNames } from '../../src/papers/paper.ts';
import { papers } from '../../src/papers/register.ts';
import { dots } from '../../src/papers/words.ts';
import { edited } from '../papers/edited.ts';
import { playSeason } from '../papers/season.ts';
import { testDatabase, type TestDatabase } from '../store/database.ts';

// With Debian's own programs: `apt-get install libreoffice-writer-nogui poppler-utils`. PAPERS_OUT keeps the files to be looked at.
const folder = process.env['PAPERS_OUT'] ?? mkdtempSync(join(tmpdir(), 'rasoat-pages-'));
const path = process.env['PATH'] ?? '';
let database: TestDatabase;
const prepared = new Map<PaperName, Prepared>();
const pdf = (file: string) => join(folder, `${file}.pdf`);

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  database = await testDatabase();
  const { round } = await playSeason(database.db);
  for (const paper of paperNames) prepared.set(paper, await preparePapers(database.db.q, { paper, round }));
  const made = [...prepared.values()].flatMap((each) => [...fillPapers(each)]);
  for (const { bytes, name } of await pdfsOf(made, path)) writeFileSync(pdf(name), bytes);
});
afterAll(async () => {
  await database.close();
  if (process.env['PAPERS_OUT'] === undefined) rmSync(folder, { recursive: true });
});

/** All that a PDF says, without its spaces: where a line or a cell ends, words are cut. */
const said = (file: string, order: '-layout' | '-raw') =>
  squeezed(execFileSync('pdftotext', [order, pdf(file), '-'], { encoding: 'utf8' }));
const squeezed = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '');

describe.each(paperNames)('%s through LibreOffice', (name) => {
  const sheets = () => prepared.get(name)!.sheets;

  test('shows the value of every field that its template prints', async () => {
    const { unused } = checkTemplate(await shippedTemplate(name), papers[name]);
    const printed = new Set(Object.keys(papers[name].fields).filter((each) => !unused.includes(each)));
    for (const { file, values } of sheets()) {
      const [laid, raw] = [said(file, '-layout'), said(file, '-raw')];
      const shows = (value: string | null) =>
        [laid, raw].some((text) => text.includes(squeezed(value ?? dots)));
      for (const [field, value] of Object.entries(values)) {
        if (!printed.has(field)) continue;
        if (!Array.isArray(value)) expect([file, field, shows(value)]).toEqual([file, field, true]);
        else
          for (const row of value)
            for (const [column, cell] of Object.entries(row))
              expect([file, field, column, shows(cell)]).toEqual([file, field, column, true]);
      }
      expect(
        laid.split(squeezed(layoutMark)).length - 1,
        'the mark on the page and at its foot',
      ).toBeGreaterThan(1);
      expect(laid).not.toMatch(/[{}]|undefined/);
    }
  });

  test('has its fonts in it, and nothing but the font of our papers', () => {
    for (const { file } of sheets()) {
      const fonts = execFileSync('pdffonts', [pdf(file)], { encoding: 'utf8' })
        .split('\n')
        .slice(2)
        .filter((line) => line !== '');
      expect(fonts.length).toBeGreaterThan(1);
      for (const line of fonts) expect(line).toMatch(/^\w+\+Tinos-\w+ .* yes yes yes /);
    }
  });

  test('is A4', () => {
    for (const { file } of sheets())
      expect(execFileSync('pdfinfo', [pdf(file)], { encoding: 'utf8' })).toMatch(
        /Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/,
      );
  });
});

describe('LibreOffice', () => {
  test('shows every letter of Vietnamese, also in a template of an office in Times New Roman', async () => {
    const letters = 'ộ ữ ẫ ỹ đ ằ ẽ ở ứ Ỷ Đ Ẵ ₫ □ – “ ” …';
    const [sheet] = prepared.get('refusal')!.sheets;
    const one = {
      ...prepared.get('refusal')!,
      sheets: [{ ...sheet!, values: { ...sheet!.values, reasons: letters } }],
    };
    const [made] = [...fillPapers(one)];
    const times = ['word/document.xml', 'word/footer1.xml', 'word/styles.xml'].reduce(
      (docx, part) => edited(docx, (text) => text.replaceAll('"Tinos"', '"Times New Roman"'), part),
      made!.bytes,
    );
    const both = [
      { name: 'letters', bytes: made!.bytes },
      { name: 'times', bytes: times },
    ];
    for (const { bytes, name } of await pdfsOf(both, path)) {
      writeFileSync(pdf(name), bytes);
      expect(said(name, '-raw')).toContain(squeezed(letters));
      expect(execFileSync('pdffonts', [pdf(name)], { encoding: 'utf8' })).toMatch(
        /Tinos-Bold .* yes yes yes/,
      );
    }
  });

  test('that is not installed is said, with the package to install', async () => {
    const none = pdfsOf([{ name: 'x', bytes: Buffer.alloc(0) }], '/nonexistent');
    await expect(none).rejects.toThrow(PdfError);
    await expect(none).rejects.toThrow('apt-get install libreoffice-writer-nogui');
  });

  test('that cannot read a file is said', async () => {
    const [whole] = [...fillPapers(prepared.get('decision')!)];
    const cut = whole!.bytes.subarray(0, 3000);
    await expect(pdfsOf([{ name: 'x', bytes: cut }], path)).rejects.toThrow(/no PDF of x\.docx/);
  });
});
