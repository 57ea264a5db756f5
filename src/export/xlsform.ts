import { createWriteStream } from 'node:fs';
import { each } from '../classify/write-table.ts';
import { type Sheet, writeWorkbook } from '../classify/write-xlsx.ts';
import { look } from '../classify/xlsx-styles.ts';
import { household } from '../surveys/household.ts';
import type { Language } from '../text/language.ts';
import { type ChoiceRow, type Form, formOf, type Label, type SurveyRow } from '../xlsform/form.ts';
import { wordsIn } from './words.ts';

/** The languages as a form names them in its headings. */
const names: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt (vi)', en: 'English (en)' };

/** Writes the questionnaire as a new XLSForm. What is there already is left alone, and that is an error; throws `NotInForce` for a year without a standard. */
export async function writeXlsForm(
  path: string,
  on: { readonly listYear: number; readonly day: string; readonly languages: readonly Language[] },
): Promise<void> {
  await writeWorkbook(
    createWriteStream(path, { flags: 'wx' }),
    sheetsOf(formOf(household, on), on.languages),
  );
}

type Texts = (label: Label | undefined) => readonly string[];

function sheetsOf(form: Form, languages: readonly Language[]): readonly Sheet[] {
  const speakers = languages.map(wordsIn);
  const texts: Texts = (label) => speakers.map((say) => (label === undefined ? '' : say(label)));
  const inEach = (heading: string) => languages.map((language) => `${heading}::${names[language]}`);
  const [first = 'vi'] = languages;
  return [
    sheet(
      'survey',
      [
        'type',
        'name',
        ...inEach('label'),
        'required',
        'relevant',
        'constraint',
        ...inEach('constraint_message'),
        'notes',
      ],
      form.survey.map((row) => surveyCells(row, texts)),
    ),
    sheet(
      'choices',
      ['list_name', 'name', ...inEach('label')],
      form.choices.map(({ label, list, name }: ChoiceRow) => [list, name, ...texts(label)]),
    ),
    sheet(
      'settings',
      ['form_title', 'form_id', 'version', 'default_language'],
      [[texts(form.title)[0] ?? '', form.id, form.version, names[first]]],
    ),
  ];
}

function surveyCells(row: SurveyRow, texts: Texts): readonly string[] {
  const { constraint, constraintMessage, label, name, notes, relevant, required, type } = row;
  return [
    type,
    name,
    ...texts(label),
    required === true ? 'yes' : '',
    relevant ?? '',
    constraint ?? '',
    ...texts(constraintMessage),
    notes ?? '',
  ];
}

function sheet(name: string, header: readonly string[], rows: readonly (readonly string[])[]): Sheet {
  return {
    name,
    frozen: 1,
    widths: header.map((heading) => (heading.startsWith('label') ? 60 : 22)),
    head: [header.map((value) => ({ value, look: look.heading }))],
    rows: each(rows.map((cells) => cells.map((value) => ({ value, look: look.text })))),
  };
}
