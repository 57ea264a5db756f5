import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import PizZip from 'pizzip';
import { embedFonts, fontFolder, obfuscated } from '../../src/paperwork/fonts.ts';
import { checkTemplate, fillTemplate, TemplateError } from '../../src/paperwork/template.ts';
import { shippedTemplate } from '../../src/paperwork/templates.ts';
import { sampleOf } from '../../src/papers/complete.ts';
import { layoutMark } from '../../src/papers/head.ts';
import { paperNames } from '../../src/papers/paper.ts';
import { papers } from '../../src/papers/register.ts';
import { edited, textOf } from './edited.ts';

const shipped = await shippedTemplate('certificate');
const checkedAs = (change: (text: string) => string) =>
  checkTemplate({ file: 'mine.docx', bytes: edited(shipped.bytes, change) }, papers.certificate);

describe('a shipped template', () => {
  test.each(paperNames)('%s fits its paper, and bears its mark on the page and at its foot', async (name) => {
    const template = await shippedTemplate(name);
    const { unused } = checkTemplate(template, papers[name]);
    expect(unused.filter((each) => !['place', 'wardUpper'].includes(each))).toEqual([]);
    const filled = fillTemplate(template, { ...sampleOf(papers[name]), layoutNote: layoutMark });
    expect(textOf(filled)).toContain(layoutMark);
    expect(new PizZip(filled).file('word/footer1.xml')!.asText()).toContain(layoutMark);
    expect(textOf(filled)).not.toMatch(/[{}]|undefined|null/);
  });

  test('is there for every paper, and no other file is', () => {
    const folder = new URL('../../papers/vi/', import.meta.url);
    expect(readdirSync(folder).sort()).toEqual(paperNames.map((name) => `${name}.docx`).sort());
  });
});

describe('a template that somebody edited', () => {
  test('may leave fields out, and says which', () => {
    expect(checkedAs((text) => text.replace('{address}', '')).unused).toEqual(['address']);
  });

  test.each([
    ['an unknown field', ['{household}', '{houshold}'], '{houshold} is no field of certificate'],
    ['a field of another paper', ['{household}', '{reasons}'], '{reasons} is no field of certificate'],
    ['a list without its rows', ['{household}', '{members}'], 'write {#members} … {/members}'],
    ['a column outside its list', ['{household}', '{relation}'], '{relation} is no field of certificate'],
    [
      'an unknown column',
      ['{birth}', '{income}'],
      '{income} is no field of certificate or of its list members',
    ],
    ['a list that is not closed', ['{/members}', ''], '"members"'],
    ['a list that is not opened', ['{#members}', ''], '"members"'],
    ['a brace that is not closed', ['{household}', '{household'], 'The tag beginning with "{household'],
    ['raw XML', ['{household}', '{@household}'], 'The raw tag "household"'],
  ])('with %s is refused with its name', (_, [from, to], words) => {
    const check = () => checkedAs((text) => text.replace(from!, to!));
    expect(check).toThrow(TemplateError);
    expect(check).toThrow(words);
    expect(check).toThrow(/^mine\.docx cannot be used/);
  });

  test('must keep the marks of what is not confirmed', () => {
    const without = edited(
      edited(shipped.bytes, (text) =>
        text.replaceAll('{layoutNote}', '').replaceAll('{#layoutNote}', '').replaceAll('{/layoutNote}', ''),
      ),
      (text) => text.replaceAll('{layoutNote}', ''),
      'word/footer1.xml',
    );
    expect(() => checkTemplate({ file: 'mine.docx', bytes: without }, papers.certificate)).toThrow(
      '{layoutNote} is missing',
    );
    const noLaw = (text: string) => text.replaceAll(/\{[#/]?lawNote\}/g, '');
    expect(() => checkedAs(noLaw)).toThrow('{lawNote} is missing beside {formName}');
  });

  test('that is no DOCX file is refused in plain words', () => {
    expect(() =>
      checkTemplate({ file: 'mine.docx', bytes: Buffer.from('Kính gửi') }, papers.certificate),
    ).toThrow('mine.docx cannot be used: it is no DOCX file that can be read');
  });

  test('is not filled where a value is left out', () => {
    const { household: _household, ...filling } = sampleOf(papers.certificate);
    expect(() => fillTemplate(shipped, filling)).toThrow('{household} has no value');
  });

  test('prints what people typed as they typed it', () => {
    const said = 'Lò <b> & "Mẫu" {household}\u0000\nhai dòng';
    const filled = fillTemplate(shipped, { ...sampleOf(papers.certificate), household: said });
    expect(textOf(filled)).toContain('Lò <b> & "Mẫu" {household}');
    expect(textOf(filled)).toContain('hai dòng');
  });
});

describe('the font', () => {
  const made = embedFonts(shipped.bytes);
  const zip = new PizZip(made);

  test('is in the file in three faces, each to be read back with its key', () => {
    const table = zip.file('word/fontTable.xml')!.asText();
    const keys = [...table.matchAll(/<w:embed(\w+)[^>]*r:id="(\w+)" w:fontKey="\{([\w-]+)\}"/g)];
    expect(keys.map(([, face]) => face)).toEqual(['Regular', 'Bold', 'Italic']);
    const links = zip.file('word/_rels/fontTable.xml.rels')!.asText();
    for (const [, , id, key] of keys) {
      const target = new RegExp(`Id="${id!}"[^>]*Target="([^"]+)"`).exec(links)![1]!;
      const font = obfuscated(zip.file(`word/${target}`)!.asUint8Array(), key!);
      expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
    }
    expect(zip.file('word/settings.xml')!.asText()).toContain(
      '<w:displayBackgroundShape/><w:embedTrueTypeFonts/>',
    );
    expect(
      zip
        .file('[Content_Types].xml')!
        .asText()
        .match(/Extension="odttf"/g),
    ).toHaveLength(1);
    expect(fontFolder()).toContain('tinos');
  });

  test('goes in once, and not into a file in another font', () => {
    const names = (docx: Uint8Array) =>
      Object.keys(new PizZip(docx).files).filter((name) => name.includes('odttf'));
    expect(names(embedFonts(made))).toEqual(names(made));
    expect(embedFonts(made).length).toBe(made.length);
    const times = ['word/document.xml', 'word/footer1.xml', 'word/styles.xml'].reduce<Uint8Array>(
      (docx, part) => edited(docx, (text) => text.replaceAll('"Tinos"', '"Times New Roman"'), part),
      shipped.bytes,
    );
    expect(names(embedFonts(times))).toEqual([]);
  });
});
