import { z } from 'zod';
import { applicableStandards } from '../rules/applicable.ts';
import { assess } from '../rules/assess.ts';
import { type Assessment, type IndicatorId, isLine } from '../rules/assessment.ts';
import { categories, findingRules, provinceCodes, standardIds, units, verdicts } from '../rules/values.ts';
import type { Answers } from '../survey/answer.ts';
import { householdOf } from './facts.ts';
import { provinceOf } from './province.ts';

export { isLine };

const certainty = z.enum(['verified', 'secondary', 'unconfirmed', 'gap']);
const unit = z.enum(units);
const category = z.enum(categories);

const findingSchema = z.object({
  rule: z.enum(findingRules),
  verdict: z.enum(verdicts),
  members: z.array(z.string()).readonly(),
  measured: z.object({ min: z.number(), max: z.number().nullable(), unit }).nullable().default(null),
  threshold: z.object({ value: z.number(), inclusive: z.boolean(), unit }).nullable().default(null),
  source: z
    .object({
      document: z.string(),
      article: z.string().exactOptional(),
      url: z.string().exactOptional(),
      signedOn: z.string().exactOptional(),
      inForceFrom: z.string().exactOptional(),
      seenIn: z.string().exactOptional(),
      draft: z.literal(true).exactOptional(),
    })
    .nullable()
    .default(null),
  certainty,
  why: z.enum(['fact-unknown', 'law-gap']).nullable().default(null),
  gaps: z.array(z.string()).readonly(),
});
export type StoredFinding = z.infer<typeof findingSchema>;

/** Is the rule about what a household lacks, not about the line that its income is under? */
export function isIndicator(rule: StoredFinding['rule']): rule is IndicatorId {
  return !isLine({ rule });
}

const assessmentSchema = z.object({
  standard: z.enum(standardIds),
  authority: z.enum(['national', ...provinceCodes]).default('national'),
  listYear: z.number(),
  on: z.string(),
  category: z.union([category, z.literal('undetermined')]),
  possible: z.array(category).readonly(),
  poorBy: z.enum(['income', 'deprivations']).nullable().default(null),
  provisional: z.boolean(),
  certainty,
  findings: z.array(findingSchema).readonly(),
  deprived: z.number(),
  unknown: z.number(),
  /** Not there in what was stored before it was counted. */
  count: z.object({ least: z.number(), most: z.number() }).nullable().default(null),
});
export type StoredAssessment = Readonly<z.infer<typeof assessmentSchema>>;

/** A reading as it is stored, whole: one assessment for each standard that applies, the national one first. */
export const readingSchema = z.object({ assessments: z.array(assessmentSchema) });
export type Reading = { readonly assessments: readonly Assessment[] };

/** Reads a household's answers by every standard that its list year has, its province's own too. */
export function readingOf(answers: Answers, on: string, listYear: number): Reading {
  const household = householdOf(answers, on);
  const standards = applicableStandards(listYear, provinceOf(answers));
  return { assessments: standards.map((standard) => assess(household, standard, listYear, on)) };
}

/** Do two stored readings say the same, in whatever order their fields stand? */
export function sameReading(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(reading: unknown): string {
  return JSON.stringify(reading, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const fields: [string, unknown][] = Object.entries(value);
    return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
