import type { Assessment } from './assessment.ts';
import { decide } from './decide.ts';
import type { Household } from './household.ts';
import { incomeOf } from './income.ts';
import { findIndicator } from './indicators.ts';
import { findIncome } from './line.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';

/** Reads one household by one standard, for the list of one year; the result holds all that it rests on. */
export function assess(household: Household, standard: Standard, listYear: number, on: IsoDate): Assessment {
  const { area } = household;
  const income = incomeOf(household, standard.incomeDefinition);
  const indicators = standard.indicators.map((rule) => findIndicator(household, rule));
  const { possible, certainty } = decide(standard, area, income, indicators);
  const [only, ...others] = possible;
  return {
    standard: standard.id,
    listYear,
    on,
    category: only !== undefined && others.length === 0 ? only : 'undetermined',
    possible,
    provisional: certainty !== 'verified',
    certainty,
    findings: [findIncome(income, standard.lines.income[area]), ...indicators],
    deprived: indicators.filter(({ verdict }) => verdict === 'deprived').length,
    unknown: indicators.filter(({ verdict }) => verdict === 'unknown').length,
  };
}
