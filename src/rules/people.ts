import type { PeopleAnswers, Person } from './answers.ts';
import type { Finding, Measured } from './assessment.ts';
import { weaker } from './certainty.ts';
import {
  type Basis,
  findingOf,
  type Found,
  nobody,
  type PlainFindings,
  plainFindings,
  weighed,
} from './finding.ts';
import type { Household } from './household.ts';
import { type Answers, half, sureOf } from './said.ts';

/** An indicator about the members for which one is enough; `bit` is the condition's in what is so of each. */
export type AnyMember = {
  readonly bit: number;
  /** Of households in which it holds of nobody. */
  readonly plain: PlainFindings;
  /** Of households in which it holds, or may hold, of somebody: but for their names. */
  readonly ofSomebody: { readonly surely: Found; readonly perhaps: Found };
};

/** An indicator for which more of the members than a share are needed. */
export type Share = {
  readonly bit: number;
  readonly overPercent: number;
  readonly plain: PlainFindings;
  /** Where it is surely not so, for so many people of whom so many count: the sizes that are common. */
  readonly within: readonly (readonly Found[])[];
};

/** Larger households get a finding of their own. */
const commonPeople = 12;

/**
 * Makes ready an indicator for which one member is enough. Where the law's words for whom it concerns are a gap, naming
 * anybody is no surer than what nobody confirmed.
 */
export function anyMemberOf(basis: Basis, bit: number, gaps: readonly string[]): AnyMember {
  const certainty = gaps.length === 0 ? basis.certainty : weaker(basis.certainty, 'unconfirmed');
  const ofNamed = { ...basis, certainty };
  const ofSomebody = {
    surely: weighed(findingOf(ofNamed, true, nobody, null, gaps), bit),
    perhaps: weighed(findingOf(ofNamed, 'unknown', nobody, null, gaps), bit),
  };
  return { bit, plain: plainFindings(basis, bit), ofSomebody };
}

/** Makes ready an indicator for which more of the members than a share are needed. */
export function shareOf(basis: Basis, bit: number, overPercent: number): Share {
  const plain = plainFindings(basis, bit);
  const bySize = Array.from({ length: commonPeople + 1 }, (_, people) =>
    Array.from({ length: people + 1 }, (_, count) => within(plain.no, people, count, count)),
  );
  return { bit, overPercent, plain, within: bySize };
}

/** At least one member of whom it holds or may hold. */
export function anyMember({ bit, ofSomebody }: AnyMember, answers: PeopleAnswers): Found {
  const isSo = (sureOf(answers.any) & bit) !== 0;
  const { counts, finding, marks } = isSo ? ofSomebody.surely : ofSomebody.perhaps;
  return { finding: naming(finding, idsOf(answers, bit, isSo), null), counts, marks };
}

/** More of the members than the law's share. */
export function share(rule: Share, household: Household, answers: PeopleAnswers): Found {
  const { bit, overPercent, plain } = rule;
  const { least, most } = answers;
  const people = household.members.length;
  if (people === 0) return plain.open;
  if (!isOver(most, people, overPercent)) {
    const shared = least === most ? rule.within[people]?.[most] : undefined;
    return shared ?? within(plain.no, people, least, most);
  }
  const isSo = isOver(least, people, overPercent);
  const { counts, finding, marks } = isSo ? plain.yes : plain.open;
  const members = idsOf(answers, bit, isSo);
  return { finding: naming(finding, members, percentOf(people, least, most)), counts, marks };
}

/** Whether so many of the people are more than a share of them. */
export function isOver(count: number, people: number, percentage: number): boolean {
  return count * 100 > percentage * people;
}

function within({ counts, finding, marks }: Found, people: number, least: number, most: number): Found {
  return { finding: naming(finding, nobody, percentOf(people, least, most)), counts, marks };
}

/** The finding of a household, from what all households have in common. */
function naming(finding: Finding, members: readonly string[], measured: Measured | null): Finding {
  return {
    rule: finding.rule,
    verdict: finding.verdict,
    members,
    measured,
    threshold: finding.threshold,
    source: finding.source,
    certainty: finding.certainty,
    why: finding.why,
    gaps: finding.gaps,
  };
}

/** The members of whom it is so, or else those of whom it is unknown. */
function idsOf({ first }: PeopleAnswers, bit: number, isSo: boolean): readonly string[] {
  const asked = bit | (bit << half);
  const named = isSo ? asked : bit << half;
  const one = nextOf(first, asked, named);
  if (one === null) return nobody;
  const other = nextOf(one.next, asked, named);
  // One or two are most common, and an array is quickest made of what is written down.
  if (other === null) return [one.member.id];
  const third = nextOf(other.next, asked, named);
  if (third === null) return [one.member.id, other.member.id];
  let count = 3;
  for (let next = third.next; next !== null; next = next.next)
    count += Number((next.answers & asked) === named);
  // As long as it will be, since an array that grows is copied.
  const ids = new Array<string>(count);
  let person: Person | null = one;
  for (let at = 0; person !== null; at += 1) {
    ids[at] = person.member.id;
    person = nextOf(person.next, asked, named);
  }
  return ids;
}

/** The first person, from that one on, with just these of the bits that are asked for. */
function nextOf(from: Person | null, asked: Answers, named: Answers): Person | null {
  let person = from;
  while (person !== null && (person.answers & asked) !== named) person = person.next;
  return person;
}

/** For display only, rounded down: the verdict is taken from the counts. */
function percentOf(people: number, least: number, most: number): Measured {
  const min = Math.floor((least * 100) / people);
  return { min, max: most === least ? min : Math.floor((most * 100) / people), unit: 'percent' };
}
