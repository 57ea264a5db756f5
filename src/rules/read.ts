import { readPeople, type PeopleAnswers } from './answers.ts';
import type { Finding } from './assessment.ts';
import { type Count, countOf } from './count.ts';
import { deprivedOf, type Found, type Marks, openOf, unknownOf } from './finding.ts';
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
  /** How many indicators are surely deprived, and of how many it is unknown. */
  readonly deprived: number;
  readonly unknown: number;
  /** Without an indicator that only says on which side of the line the income is: `decide` looks at the line itself. */
  readonly count: Count;
  /** With that one. */
  readonly all: Count;
  readonly marks: Marks;
};

/** Reads the facts of a household; ages are those of the day. */
export function read(household: Household, ready: Ready, on: IsoDate): Reading {
  const { indicators } = ready;
  const income = incomeOf(household);
  const answers = readPeople(ready.people, household, on);
  const lines = household.area === 'rural' ? ready.lines.rural : ready.lines.urban;
  // As long as it will be, since an array that grows is copied.
  const findings = new Array<Finding>(lines.length + indicators.length);
  const poorLine = findLine(income, lines[0], null);
  findings[0] = poorLine;
  for (let at = 1; at < lines.length; at += 1)
    findings[at] = findLine(income, lines[at] ?? lines[0], poorLine.measured);
  let { counts, marks } = ready.unlisted;
  for (let at = 0; at < indicators.length; at += 1) {
    const indicator = indicators[at];
    if (indicator === undefined) continue;
    const found = find(indicator, household, answers, poorLine);
    findings[lines.length + at] = found.finding;
    counts += found.counts;
    marks |= found.marks;
  }
  const deprived = deprivedOf(counts);
  const unknown = unknownOf(counts);
  const all = countOf({ deprived, unknown, open: openOf(marks) }, ready, household, answers, on);
  const count = ready.countsIncome ? withoutIncome(all, poorLine) : all;
  return { findings, deprived, unknown, count, all, marks };
}

/** What one indicator finds. */
function find(
  indicator: ReadyIndicator,
  household: Household,
  answers: PeopleAnswers,
  poorLine: Finding,
): Found {
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

function withoutIncome({ least, most }: Count, { verdict }: Finding): Count {
  if (verdict === 'over') return { least, most };
  return { least: verdict === 'under' ? least - 1 : least, most: most - 1 };
}
