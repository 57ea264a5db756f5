import { columns } from '../../src/classify/columns.ts';

type Facts = Readonly<Record<string, string>>;

/** A made-up rural household of one row, near-poor by the standard of 2022–2026. */
export const plain: Facts = {
  id: 'H1',
  area: 'rural',
  walls: 'brick',
  columns: 'concrete',
  roof: 'tile',
  floorArea: '60',
  water: 'piped',
  latrine: 'septic',
  internet: 'có',
  devices: 'tv; smartphone',
  'income.wages': '1.500.000',
  'income.farm': '0',
  'income.business': '0',
  'income.allowances': '0',
  'income.remittances': '0',
  'members.id': 'N1',
  'members.age': '35',
  'members.withoutSecureWork': 'không',
  'members.socialAllowance': 'không',
  'members.undernourished': 'không',
  'members.healthInsurance': 'có',
  'members.learningOrQualified': 'có',
  'members.atSchool': 'có',
};

export const keys = columns.map(({ key }) => key);
export const names = columns.map(({ name }) => name);

/** A CSV with those rows; each is the plain one with what it changes, or a text as it stands. */
export function csv(rows: readonly (Facts | string)[], header: readonly string[] = keys): string {
  return [
    header.join(','),
    ...rows.map((row) => (typeof row === 'string' ? row : line({ ...plain, ...row }))),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

export const line = (facts: Facts) =>
  keys
    .map((key) => (/[",\n]/.test(facts[key] ?? '') ? `"${facts[key]?.replaceAll('"', '""')}"` : facts[key]))
    .join(',');

/** Another person like the first: what is asked of the household is blank. */
export const another = (facts: Facts): Facts => ({
  ...plain,
  ...Object.fromEntries(keys.filter((key) => !key.startsWith('members.')).map((key) => [key, ''])),
  ...facts,
});

/** The plain household as a line of NDJSON tells it. */
export const record = {
  id: 'H1',
  household: {
    area: 'rural',
    walls: 'brick',
    columns: 'concrete',
    roof: 'tile',
    floorArea: 60,
    water: 'piped',
    latrine: 'septic',
    internet: true,
    devices: ['tv', 'smartphone'],
    income: { wages: 1_500_000, farm: 0, business: 0, allowances: 0, remittances: 0 },
    members: [
      {
        id: 'N1',
        age: { min: 35, max: 35 },
        withoutSecureWork: false,
        socialAllowance: false,
        undernourished: false,
        healthInsurance: true,
        learningOrQualified: true,
        atSchool: true,
      },
    ],
  },
};

/** So many households like it as lines of NDJSON, each with an id of its own. */
export const many = (count: number, prefix = 'H') =>
  Array.from({ length: count }, (_, at) => `${JSON.stringify({ ...record, id: `${prefix}${at}` })}\n`).join(
    '',
  );
