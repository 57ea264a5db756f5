import { z } from 'zod';
import type { ProvinceCode } from '../rules/assessment.ts';
import { provinceCodes } from '../rules/values.ts';
import type { Answers } from '../survey/answer.ts';
import { placeOf } from '../survey/answer.ts';

/** The provinces of which we know that they set a standard of their own. */
export const provinceSchema = z.enum(provinceCodes);

/** The province a household lives in, as it was known when the zone was chosen; null when it is none that we know. */
export function provinceOf(answers: Answers): ProvinceCode | null {
  return provinceSchema.safeParse(placeOf(answers)?.province).data ?? null;
}
