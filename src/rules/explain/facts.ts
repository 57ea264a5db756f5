import type { Finding } from '../assessment.ts';

/** The facts of a household that each rule reads; `members.*` stands for those of every member. */
export const factsRead: Readonly<Record<Finding['rule'], readonly string[]>> = {
  income: ['area', 'members', 'income'],
  'income-near-poor': ['area', 'members', 'income'],
  'income-average': ['area', 'members', 'income'],
  employment: ['members.*.withoutSecureWork'],
  dependents: ['members.*.age', 'members.*.socialAllowance'],
  nutrition: ['members.*.age', 'members.*.undernourished'],
  'health-care': ['members.*.untreatedIllness'],
  'health-insurance': ['members.*.age', 'members.*.healthInsurance'],
  'adult-education': [
    'members.*.age',
    'members.*.bornYear',
    'members.*.learningOrQualified',
    'members.*.lowerSecondaryOrLearning',
  ],
  'child-school': ['members.*.age', 'members.*.atSchool', 'members.*.inSchool'],
  'housing-quality': ['walls', 'columns', 'roof'],
  'housing-area': ['floorArea', 'members'],
  water: ['water'],
  latrine: ['latrine'],
  telecom: ['internet', 'phone'],
  'info-devices': ['devices', 'loudspeaker'],
  waste: [],
  'income-per-person': ['members', 'income'],
  'second-income': [],
};
