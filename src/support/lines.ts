import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Known, Source } from '../rules/source.ts';
import { giftPhrase } from './gift-phrase.ts';
import type { GroupProposal } from './propose-groups.ts';
import type { openQuestions } from './open-questions.ts';
import type { Condition, Gift, SupportName } from './policy.ts';
import { isFitting, type Support } from './supports-for.ts';
import type { GroupVisits, Visit } from './visit-order.ts';

/** What a household may ask for, one line each; what nobody confirmed says so before it says what it is. */
export function supportLines(supports: readonly Support[]): readonly Phrase[] {
  const fitting = supports.filter(isFitting);
  const others = supports.filter((each) => !isFitting(each));
  return [
    ...(fitting.length === 0 ? [] : [say('support.fitting', { lines: { lines: fitting.map(supportLine) } })]),
    ...(others.length === 0 ? [] : [say('support.others', { lines: { lines: others.map(supportLine) } })]),
    ...(supports.length === 0 ? [say('support.none')] : []),
  ];
}

/** One policy: its name, what it gives, its document, and how sure we are of it. */
export function supportLine({
  certainty,
  policy,
  recipient,
}: Pick<Support, 'certainty' | 'policy' | 'recipient'>): Phrase {
  return say(`support.line.${certainty}`, {
    name: { phrase: supportName(policy.name) },
    gives: { phrase: givenWhen(recipient.gives, recipient.when) },
    document: { phrase: sourcePhrase(recipient.gives.source) },
  });
}

/** A policy by its plain name. */
export function supportName(name: SupportName): Phrase {
  return say(`support.name.${name}`);
}

/** What a household lacks and no support that we know of fits; nothing where there is nothing. */
export function openLines({ causes, indicators }: ReturnType<typeof openQuestions>): readonly Phrase[] {
  const items = [
    ...indicators.map((id) => say(`desk.rule.${id}`)),
    ...causes.map((cause) => say(`desk.cause.${cause}`)),
  ];
  return items.length === 0 ? [] : [say('support.open', { items: { list: items } })];
}

/** The groups that the answers point to, as a proposal, and those that only people can tell. */
export function groupLines({ notAsked, proposed }: GroupProposal): readonly Phrase[] {
  const named = (ids: GroupProposal['proposed']) => ids.map((id) => say(`support.group.${id}`));
  return [
    ...(proposed.length === 0 ? [] : [say('support.group-proposed', { groups: { list: named(proposed) } })]),
    say('support.group-not-asked', { groups: { list: named(notAsked) } }),
  ];
}

/** Whom to visit first in each group, said to be a proposal; households are named by whoever may name them. */
export function visitLines(
  groups: readonly GroupVisits[],
  nameOf: (household: number) => string,
): readonly Phrase[] {
  return [
    say('support.visit-proposal'),
    ...groups.map(({ group, visits }) =>
      say('support.visit-group', {
        group: { phrase: say(`support.group.${group}`) },
        lines: { lines: visits.map((visit) => visitLine(visit, nameOf(visit.household.id))) },
      }),
    ),
  ];
}

function visitLine({ reasons }: Visit, name: string): Phrase {
  if (reasons.length === 0) return say('support.visit-plain', { name });
  const list = reasons.map((reason) => say(`support.reason.${reason}`));
  return say('support.visit', { name, reasons: { list } });
}

/** What is given, with the condition that we cannot look at ourselves. */
export function givenWhen({ value }: Known<Gift>, when: Condition | null): Phrase {
  const gives = giftPhrase(value);
  // The other conditions were looked at, and are met.
  if (when?.kind !== 'farm' && when?.kind !== 'accused') return gives;
  return say('support.given-when', {
    gives: { phrase: gives },
    when: { phrase: say(`support.when.${when.kind}`) },
  });
}

function sourcePhrase({ article, document }: Source): Phrase {
  return article === undefined
    ? say('support.source', { document })
    : say('support.source-article', { document, article });
}
