import type { Survey } from '../survey/question.ts';
import { household, householdBefore } from './household.ts';

/** Every survey version that an open interview may still run on; the first is the one for new interviews. */
export type Surveys = readonly [Survey, ...Survey[]];

/** The surveys of this house. */
export const surveys: Surveys = [household, householdBefore];

/** The survey of a running interview; throws when its version was removed too early, which is a bug. */
export function surveyOf(id: string, version: number, among: Surveys = surveys): Survey {
  const found = among.find((survey) => survey.id === id && survey.version === version);
  if (found === undefined)
    throw new Error(
      `Survey ${id} version ${version} is not in src/surveys/register.ts; an open interview needs it.`,
    );
  return found;
}
