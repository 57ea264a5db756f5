import { z } from 'zod';
import { applicableStandards } from '../rules/applicable.ts';
import { assess } from '../rules/assess.ts';
import type { Assessment } from '../rules/assessment.ts';
import type { Answers } from '../survey/answer.ts';
import { householdOf } from './facts.ts';

const certainty = z.enum(['verified', 'secondary', 'unconfirmed', 'gap']);
const unit = z.enum(['vnd-per-person-month', 'm2', 'percent', 'count']);
const category = z.enum(['poor', 'near-poor', 'average', 'none']);

const findingSchema = z.object({
  rule: z.enum([
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
  ]),
  verdict: z.enum(['deprived', 'not-deprived', 'under', 'over', 'unknown']),
  members: z.array(z.string()),
  measured: z.object({ min: z.number(), max: z.number().nullable(), unit }).exactOptional(),
  threshold: z.object({ value: z.number(), inclusive: z.boolean(), unit }).exactOptional(),
  source: z
    .object({
      document: z.string(),
      article: z.string().exactOptional(),
      url: z.string().exactOptional(),
      signedOn: z.string(),
      inForceFrom: z.string().exactOptional(),
    })
    .exactOptional(),
  certainty,
  why: z.enum(['fact-unknown', 'law-gap']).exactOptional(),
  gaps: z.array(z.string()),
});
export type StoredFinding = z.infer<typeof findingSchema>;

const assessmentSchema = z.object({
  standard: z.enum(['national-2022-2026', 'national-2027-2030']),
  listYear: z.number(),
  on: z.string(),
  category: z.union([category, z.literal('undetermined')]),
  possible: z.array(category),
  provisional: z.boolean(),
  certainty,
  findings: z.array(findingSchema),
  deprived: z.number(),
  unknown: z.number(),
});
export type StoredAssessment = z.infer<typeof assessmentSchema>;

/** A reading as it is stored, whole: one assessment for each standard that applies, the national one first. */
export const readingSchema = z.object({ assessments: z.array(assessmentSchema) });
export type Reading = { readonly assessments: readonly Assessment[] };

/** Reads a household's answers by every standard that its list year has. */
export function readingOf(answers: Answers, on: string, listYear: number): Reading {
  const household = householdOf(answers, on);
  return {
    assessments: applicableStandards(listYear).map((standard) => assess(household, standard, listYear, on)),
  };
}
