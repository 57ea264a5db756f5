import { say } from '../decision.ts';
import { applicableStandards } from '../rules/applicable.ts';
import {
  columnMaterials,
  devices,
  latrines,
  roofMaterials,
  wallMaterials,
  waterSources,
} from '../rules/values.ts';
import type { Answers } from '../survey/answer.ts';
import { membersOf, nameOf } from '../survey/answer.ts';
import { ageOf } from '../survey/member-gap.ts';
import type { Look, Question, Survey, Tick } from '../survey/question.ts';
import { showBirth } from '../survey/show.ts';
import { atEnd } from './at-end.ts';
import { type Age, borders, concerns } from './concerns.ts';
import { incomeReadBack, incomeSources } from './income.ts';
import { provinceOf } from './province.ts';

/** Questions to which "cả nhà" alone may be said by those who all have it. */
const whoLacks: readonly string[] = ['insurance', 'learning', 'school'];

/**
 * The household interview for the standards from 2022 on (Decree 07/2021/NĐ-CP Art. 3; Decree 351/2025/NĐ-CP).
 * It asks for facts; no question names an indicator, a threshold or a judgement.
 */
export const household: Survey = {
  id: 'household',
  version: 2,
  consentText: '2026-11-26',
  questions: [
    { kind: 'choice', id: 'language', options: ['vi', 'en'], mayBeUnknown: false, factual: false },
    {
      kind: 'choice',
      id: 'consent',
      options: ['yes', 'no'],
      yesNo: true,
      mayBeUnknown: false,
      factual: false,
    },
    { kind: 'place', id: 'zone', mayBeUnknown: false, factual: false },
    {
      kind: 'members',
      id: 'members',
      borders: [borders.school, borders.insured, borders.adult, borders.grown, borders.pastEducation],
      mayBeUnknown: true,
      factual: true,
    },
    aboutMembers('work', concerns.work),
    aboutMembers('allowance', concerns.allowance),
    aboutMembers('insurance', concerns.insurance),
    aboutMembers('nutrition', concerns.nutrition),
    aboutMembers('learning', concerns.learning, learningBand),
    aboutMembers('school', concerns.school),
    drawn('walls', wallMaterials),
    drawn('columns', columnMaterials),
    drawn('roof', roofMaterials),
    { kind: 'count', id: 'floor-area', min: 1, max: 2000, mayBeUnknown: true, factual: true },
    drawn('water', waterSources),
    drawn('latrine', latrines),
    {
      kind: 'choice',
      id: 'internet',
      options: ['yes', 'no'],
      yesNo: true,
      mayBeUnknown: true,
      factual: true,
    },
    // Asked only where a rule of the list year reads it.
    { ...list('devices', devices), askIf: readsDevices },
    list('income', incomeSources),
    ...incomeSources.map(moneyOf),
    {
      kind: 'confirm',
      id: 'income-check',
      reads: incomeReadBack,
      change: (look) => incomeQuestions(look.answers),
      askIf: (look) => ticked(look.answers, 'income').length > 0,
      mayBeUnknown: false,
      factual: false,
    },
    // Last: nothing is read from it, it is there to find the house.
    { kind: 'text', id: 'address', most: 80, mayBeUnknown: true, factual: false },
  ],
  // Most families have two sources of income.
  toCome: (answers) => (answers.income === undefined ? 2 : 0),
  law: (listYear) => say(`rules.law.${applicableStandards(listYear)[0].id}`),
  atEnd,
};

/** The interview as it was before it asked where the house is; those that are open go on without that question. */
export const householdBefore: Survey = {
  ...household,
  version: 1,
  questions: household.questions.filter(({ kind }) => kind !== 'text'),
};

function readsDevices({ answers, listYear }: Look): boolean {
  return applicableStandards(listYear, provinceOf(answers)).some(({ indicators }) =>
    indicators.some(({ id }) => id === 'info-devices'),
  );
}

/** A tick list of just those members whom it concerns; asked only when there is one. */
function aboutMembers(id: string, concerns: (age: Age) => boolean, band?: (age: Age) => string): Question {
  const ticks = (look: Look): readonly Tick[] =>
    membersOf(look.answers)
      .filter((member) => concerns(ageOf(member, look.on)))
      .map((member) => {
        const key =
          band === undefined ? 'chat.member-told' : `survey.${id}.tick-${band(ageOf(member, look.on))}`;
        return {
          value: member.id,
          phrase: say(key, { name: nameOf(member), birth: { phrase: showBirth(member.birth) } }),
        };
      });
  return {
    kind: 'ticks',
    id,
    ticks,
    none: id === 'nutrition' ? 'label' : 'nobody',
    asksWhoLacks: whoLacks.includes(id),
    askIf: (look) => ticks(look).length > 0,
    mayBeUnknown: true,
    factual: true,
  };
}

/** What is asked of somebody at that age: lower or upper secondary. */
function learningBand(age: Age): string {
  return age.max < borders.grown ? 'lower' : 'upper';
}

function drawn(id: string, options: readonly string[]): Question {
  return { kind: 'choice', id, options, isDrawn: true, mayBeUnknown: true, factual: true };
}

function list(id: string, values: readonly string[]): Question {
  const ticks = values.map((value) => ({ value, phrase: say(`survey.${id}.o.${value}`) }));
  return { kind: 'ticks', id, ticks: () => ticks, none: 'no', mayBeUnknown: true, factual: true };
}

function moneyOf(source: string): Question {
  return {
    kind: 'money',
    id: `income-${source}`,
    askIf: (look) => ticked(look.answers, 'income').includes(source),
    mayBeUnknown: true,
    factual: true,
  };
}

function ticked(answers: Answers, id: string): readonly string[] {
  const answer = answers[id];
  return answer?.kind === 'ticks' ? answer.picked : [];
}

/** What "not right" may mean: the only amount there is, else the sources and each amount. */
function incomeQuestions(answers: Answers): readonly string[] {
  const amounts = ticked(answers, 'income').map((source) => `income-${source}`);
  return amounts.length === 1 ? amounts : ['income', ...amounts];
}
