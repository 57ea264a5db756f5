import { z } from 'zod';
import type { ProvinceCode } from '../rules/assessment.ts';
import type { Answers } from '../survey/answer.ts';
import { placeOf } from '../survey/answer.ts';

// Written out, so that the compiler asks for each.
const codes: { readonly [Code in ProvinceCode]: Code } = {
  'quang-ninh': 'quang-ninh',
  'ho-chi-minh': 'ho-chi-minh',
  'ha-noi': 'ha-noi',
  'dong-nai': 'dong-nai',
  'binh-duong': 'binh-duong',
  'da-nang': 'da-nang',
};

/** The provinces of which we know that they set a standard of their own. */
export const provinceSchema = z.enum(codes);

/** The province a household lives in, as it was known when the zone was chosen; null when it is none that we know. */
export function provinceOf(answers: Answers): ProvinceCode | null {
  return provinceSchema.safeParse(placeOf(answers)?.province).data ?? null;
}
