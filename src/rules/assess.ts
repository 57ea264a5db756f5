import { type PeopleAnswers, readPeople } from './answers.ts';
import type { Assessment, Category, Finding } from './assessment.ts';
import { weaker } from './certainty.ts';
import { countOf } from './count.ts';
import { decide } from './decide.ts';
import { findingOf, nobody } from './finding.ts';
import type { Household } from './household.ts';
import { type Income, incomeOf } from './income.ts';
import { type AgainstLine, againstLine, findLine } from './lines.ts';
import { type ReadyIndicator, readyOf } from './ready.ts';
import type { IsoDate } from './source.ts';
import type { Standard } from './standard.ts';

/**
 * Reads one household by one standard, for the list of one year; the result holds all that it rests on. `on` is the
 * day of the reading: ages are those of that day. The same input gives the same result for ever.
 */
export function assess(household: Household, standard: Standard, listYear: number, on: IsoDate): Assessment {
  const ready = readyOf(standard);
  const year = Number(on.slice(0, 4));
  const income = incomeOf(household, standard.incomeDefinition);
  const answers = readPeople(ready.people, household, year);
  const readyLines = household.area === 'rural' ? ready.lines.rural : ready.lines.urban;
  const lines: AgainstLine[] = [];
  const findings: Finding[] = [];
  const indicators: Finding[] = [];
  for (const line of readyLines) {
    const against = againstLine(income, line);
    lines.push(against);
    findings.push(findLine(income, line, against));
  }
  const lowest = lines[0] ?? untold;
  for (const indicator of ready.indicators) {
    const finding = find(indicator, household, answers, lowest, income);
    indicators.push(finding);
    findings.push(finding);
  }
  const unlisted = standard.unlisted?.indicators ?? 0;
  const tally = countOf(ready, indicators, household, answers, year);
  const count = { least: tally.least, most: tally.most + unlisted };
  const decision = decide(standard, { lines, indicators, count });
  const { possible } = decision;
  const certainty = weaker(decision.certainty, ready.surenessOfYear.get(listYear) ?? 'unconfirmed');
  return {
    standard: standard.id,
    authority: standard.authority,
    listYear,
    on,
    category: possible.length === 1 ? (possible[0] ?? 'undetermined') : 'undetermined',
    possible,
    poorBy: poorBy(standard, possible, lines),
    provisional: certainty !== 'verified',
    certainty,
    findings,
    deprived: tally.deprived,
    unknown: tally.unknown + unlisted,
    count: {
      least: count.least + (tally.low === 'deprived' ? 1 : 0),
      most: count.most + (tally.low === 'not-deprived' ? 0 : 1),
    },
  };
}

const untold: AgainstLine = { standing: 'fact-unknown', certainty: 'verified' };

function find(
  indicator: ReadyIndicator,
  household: Household,
  answers: PeopleAnswers,
  line: AgainstLine,
  income: Income,
): Finding {
  switch (indicator.kind) {
    case 'people':
      return indicator.find(household, answers);
    case 'home':
      return indicator.find(household);
    case 'gap':
      return indicator.finding;
    case 'line':
      return underLine(indicator, line, income);
    default:
      return indicator satisfies never;
  }
}

/** The indicator that only says on which side of the line the income is. */
function underLine(
  { basis }: Extract<ReadyIndicator, { kind: 'line' }>,
  { standing }: AgainstLine,
  { gaps }: Income,
): Finding {
  if (standing === 'under') return findingOf(basis, true, nobody, null, gaps);
  if (standing === 'fact-unknown' || standing === 'law-gap')
    return findingOf(basis, 'unknown', nobody, null, gaps, standing);
  return findingOf(basis, false, nobody, null, gaps);
}

function poorBy(
  standard: Standard,
  possible: readonly Category[],
  lines: readonly AgainstLine[],
): Assessment['poorBy'] {
  if (standard.decide.value.kind !== 'line-or-deprived') return null;
  if (possible.length !== 1 || possible[0] !== 'poor') return null;
  const standing = lines[0]?.standing;
  if (standing === 'under') return 'income';
  return standing === 'over' || standing === 'over-if-no-costs' ? 'deprivations' : null;
}
