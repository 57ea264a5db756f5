import { type PeopleAnswers, readPeople } from './answers.ts';
import type { Finding } from './assessment.ts';
import { countOf, type Tally } from './count.ts';
import {
  housingArea,
  housingQuality,
  noDevice,
  noDeviceNorLoudspeaker,
  noInternet,
  noneOf,
  noPhoneNorInternet,
} from './home.ts';
import type { Household } from './household.ts';
import { incomeOf } from './income.ts';
import { findLine, underLine } from './lines.ts';
import { anyMember, share } from './people.ts';
import type { Ready, ReadyIndicator } from './ready.ts';
import type { IsoDate } from './source.ts';

/** What a household's facts find by one standard, before any class is taken from it. */
export type Reading = {
  /** The lines from the lowest up, then the indicators in the law's order. */
  readonly findings: readonly Finding[];
  /** How many of the findings are lines. */
  readonly lines: number;
  readonly tally: Tally;
};

/** Reads the facts of a household; ages are those of the day. */
export function read(household: Household, ready: Ready, on: IsoDate): Reading {
  const income = incomeOf(household);
  const answers = readPeople(ready.people, household, on);
  const lines = household.area === 'rural' ? ready.lines.rural : ready.lines.urban;
  const poorLine = findLine(income, lines[0]);
  const findings = [poorLine];
  for (let at = 1; at < lines.length; at += 1) findings.push(findLine(income, lines[at] ?? lines[0]));
  for (const indicator of ready.indicators) findings.push(find(indicator, household, answers, poorLine));
  return { findings, lines: lines.length, tally: countOf(ready, findings, household, answers, on) };
}

/** What one indicator finds. */
function find(
  indicator: ReadyIndicator,
  household: Household,
  answers: PeopleAnswers,
  poorLine: Finding,
): Finding {
  switch (indicator.kind) {
    case 'any-member':
      return anyMember(indicator.rule, household, answers);
    case 'share':
      return share(indicator.rule, household, answers);
    case 'housing-quality':
      return housingQuality(indicator.rule, household);
    case 'housing-area':
      return housingArea(indicator.rule, household);
    case 'water':
      return noneOf(indicator.rule, household.water);
    case 'latrine':
      return noneOf(indicator.rule, household.latrine);
    case 'internet':
      return noInternet(indicator.rule, household);
    case 'device':
      return noDevice(indicator.rule, household);
    case 'phone-or-internet':
      return noPhoneNorInternet(indicator.rule, household);
    case 'device-or-loudspeaker':
      return noDeviceNorLoudspeaker(indicator.rule, household);
    case 'line':
      return underLine(indicator.rule, poorLine);
    case 'gap':
      return indicator.rule;
    default:
      return indicator satisfies never;
  }
}
