import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Question, Survey } from '../survey/question.ts';
import { borders } from '../surveys/concerns.ts';

/** A text as a form holds it: by its key, in each language; names in it stand as `${name}`. */
export type Label = Phrase;

/** One row of the sheet `survey`. */
export type SurveyRow = {
  readonly type: string;
  readonly name: string;
  readonly label?: Label;
  readonly required?: true;
  readonly relevant?: string;
  readonly constraint?: string;
  readonly constraintMessage?: Label;
  /** What of our own interview cannot be said in a form, in English, for whoever sets it up. */
  readonly notes?: string;
};

/** One row of the sheet `choices`. */
export type ChoiceRow = { readonly list: string; readonly name: string; readonly label: Label };

/** A questionnaire as an XLSForm, for those who use ODK or KoboToolbox. */
export type Form = {
  readonly survey: readonly SurveyRow[];
  readonly choices: readonly ChoiceRow[];
  readonly id: string;
  readonly version: string;
  readonly title: Label;
};

/**
 * The questions of a survey as a form for the list of a year. Names are the ids of the questions with `_` for `-`, values
 * those of the options, so that answers can be read back. Questions about members stand once in a repeat, for each person.
 */
export function formOf(survey: Survey, on: { readonly listYear: number; readonly day: string }): Form {
  const look = { answers: {}, on: on.day, listYear: on.listYear };
  const asked = survey.questions.filter(({ id }) => id !== 'language' && !isMember(id));
  // A question that hangs on the year of the list is in the form or not; those that hang on answers have their condition.
  const kept = asked.filter(({ askIf, id }) => relevantOf(id) !== undefined || (askIf?.(look) ?? true));
  const rows = kept.flatMap((question) => rowsOf(question, survey));
  return {
    survey: rows.map((row) => underConsent(row)),
    choices: choicesOf(kept),
    id: `rasoat_${survey.id}_${on.listYear}`,
    version: `${survey.version}`,
    title: say('xlsform.title', { year: String(on.listYear) }),
  };
}

/** The name of a question in a form: letters, digits and `_`. */
export function formName(id: string): string {
  return id.replaceAll('-', '_');
}

/** What is asked of each person, and of whom: as `surveys/concerns.ts` says it, in completed years. */
const ofMembers: Readonly<Record<string, string>> = {
  work: `\${age} >= ${borders.works}`,
  allowance: `\${age} >= ${borders.adult}`,
  insurance: `\${age} >= ${borders.insured}`,
  nutrition: `\${age} < ${borders.adult}`,
  learning: `\${age} >= ${borders.adult} and \${age} < ${borders.pastEducation}`,
  school: `\${age} >= ${borders.school} and \${age} < ${borders.adult}`,
};

function isMember(id: string): boolean {
  return Object.hasOwn(ofMembers, id);
}

/** The condition of a question that hangs on another answer. */
function relevantOf(id: string): string | undefined {
  if (id === 'income-check')
    return "not(selected(${income}, 'none')) and not(selected(${income}, 'unknown'))";
  const source = /^income-(.+)$/.exec(id)?.[1];
  return source === undefined ? undefined : `selected(\${income}, '${source}')`;
}

function rowsOf(question: Question, survey: Survey): readonly SurveyRow[] {
  const { id, mayBeUnknown } = question;
  const name = formName(id);
  const relevant = relevantOf(id);
  const row = {
    name,
    label: say(`survey.${id}.ask`),
    ...(relevant === undefined ? {} : { relevant }),
  };
  switch (question.kind) {
    case 'choice':
      return [
        {
          ...row,
          type: `select_one ${listOf(question)}`,
          required: true,
          ...(id === 'consent' ? { notes: 'The words of the chat: fit them to how you ask.' } : {}),
        },
      ];
    case 'ticks':
      return [
        {
          ...row,
          type: `select_multiple ${name}`,
          required: true,
          constraint: alone(['none', ...(mayBeUnknown ? ['unknown'] : [])]),
          constraintMessage: say('xlsform.alone'),
        },
      ];
    case 'count':
      return [
        ...known(question, row),
        {
          ...row,
          type: 'integer',
          ...within(question.min, question.max),
          ...ifKnown(question),
          notes: 'Words for numbers ("four and a half") are understood in chat only.',
        },
      ];
    case 'money':
      return [
        ...known(question, row),
        {
          ...row,
          type: 'integer',
          label: say('xlsform.money', { source: { phrase: say(`survey.income.o.${sourceOf(id)}`) } }),
          ...within(0, mostMoney),
          ...ifKnown(question, relevant),
          notes: 'VND over the last 12 months; chat also takes amounts by the day, week, month and season.',
        },
      ];
    case 'members':
      return membersRows(survey);
    case 'place':
      return [
        {
          ...row,
          type: 'text',
          required: true,
          label: say('xlsform.zone'),
          notes:
            'Free text: the zones of a ward are not part of the questionnaire. Put in a select_one of yours.',
        },
      ];
    case 'text':
      return [
        {
          ...row,
          type: 'text',
          label: say('xlsform.address'),
          constraint: `string-length(.) <= ${question.most}`,
          constraintMessage: say('xlsform.too-long', { most: question.most }),
        },
      ];
    case 'confirm':
      return [
        {
          type: 'note',
          name,
          ...(relevant === undefined ? {} : { relevant }),
          label: say('xlsform.read-back'),
          notes: 'In chat the amounts are read back one by one and added up before they count.',
        },
      ];
    default:
      return question satisfies never;
  }
}

/** More than any household has; a slip of typing. */
const mostMoney = 100_000_000_000;

function sourceOf(id: string): string {
  return id.replace(/^income-/, '');
}

/** Whether it is known is asked first, as a number cannot be "I don't know". */
function known(
  question: Question,
  row: Pick<SurveyRow, 'name' | 'relevant' | 'label'>,
): readonly SurveyRow[] {
  if (!question.mayBeUnknown) return [];
  const label =
    question.kind === 'money'
      ? say('xlsform.money-known', { source: { phrase: say(`survey.income.o.${sourceOf(question.id)}`) } })
      : say('xlsform.count-known');
  return [{ ...row, type: 'select_one yes_no', name: `${row.name}_known`, label, required: true }];
}

function ifKnown({ id, mayBeUnknown }: Question, relevant?: string): Partial<SurveyRow> {
  if (!mayBeUnknown) return { required: true };
  const isKnown = `\${${formName(id)}_known} = 'yes'`;
  return { required: true, relevant: relevant === undefined ? isKnown : `${relevant} and ${isKnown}` };
}

function within(min: number, max: number): Partial<SurveyRow> {
  return {
    constraint: `. >= ${min} and . <= ${max}`,
    constraintMessage: say('xlsform.between', { min, max: String(max) }),
  };
}

/** These stand alone, or not at all. */
function alone(values: readonly string[]): string {
  const any = values.map((value) => `selected(., '${value}')`).join(' or ');
  return `not(${any}) or count-selected(.) = 1`;
}

/** Everybody, with what is asked of that person. Ages are whole years, as they are said; chat asks for a month where it matters. */
function membersRows(survey: Survey): readonly SurveyRow[] {
  const questions = survey.questions.filter(({ id }) => isMember(id));
  return [
    { type: 'begin_repeat', name: 'members', label: say('xlsform.members') },
    { type: 'text', name: 'name', label: say('xlsform.name'), required: true },
    { type: 'text', name: 'relation', label: say('xlsform.relation') },
    { type: 'select_one yes_no', name: 'age_known', label: say('xlsform.age-known'), required: true },
    {
      type: 'integer',
      name: 'age',
      label: say('xlsform.age'),
      required: true,
      relevant: "${age_known} = 'yes'",
      ...within(0, 120),
      notes:
        'Completed years. Chat keeps years and months of birth, and asks everybody who may be of an age.',
    },
    ...questions.map(({ id }): SurveyRow => ({
      type: 'select_one yes_no_unknown',
      name: formName(id),
      label: say(`xlsform.member.${id}`),
      required: true,
      // Of whom the age is not known everything is asked, as in chat: nobody is passed over.
      relevant: `\${age_known} = 'no' or (${ofMembers[id] ?? 'true()'})`,
    })),
    { type: 'end_repeat', name: 'members' },
  ];
}

/** Without consent nothing is asked; the consent itself and what closes a repeat stand outside. */
function underConsent(row: SurveyRow): SurveyRow {
  if (row.name === 'consent' || row.type === 'end_repeat') return row;
  // What stands within the repeat is under its condition already.
  if (inRepeat.includes(row.name)) return row;
  const agreed = "${consent} = 'yes'";
  const relevant = row.relevant === undefined ? agreed : `${agreed} and (${row.relevant})`;
  return { ...row, relevant };
}

const inRepeat: readonly string[] = [
  'name',
  'relation',
  'age_known',
  'age',
  ...Object.keys(ofMembers).map(formName),
];

function listOf(question: Extract<Question, { kind: 'choice' }>): string {
  if (question.yesNo !== true) return formName(question.id);
  return question.mayBeUnknown ? 'yes_no_unknown' : formName(question.id);
}

function choicesOf(questions: readonly Question[]): readonly ChoiceRow[] {
  const unknown = say('acts.unknown');
  const yesNo = (list: string): ChoiceRow[] => [
    { list, name: 'yes', label: say('xlsform.yes') },
    { list, name: 'no', label: say('xlsform.no') },
  ];
  return [
    ...yesNo('yes_no'),
    ...yesNo('yes_no_unknown'),
    { list: 'yes_no_unknown', name: 'unknown', label: unknown },
    ...questions.flatMap((question): readonly ChoiceRow[] => {
      const list = formName(question.id);
      const orUnknown = question.mayBeUnknown ? [{ list, name: 'unknown', label: unknown }] : [];
      if (question.kind === 'ticks')
        return [
          ...question
            .ticks({ answers: {}, on: '2026-01-01', listYear: 2026 })
            .map(({ phrase, value }) => ({ list, name: value, label: phrase })),
          { list, name: 'none', label: say(`survey.${question.id}.nobody`) },
          ...orUnknown,
        ];
      if (question.kind !== 'choice' || listOf(question) !== list) return [];
      return [
        ...question.options.map((name) => ({ list, name, label: say(`survey.${question.id}.o.${name}`) })),
        ...orUnknown,
      ];
    }),
  ];
}
