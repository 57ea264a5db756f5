import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { StandardId } from '../../src/rules/assessment.ts';
import {
  categories,
  columnMaterials,
  devices,
  findingRules,
  latrines,
  roofMaterials,
  verdicts,
  wallMaterials,
  waterSources,
} from '../../src/rules/values.ts';

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
  bornYear: amount.optional(),
  untreatedIllness: yesNo.optional(),
  lowerSecondaryOrLearning: yesNo.optional(),
  inSchool: yesNo.optional(),
});

const orUnknown = <T extends string>(values: readonly T[]) =>
  z.union([z.enum(values), z.literal('unknown')]).optional();

/** What a case says of its household: only what differs from the plain one. */
const household = z.strictObject({
  area: z.enum(['rural', 'urban']).optional(),
  members: z.array(person).optional(),
  walls: orUnknown(wallMaterials),
  columns: orUnknown(columnMaterials),
  roof: orUnknown(roofMaterials),
  floorArea: amount.optional(),
  water: orUnknown(waterSources),
  latrine: orUnknown(latrines),
  internet: yesNo.optional(),
  phone: yesNo.optional(),
  loudspeaker: yesNo.optional(),
  devices: z.union([z.array(z.enum(devices)), z.literal('unknown')]).optional(),
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

const rule = z.enum(findingRules);
const verdict = z.enum(verdicts);
const category = z.enum(categories);
const sureness = z.enum(['verified', 'secondary', 'unconfirmed', 'gap']);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const expectation = z.strictObject({
  category: z.union([category, z.literal('undetermined')]),
  /** May be left out when it is the category alone. */
  possible: z.array(category).optional(),
  certainty: sureness.optional(),
  poorBy: z.enum(['income', 'deprivations']).nullable().optional(),
  /** How many deprivations there can be, at least and at most. */
  count: z.tuple([z.int(), z.int()]).optional(),
  /** The higher lines (income-near-poor, income-average) are looked at where a case states them. */
  verdicts: z.partialRecord(rule, verdict).optional(),
  /** The verdict of every indicator not listed; `not-deprived` when left out. */
  others: verdict.optional(),
  why: z.partialRecord(rule, z.enum(['fact-unknown', 'law-gap'])).optional(),
  certainties: z.partialRecord(rule, sureness).optional(),
  /** Ids are m1, m2, … in the order of the members. */
  members: z.partialRecord(rule, z.array(z.string())).optional(),
  measured: z.partialRecord(rule, z.tuple([z.int(), z.int().nullable()]).nullable()).optional(),
  thresholds: z.partialRecord(rule, z.int().nullable()).optional(),
  /** The document that a finding cites, for its name where the law's condition is a gap; null where that is one too. */
  sources: z.partialRecord(rule, z.string().nullable()).optional(),
  /** The rules whose words, or names, were read in a draft only, all of them. */
  drafts: z.array(rule).optional(),
  /** A few words of each gap that the finding names, in order. */
  gaps: z.partialRecord(rule, z.array(z.string())).optional(),
});

const cites = z.string().min(10);

/** Households read by the standard of the folder. */
const householdFile = z.strictObject({
  /** The document whose words the cases hold to. */
  cites,
  listYear: z.int(),
  /** Verdicts of every case of the file that does not state others: what the law leaves open for all. */
  always: z.partialRecord(rule, verdict).optional(),
  cases: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        listYear: z.int().optional(),
        /** The day of the reading; a September day of the list year when left out. */
        on: day.optional(),
        household: household.optional(),
        expect: expectation,
      }),
    )
    .min(1),
});

/** Cases of another standard, which must come out the same by this one: what a province did not change. */
const sharedFile = z.strictObject({
  cites,
  listYear: z.int(),
  sameAs: z.enum(['national-2022-2026']),
  files: z.array(z.string()).min(1),
});

const thresholds = <T extends z.ZodType, A extends z.ZodType>(value: T, above: A) => {
  const areas = z.strictObject({ rural: value, urban: value });
  return z.strictObject({
    poor: areas,
    nearPoor: areas.nullable(),
    perIndicator: value,
    deprived: value,
    aboveIsNotPoor: above,
  });
};
const sureLine = z.strictObject({ rural: sureness, urban: sureness, included: sureness });

/** What a standard says beside its conditions and lines (sources.yaml): its years, documents and points. */
const sourcesFile = z.strictObject({
  cites,
  authority: z.string(),
  /** Its list years, first and last. */
  serves: z.array(z.strictObject({ from: z.int(), to: z.int(), certainty: sureness })).min(1),
  /** List years, of those or beyond, of which it is open whether it serves them. */
  contested: z.array(z.int()),
  basis: z.array(z.string()).min(1),
  /** Every document that a value comes from, with its days; a day that nobody saw is left out. */
  documents: z.record(z.string(), z.strictObject({ signedOn: day.optional(), inForceFrom: day.optional() })),
  /** The law's own names of the indicators, in its order; null where not known. */
  names: z.partialRecord(rule, z.string().nullable()),
  /** Of which the name was read in a draft only. */
  draftNames: z.array(rule),
  /** Of which the name is less than verified. */
  unsureNames: z.partialRecord(rule, sureness),
  unlisted: z.int(),
  /** How sure each line and number is by which a class is found. */
  sureness: z.strictObject({
    poor: sureLine,
    nearPoor: sureLine.nullable(),
    average: sureLine.nullable(),
    decide: sureness,
    deprivations: sureness,
    nearPoorDeprivations: sureness.nullable(),
  }),
  points: thresholds(z.int(), z.literal(true))
    .extend({ sureness: thresholds(sureness, sureness).extend({ all: sureness }) })
    .nullable(),
});

export type CaseHousehold = z.infer<typeof household>;
export type Case = z.infer<typeof householdFile>['cases'][number] & {
  readonly listYear: number;
  readonly always: z.infer<typeof householdFile>['always'];
};
export type CaseFile = {
  readonly standard: StandardId;
  readonly file: string;
  readonly cites: string;
  readonly cases: readonly Case[];
};
export type SourcesFile = z.infer<typeof sourcesFile>;

/** All that is said of one standard. */
export type CasesOfStandard = { readonly files: readonly CaseFile[]; readonly sources: SourcesFile };

const known = new Map<StandardId, CasesOfStandard>();

/** Every case file of a standard, shared ones included, read once; a key that the schema does not know is refused. */
export function casesOf(standard: StandardId): CasesOfStandard {
  const found = known.get(standard) ?? readCases(standard);
  known.set(standard, found);
  return found;
}

function readCases(standard: StandardId): CasesOfStandard {
  const names = readdirSync(new URL(`${standard}/`, root)).filter((name) => name !== 'sources.yaml');
  return {
    files: names.flatMap((file) => readCaseFile(standard, file)),
    sources: sourcesFile.parse(readYaml(standard, 'sources.yaml')),
  };
}

function readCaseFile(standard: StandardId, file: string): readonly CaseFile[] {
  const content = z.union([householdFile, sharedFile]).parse(readYaml(standard, file));
  if ('cases' in content) {
    const { always, cases, cites, listYear } = content;
    return [
      {
        standard,
        file,
        cites,
        cases: cases.map((one) => ({ ...one, listYear: one.listYear ?? listYear, always })),
      },
    ];
  }
  const { cites, files, listYear, sameAs } = content;
  return files.flatMap((shared) =>
    readCaseFile(sameAs, shared).map(({ cases }) => ({
      standard,
      file: `${file} ${shared}`,
      cites,
      cases: cases.map((one) => ({ ...one, listYear })),
    })),
  );
}

function readYaml(standard: StandardId, file: string): unknown {
  return parse(readFileSync(new URL(`${standard}/${file}`, root), 'utf8'));
}
