import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../src/draw/drawing.ts';
import { sheetSvg } from '../../src/draw/sheet.ts';
import { picturesOf } from '../../src/pictures.ts';
import { pictureOf } from '../../src/survey/picture.ts';
import { household } from '../../src/surveys/household.ts';
import { sheets } from '../../src/surveys/sheets.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { languages } from '../../src/text/language.ts';
import { loadTexts } from '../../src/text/load.ts';
import { plainText } from '../../src/text/plain.ts';

const speaker = speakerOf(loadTexts());
const pictures = picturesOf(speaker);
const files = readdirSync(new URL('../../src/web/public/pictures/', import.meta.url));

const pages = sheets.flatMap((sheet) => languages.map((language) => ({ ...sheet, language })));

describe('the pages of drawings', () => {
  test('are of the walls, the columns, the roof, the water and the latrine', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['walls', 'columns', 'roof', 'water', 'latrine']);
  });

  test.each(pages)('$name in $language is a PNG that a phone can show', async ({ name, language }) => {
    const png = Buffer.from((await pictures.png(`${name}.${language}`)) ?? []);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(732);
    expect(height).toBeGreaterThan(900);
    expect(height).toBeLessThan(2000);
    expect(png.length).toBeGreaterThan(20_000);
    expect(png.length).toBeLessThan(200_000);
  });

  test.each(pages)('$name in $language numbers the drawings like the list', ({ cells, language }) => {
    const options = cells.map(({ label }) => ({ label: speaker.say(label, language), data: 'x' }));
    const list = plainText({ text: '', options, actions: [] }).split('\n');
    const svg = sheetSvg(options.map(({ label }) => ({ drawing: '<svg />', label })));
    const drawn = svg
      .split('<g class="cell">')
      .slice(1)
      .map((cell) => [...cell.matchAll(/>([^<>]+)<\/text>/g)].map((text) => text[1]))
      .map(([number = '', ...words]) => `${number}. ${words.join(' ')}`);
    expect(drawn).toEqual(list);
  });

  test('show what a question offers now, and nothing for an older one', () => {
    const drawn = household.questions.flatMap((question) => pictureOf(question) ?? []);
    expect(drawn).toHaveLength(sheets.length);
    for (const { sheet, drawings } of drawn) {
      const picture = { sheet: `${sheet}.vi`, alt: '', drawings, again: false };
      expect(pictures.path(picture)).toMatch(new RegExp(`^/pictures/${sheet}\\.vi\\.png\\?v=[0-9a-f]{8}$`));
      expect(pictures.path({ ...picture, drawings: drawings.toReversed() })).toBeNull();
      expect(pictures.path({ ...picture, sheet: `${sheet}.fr` })).toBeNull();
    }
  });

  test('are not there for other names', async () => {
    for (const name of ['latrine', 'latrine.fr', '../package', ''])
      expect(await pictures.png(name)).toBeNull();
  });
});

describe('the drawings', () => {
  const named = sheets.flatMap(({ cells }) => cells.map(({ drawing }) => `${drawing}.svg`));

  test('are one for each option, and none is left over', () => {
    expect(files.toSorted()).toEqual(named.toSorted());
  });

  test('differ from each other', async () => {
    const bodies = await Promise.all(files.map((name) => drawingOf(name.replace('.svg', ''))));
    expect(new Set(bodies).size).toBe(files.length);
  });

  test.each(files)('%s is small, four to three, and draws nothing but lines', async (name) => {
    const svg = await drawingOf(name.replace('.svg', ''));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 160 120" /);
    expect(svg.replace(/<\/?(?:svg|g|path|rect|circle|ellipse)\b[^<>]*>/g, '').trim()).toBe('');
    expect(svg).not.toMatch(/href|style|\son\w+=|url\(/);
    expect(svg.length).toBeLessThan(2000);
  });
});
