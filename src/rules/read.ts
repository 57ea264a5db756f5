import { type PeopleAnswers, readPeople } from './answers.ts';
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
import type { HouseholdIndicator } from './indicator.ts';
import { type OnLines, readLines, underLine } from './lines.ts';
import { anyMember, share } from './people.ts';
import type { Ready } from './ready.ts';
import { possibleOf } from './said.ts';
import type { IsoDate } from './source.ts';

/** What a household's facts find by one standard, before any class is taken from it. */
export type Reading = {
  /** The lines from the lowest up, then the indicators in the law's order. */
  readonly findings: readonly Finding[];
  readonly lines: OnLines;
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
  const { ofAnyMember, ofHousehold } = ready;
  const income = incomeOf(household);
  const answers = readPeople(ready.people, household, on);
  const lines = household.area === 'rural' ? ready.lines.rural : ready.lines.urban;
  const blank = household.members.length === 0 ? ready.withoutMembers : ready.ofNobody;
  const findings = blank.findings.slice();
  const onLines = readLines(income, lines, findings);
  const poorLine = findings[0] ?? blank.findings[0];
  let somebody = possibleOf(answers.any) & ready.anyBits;
  let { counts } = blank;
  let marks = blank.marks[somebody] ?? 0;
  for (; somebody !== 0; somebody &= somebody - 1) {
    const indicator = ofAnyMember[placeOfLast(somebody)] ?? null;
    if (indicator === null) continue;
    const found = anyMember(indicator.rule, answers);
    findings[indicator.at] = found.finding;
    counts += found.counts;
    marks |= found.marks;
  }
  for (let at = 0; at < ofHousehold.length; at += 1) {
    const indicator = ofHousehold[at];
    if (indicator === undefined) continue;
    const found = find(indicator.rule, household, answers, poorLine);
    findings[indicator.at] = found.finding;
    counts += found.counts;
    marks |= found.marks;
  }
  const deprived = deprivedOf(counts);
  const unknown = unknownOf(counts);
  const all = countOf({ deprived, unknown, open: openOf(marks) }, ready, household, answers, on);
  const count = ready.countsIncome ? withoutIncome(all, poorLine) : all;
  return { findings, lines: onLines, deprived, unknown, count, all, marks };
}

/** What one indicator finds. */
function find(
  indicator: HouseholdIndicator,
  household: Household,
  answers: PeopleAnswers,
  poorLine: Finding,
): Found {
  switch (indicator.kind) {
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
    default:
      return indicator satisfies never;
  }
}

function withoutIncome({ least, most }: Count, { verdict }: Finding): Count {
  if (verdict === 'over') return { least, most };
  return { least: verdict === 'under' ? least - 1 : least, most: most - 1 };
}

/** The place of the lowest bit. */
function placeOfLast(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
