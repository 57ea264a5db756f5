import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PizZip from 'pizzip';

/** The font of the shipped templates: as wide as Times New Roman, with every letter of Vietnamese (OFL). */
export const paperFont = 'Tinos';

const faces = [
  { element: 'embedRegular', file: '400Regular/Tinos_400Regular.ttf' },
  { element: 'embedBold', file: '700Bold/Tinos_700Bold.ttf' },
  { element: 'embedItalic', file: '400Regular_Italic/Tinos_400Regular_Italic.ttf' },
] as const;

const parts = {
  table: 'word/fontTable.xml',
  relations: 'word/_rels/fontTable.xml.rels',
  settings: 'word/settings.xml',
  types: '[Content_Types].xml',
} as const;

/** The folder in which the font is installed. */
export function fontFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
}

/**
 * Puts the font into a DOCX file that uses it, so that the paper looks the same where it is not installed (ECMA-376
 * part 1, 17.8). A file in another font, such as an office's own, is left as it is.
 */
export function embedFonts(docx: Uint8Array): Uint8Array {
  const zip = new PizZip(docx);
  const [table, settings, types] = [parts.table, parts.settings, parts.types].map((name) => zip.file(name));
  if (!table || !settings || !types || !usesFont(zip) || zip.file(partOf(0)) !== null) return docx;
  const embedded = faces.map(({ element, file }, at) => {
    const font = readFileSync(join(fontFolder(), file));
    const key = keyFor(font);
    zip.file(partOf(at), obfuscated(font, key), { binary: true });
    return { element, id: `rTinos${at + 1}`, key, target: partOf(at).replace('word/', '') };
  });
  const links = embedded.map(
    ({ id, target }) => `<Relationship Id="${id}" Type="${relationship}/font" Target="${target}"/>`,
  );
  const known = zip.file(parts.relations)?.asText() ?? noRelations;
  const others = new RegExp(`<w:font w:name="${paperFont}"[^>]*?(/>|>.*?</w:font>)`, 'gs');
  zip.file(parts.table, within('w:fonts', table.asText().replaceAll(others, ''), entryOf(embedded)));
  zip.file(parts.relations, within('Relationships', known, links.join('')));
  zip.file(parts.settings, settings.asText().replace(beforeEmbedding, '$1<w:embedTrueTypeFonts/>'));
  zip.file(parts.types, types.asText().replace(beforeTypes, `$1${fontType}`));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function partOf(face: number): string {
  return `word/fonts/tinos${face + 1}.odttf`;
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const noRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
/** What must stand before it in the settings, in the order of the schema; nothing where it is there already. */
const beforeEmbedding =
  /(<w:settings\b[^>]*>(?:<w:(?:writeProtection|view|zoom|removePersonalInformation|removeDateAndTime|doNotDisplayPageBoundaries|displayBackgroundShape|printPostScriptOverText|printFractionalCharacterWidth|printFormsData)\b[^>]*\/>)*)(?!<w:embedTrueTypeFonts)/;
const beforeTypes = /(<Types\b[^>]*>)(?!.*Extension="odttf")/s;
const fontType =
  '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>';

type Embedded = { readonly element: string; readonly id: string; readonly key: string };

function entryOf(embedded: readonly Embedded[]): string {
  const each = embedded.map(
    ({ element, id, key }) => `<w:${element} xmlns:r="${relationship}" r:id="${id}" w:fontKey="{${key}}"/>`,
  );
  return `<w:font w:name="${paperFont}"><w:altName w:val="Times New Roman"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/>${each.join('')}</w:font>`;
}

/** Puts something last into the outermost element, which may stand there empty. */
function within(root: string, text: string, last: string): string {
  const opened = text.replace(new RegExp(`(<${root}\\b[^>]*?)/>`), `$1></${root}>`);
  return opened.replace(`</${root}>`, () => `${last}</${root}>`);
}

/** A key of its own for each face, always the same, so that the same paper is the same file. */
function keyFor(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').slice(0, 32).toUpperCase();
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The first 32 bytes are mixed with the key, read from its end (ECMA-376 part 1, 17.8.1). */
export function obfuscated(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').toReversed();
  return font.map((byte, at) => (at < 32 ? byte ^ (bytes[at % 16] ?? 0) : byte));
}

function usesFont(zip: PizZip): boolean {
  return zip
    .file(/^word\/(document|styles|header\d*|footer\d*)\.xml$/)
    .some((part) => part.asText().includes(`"${paperFont}"`));
}
