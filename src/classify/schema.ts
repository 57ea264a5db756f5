import { z } from 'zod';
import {
  columnMaterials,
  devices,
  type Household,
  latrines,
  type Member,
  roofMaterials,
  wallMaterials,
  waterSources,
} from '../rules/index.ts';

/** The most people one household may have: more are rows of several households under one id. */
export const mostMembers = 200;

const mostMoney = 1_000_000_000_000;
const mostArea = 100_000;

const choices = <T extends string>(values: readonly T[]): z.ZodEnum<{ [K in T | 'unknown']: K }> =>
  z.enum([...values, 'unknown'], { error: (issue) => right(issue.input, oneOf([...values, 'unknown'])) });

const whole = (least: number, most: number, wanted: string) => {
  const error = (issue: { readonly input?: unknown }) => right(issue.input, wanted);
  return z.union([z.int().min(least, { error }).max(most, { error }), z.literal('unknown')], { error });
};

const wholeUpTo = (most: number, what: string) => whole(0, most, `${what} from 0 to ${most}, or unknown`);

const truth = z.union([z.boolean(), z.literal('unknown')], {
  error: (issue) => right(issue.input, 'true, false or unknown (in a table có, không or không rõ)'),
});

const money = wholeUpTo(mostMoney, 'a whole number of VND over 12 months');

const age = z.union(
  [
    z
      .strictObject({ min: z.int(), max: z.int() })
      .refine(({ min, max }) => min >= 0 && min <= max && max <= 130, {
        error: ({ input }) => right(input, ages),
      }),
    z.literal('unknown'),
  ],
  { error: (issue) => right(issue.input, ages) },
);
const ages =
  '{"min": 15, "max": 16} in completed years from 0 to 130, or unknown (in a table 35, 15-16 or blank)';

const bornYear = whole(1880, 2100, 'a year of birth from 1880 to 2100, or unknown');

const text = (most: number) =>
  z
    .string({ error: (issue) => right(issue.input, 'a text') })
    .min(1, { error: 'is blank; write a text' })
    .max(most, { error: `is too long; write at most ${most} characters` });

const object = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `not known; the fields are ${Object.keys(shape).join(', ')}`
        : right(issue.input, `an object with ${Object.keys(shape).join(', ')}`),
  });

/** What may stand in each field of a member; see `Member` of the rules. */
export const memberSchema = object({
  id: text(100),
  age,
  withoutSecureWork: truth,
  socialAllowance: truth,
  undernourished: truth,
  healthInsurance: truth,
  learningOrQualified: truth,
  atSchool: truth,
  bornYear: bornYear.exactOptional(),
  untreatedIllness: truth.exactOptional(),
  lowerSecondaryOrLearning: truth.exactOptional(),
  inSchool: truth.exactOptional(),
});

/** What a household took in, by source, in VND over 12 months. */
const incomeSchema = object({
  wages: money,
  farm: money,
  business: money,
  allowances: money,
  remittances: money,
});

const areas = ['rural', 'urban'] as const;
const deviceList = `a list of any of ${devices.join(', ')}, or unknown`;

/** What may stand in each field of a household; see `Household` of the rules. */
export const householdSchema = object({
  area: z.enum(areas, { error: (issue) => right(issue.input, oneOf(areas)) }),
  members: z
    .array(memberSchema, { error: (issue) => right(issue.input, 'a list of members') })
    .min(1, { error: 'nobody is in it; write at least one member' })
    .max(mostMembers, { error: `has more than ${mostMembers} members; give each household an id of its own` })
    .superRefine(refuseTwins),
  walls: choices(wallMaterials),
  columns: choices(columnMaterials),
  roof: choices(roofMaterials),
  floorArea: wholeUpTo(mostArea, 'a whole number of square metres'),
  water: choices(waterSources),
  latrine: choices(latrines),
  internet: truth,
  devices: z.union([z.array(z.enum(devices)), z.literal('unknown')], {
    error: (issue) => right(issue.input, deviceList),
  }),
  phone: truth.exactOptional(),
  loudspeaker: truth.exactOptional(),
  income: incomeSchema,
});

const listYear = z
  .int({ error: (issue) => right(issue.input, 'a year such as 2026') })
  .min(2000, { error: 'is too early; write a year from 2000 to 2100' })
  .max(2100, { error: 'is too late; write a year from 2000 to 2100' });

/** Whether that is a year that a list may have. */
export function isListYear(value: unknown): value is number {
  return listYear.safeParse(value).success;
}

/** One household as a line of NDJSON tells it. */
export const recordSchema = object({
  id: text(200),
  listYear: listYear.exactOptional(),
  household: householdSchema,
});

/** The same type without `readonly`, which zod does not infer. */
type Loose<T> = T extends readonly (infer E)[]
  ? Loose<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;

type Inferred = z.infer<typeof householdSchema>;
type InferredMember = Inferred['members'][number];

/** Two types that take each other's values and have the same fields, those that may be left out too. */
type Same<A, B> = [A, B, keyof A, keyof B] extends [B, A, keyof B, keyof A] ? true : never;

/** Does not compile when the schema and the rules' household drift apart. */
export const isWhole: readonly [
  Same<Inferred, Loose<Household>>,
  Same<InferredMember, Loose<Member>>,
  Same<z.infer<typeof incomeSchema>, Loose<Household['income']>>,
] = [true, true, true];

function refuseTwins(members: readonly { readonly id: string }[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  members.forEach(({ id }, index) => {
    if (seen.has(id))
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: `${shown(id)} is there twice in this household; give each person an id of their own`,
      });
    seen.add(id);
  });
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.join(', ')}`;
}

/** Says what is wrong and what would be right. */
function right(given: unknown, wanted: string): string {
  return given === undefined
    ? `is missing; write ${wanted}`
    : `${shown(given)} cannot be read; write ${wanted}`;
}

/** A value as a message quotes it, never longer than a line can bear. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
