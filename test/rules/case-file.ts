import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('./cases/', import.meta.url);

const age = z.union([z.int().min(0), z.tuple([z.int().min(0), z.int().min(0)]), z.literal('unknown')]);
const yesNo = z.union([z.boolean(), z.literal('unknown')]);
const amount = z.union([z.int().min(0), z.literal('unknown')]);

const person = z.strictObject({
  age: age.optional(),
  withoutSecureWork: yesNo.optional(),
  socialAllowance: yesNo.optional(),
  undernourished: yesNo.optional(),
  healthInsurance: yesNo.optional(),
  learningOrQualified: yesNo.optional(),
  atSchool: yesNo.optional(),
});

const orUnknown = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum([...values, 'unknown']).optional();

/** What a case says of its household: only what differs from the plain one. */
const household = z.strictObject({
  area: z.enum(['rural', 'urban']).optional(),
  members: z.array(person).optional(),
  walls: orUnknown(['concrete', 'brick', 'durable-wood', 'weak-wood', 'bamboo-earth', 'makeshift']),
  columns: orUnknown(['concrete', 'brick', 'steel-durable-wood', 'weak-wood-bamboo', 'none']),
  roof: orUnknown(['concrete', 'tile', 'sheet', 'leaf-thatch', 'makeshift']),
  floorArea: amount.optional(),
  water: orUnknown([
    'piped',
    'drilled-well',
    'protected-well',
    'protected-spring',
    'rain',
    'bottled',
    'open-well',
    'open-spring',
    'river-pond',
    'other',
  ]),
  latrine: orUnknown([
    'septic',
    'pour-flush',
    'ventilated',
    'pit-with-slab',
    'two-vault',
    'open-pit',
    'over-water',
    'none',
  ]),
  internet: yesNo.optional(),
  devices: z
    .union([
      z.array(z.enum(['tv', 'radio', 'desktop', 'phone', 'laptop', 'tablet', 'smartphone'])),
      z.literal('unknown'),
    ])
    .optional(),
  income: z
    .strictObject({
      wages: amount.optional(),
      farm: amount.optional(),
      business: amount.optional(),
      allowances: amount.optional(),
      remittances: amount.optional(),
    })
    .optional(),
});

const rule = z.enum([
  'income',
  'employment',
  'dependents',
  'nutrition',
  'health-insurance',
  'adult-education',
  'child-school',
  'housing-quality',
  'housing-area',
  'water',
  'latrine',
  'telecom',
  'info-devices',
  'waste',
]);
const verdict = z.enum(['deprived', 'not-deprived', 'under', 'over', 'unknown']);
const category = z.enum(['poor', 'near-poor', 'average', 'none']);
const sureness = z.enum(['verified', 'secondary', 'unconfirmed', 'gap']);

const expectation = z.strictObject({
  category: z.union([category, z.literal('undetermined')]),
  /** May be left out when it is the category alone. */
  possible: z.array(category).optional(),
  certainty: sureness.optional(),
  verdicts: z.partialRecord(rule, verdict).optional(),
  /** The verdict of every indicator not listed; `not-deprived` when left out. */
  others: verdict.optional(),
  why: z.partialRecord(rule, z.enum(['fact-unknown', 'law-gap'])).optional(),
  certainties: z.partialRecord(rule, sureness).optional(),
  /** Ids are m1, m2, … in the order of the members. */
  members: z.partialRecord(rule, z.array(z.string())).optional(),
  measured: z.partialRecord(rule, z.tuple([z.int(), z.int().nullable()])).optional(),
  /** A few words of each gap that the finding names, in order. */
  gaps: z.partialRecord(rule, z.array(z.string())).optional(),
});

const caseFile = z.strictObject({
  /** The document whose words the cases hold to. */
  cites: z.string().min(10),
  listYear: z.int(),
  cases: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        listYear: z.int().optional(),
        household: household.optional(),
        expect: expectation,
      }),
    )
    .min(1),
});

export type CaseHousehold = z.infer<typeof household>;
export type CaseFile = z.infer<typeof caseFile> & { readonly standard: string; readonly file: string };

/** Every case file, each under the name of its standard; a key that the schema does not know is refused. */
export function readCaseFiles(): readonly CaseFile[] {
  return readdirSync(root).flatMap((standard) =>
    readdirSync(new URL(`${standard}/`, root)).map((file) => {
      const text = readFileSync(new URL(`${standard}/${file}`, root), 'utf8');
      return { standard, file, ...caseFile.parse(parse(text)) };
    }),
  );
}
