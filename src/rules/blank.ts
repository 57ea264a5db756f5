import type { Finding } from './assessment.ts';
import { type Counts, findingOf, type Found, type Marks, nobody } from './finding.ts';
import type { ReadyIndicator } from './indicator.ts';

/** What is found before the lines, the home and the members of whom something is so are read. */
export type Blank = {
  /** One for each line and indicator, to be copied and written over. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly counts: Counts;
  /** For each set of bits of conditions that are not to be added, since something is so of some member, or may be. */
  readonly marks: readonly Marks[];
};

const unread = findingOf(
  { rule: 'second-income', source: null, certainty: 'gap', threshold: null },
  'unknown',
  nobody,
  null,
  nobody,
);

/** Makes that ready; `start` is what indicators add that are not on the list, `ofMembers` what is found of nobody. */
export function blankOf(
  start: Pick<Found, 'counts' | 'marks'>,
  lines: number,
  indicators: readonly ReadyIndicator[],
  ofMembers: 'no' | 'open',
): Blank {
  let { counts } = start;
  const findings: [Finding, ...Finding[]] = [unread, ...Array.from({ length: lines - 1 }, () => unread)];
  const all: { readonly bit: number; readonly marks: Marks }[] = [{ bit: 0, marks: start.marks }];
  for (const indicator of indicators) {
    const found = foundIn(indicator, ofMembers);
    findings.push(found?.finding ?? unread);
    if (found === null) continue;
    counts += found.counts;
    all.push({ bit: indicator.kind === 'any-member' ? indicator.rule.bit : 0, marks: found.marks });
  }
  const bits = all.reduce((sum, { bit }) => sum | bit, 0);
  const marks = Array.from({ length: bits + 1 }, (_, set) =>
    all.reduce((sum, one) => ((one.bit & set) === 0 ? sum | one.marks : sum), 0),
  );
  return { findings, counts, marks };
}

/** Null where it hangs on the household. */
function foundIn(indicator: ReadyIndicator, ofMembers: 'no' | 'open'): Found | null {
  if (indicator.kind === 'any-member') return indicator.rule.plain[ofMembers];
  return indicator.kind === 'gap' ? indicator.rule : null;
}
