import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Column, columns } from './columns.ts';
import { csvOf, each } from './write-table.ts';
import { writeXlsx } from './write-xlsx.ts';

type Facts = Readonly<Record<string, string | number>>;

const home = {
  walls: 'brick',
  columns: 'concrete',
  roof: 'tile',
  floorArea: 60,
  water: 'piped',
  latrine: 'septic',
  internet: 'có',
  devices: 'tv; smartphone',
  phone: 'có',
  loudspeaker: 'có',
  'income.wages': 48_000_000,
  'income.farm': 0,
  'income.business': 0,
  'income.allowances': 0,
  'income.remittances': 0,
} as const;

const person = {
  'members.withoutSecureWork': 'không',
  'members.socialAllowance': 'không',
  'members.undernourished': 'không rõ',
  'members.healthInsurance': 'có',
  'members.learningOrQualified': 'có',
  'members.atSchool': 'không rõ',
} as const;

/** Two households, plainly made up. */
const examples: readonly Facts[] = [
  { id: 'VI-DU-1', area: 'rural', ...home, 'members.id': 'VI-DU-1-1', 'members.age': '41', ...person },
  {
    id: 'VI-DU-1',
    'members.id': 'VI-DU-1-2',
    'members.age': '38-39',
    ...person,
    'members.withoutSecureWork': 'có',
  },
  { id: 'VI-DU-1', 'members.id': 'VI-DU-1-3', 'members.age': '10', ...person, 'members.atSchool': 'có' },
  {
    id: 'VI-DU-2',
    area: 'urban',
    ...home,
    walls: 'bamboo-earth',
    water: 'river-pond',
    latrine: 'none',
    devices: 'không',
    'income.wages': 0,
    'income.farm': 20_000_000,
    'members.id': 'VI-DU-2-1',
    'members.age': '70',
    ...person,
    'members.healthInsurance': 'không',
  },
];

const rows = examples.map((facts) => columns.map(({ key }) => facts[key] ?? null));

/** Writes the template, filled with two made-up households. */
export async function writeTemplate(to: Writable, format: 'csv' | 'xlsx'): Promise<void> {
  const header = columns.map(({ name }) => name);
  if (format === 'csv') return pipeline([csvOf([header, ...rows])], to);
  const texts = columns.flatMap((column, at) => (isText(column) ? [at] : []));
  return writeXlsx(to, { header, texts }, each(rows));
}

/** Excel would make a date of 5-6 and drop the zeros before an id. */
function isText({ kind }: Column): boolean {
  return kind === 'text' || kind === 'age';
}
