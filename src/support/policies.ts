import { businessLoans } from './policies/business-loans.ts';
import { electricity } from './policies/electricity.ts';
import { health } from './policies/health.ts';
import { housing } from './policies/housing.ts';
import { legalAid } from './policies/legal-aid.ts';
import { otherLoans } from './policies/other-loans.ts';
import { school } from './policies/school.ts';
import type { Policy } from './policy.ts';

/** Every support policy that we know of, in the order in which equal ones are told. */
export const policies: readonly Policy[] = [
  ...health,
  ...school,
  ...housing,
  ...businessLoans,
  ...otherLoans,
  ...electricity,
  ...legalAid,
];
