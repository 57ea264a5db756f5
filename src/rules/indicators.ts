import type { Finding } from './assessment.ts';
import type { Condition } from './condition.ts';
import { housingArea, housingQuality, infoDevices, latrine, telecom, water } from './home-indicators.ts';
import type { Household } from './household.ts';
import {
  adultEducation,
  childSchool,
  dependents,
  employment,
  healthInsurance,
  nutrition,
} from './member-indicators.ts';
import type { Reading } from './reading.ts';
import type { IndicatorRule } from './standard.ts';

/** What one indicator finds in a household; where the law's condition is a gap it finds nothing, and says so. */
export function findIndicator(household: Household, { id, condition }: IndicatorRule): Finding {
  if ('gap' in condition) {
    const gaps = [condition.ask];
    return { rule: id, verdict: 'unknown', why: 'law-gap', members: [], certainty: 'gap', gaps };
  }
  const reading = read(household, condition.value);
  const certainty = reading.why === 'law-gap' ? 'gap' : condition.certainty;
  return { rule: id, ...reading, source: condition.source, certainty };
}

function read(household: Household, condition: Condition): Reading {
  switch (condition.kind) {
    case 'without-secure-work':
      return employment(household, condition);
    case 'dependents':
      return dependents(household, condition);
    case 'undernourished':
      return nutrition(household, condition);
    case 'uninsured':
      return healthInsurance(household, condition);
    case 'unqualified':
      return adultEducation(household, condition);
    case 'out-of-school':
      return childSchool(household, condition);
    case 'weak-parts':
      return housingQuality(household, condition);
    case 'area-per-person':
      return housingArea(household, condition);
    case 'no-clean-water':
      return water(household, condition);
    case 'no-hygienic-latrine':
      return latrine(household, condition);
    case 'no-internet':
      return telecom(household);
    case 'no-device':
      return infoDevices(household, condition);
    default:
      return condition satisfies never;
  }
}
