import { type Message, type Phrase, type Pick as Choice, say } from '../../decision.ts';
import type { OfficialClass } from '../../review/official.ts';
import { flowPick } from '../../talk/told-step.ts';
import { pageOf } from './page.ts';
import { mustBeDeclined, type OnList, type Paper, type PaperKind } from './paper.ts';
import { classCounts, pagePhrase, toOverview, wardPick } from './words.ts';

/** In which flow each paper is written down: an officer's, or a recorder's. */
export const flowOfPaper: Readonly<Record<PaperKind, 'ward' | 'decide'>> = {
  opinion: 'ward',
  decision: 'decide',
};

/** A list as it is spoken of. */
export type ListCalled = { readonly n: number; readonly households: readonly OnList[] };

/** What is asked at a step of a paper. */
export function askPaper(paper: Paper, list: ListCalled, lead: readonly Phrase[] = []): Message {
  switch (paper.at) {
    case 'by':
    case 'number':
    case 'day':
    case 'rest':
      return askTyped(paper, lead, askedFor(paper.at, paper, list));
    case 'reason': {
      const open = list.households.find(({ dossier }) => dossier === paper.open);
      const { name, zone } = open ?? { name: '?', zone: '?' };
      return askTyped(paper, lead, say(`ward.${paper.paper}.ask-reason`, { name, zone }));
    }
    case 'scope':
      return askScope(paper, list.households.length, lead);
    case 'pick':
      return askWhich(paper, list, lead);
    case 'sure':
      return askSure(paper, list, lead);
    default:
      return paper.at satisfies never;
  }
}

function askedFor(
  at: 'by' | 'number' | 'day' | 'rest',
  { not, paper }: Paper,
  { households, n }: ListCalled,
): Phrase {
  const left = mustBeDeclined({ not, paper }, households);
  const names = { lines: left.slice(0, mostNamed).map(nameLine) };
  return say(`ward.${paper}.ask-${at}`, { n, count: households.length, left: left.length, names });
}

/** Numbered choices would be picked by a typed number, so there are none. */
function askTyped({ paper }: Paper, lead: readonly Phrase[], asked: Phrase): Message {
  return { kind: `flow-${flowOfPaper[paper]}`, parts: [...lead, asked], options: [], actions: [toOverview] };
}

function askScope(paper: Paper, count: number, lead: readonly Phrase[]): Message {
  return {
    kind: `flow-${flowOfPaper[paper.paper]}`,
    parts: [...lead, say(`ward.${paper.paper}.ask-scope`, { count })],
    options: [
      act(paper, 'all', say(`ward.${paper.paper}.all`, { count })),
      act(paper, 'some', say(`ward.${paper.paper}.some`)),
    ],
    actions: [toOverview],
  };
}

const mostNamed = 10;

/** What was written down, by class; and the households for which it could not be, with why. */
export function paperDone(
  { n, paper }: { readonly paper: PaperKind; readonly n: number },
  done: Sums,
  refused: readonly { readonly name: string; readonly zone: string; readonly why: Phrase }[],
): Message {
  const lines = refused
    .slice(0, mostNamed)
    .map(({ name, why, zone }) => say('ward.refused-line', { name, zone, why: { phrase: why } }));
  const again =
    done.no > 0 && paper === 'opinion' ? [wardPick('assign', 0, say('ward.work.assign-all'))] : [];
  return {
    kind: `flow-${flowOfPaper[paper]}`,
    parts: [
      ...(done.total === 0 ? [] : [say(`ward.${paper}.done`, { n, count: done.total })]),
      ...(done.total === 0 ? [] : sumsOf(paper, done)),
      ...(refused.length === 0 ? [] : [say('ward.refused', { count: refused.length, lines: { lines } })]),
    ],
    options: again,
    actions: [toOverview],
  };
}

/** What a paper comes to. `yes`: the classes recognised, or agreed to; `left`: recognised as having left the list. */
export type Sums = {
  readonly total: number;
  readonly yes: readonly OfficialClass[];
  readonly left: number;
  readonly no: number;
};

/** What a paper would come to for these households. */
export function sumsFor(paper: Pick<Paper, 'paper' | 'not'>, all: readonly OnList[]): Sums {
  const declined = mustBeDeclined(paper, all).map(({ dossier }) => dossier);
  const no = all.filter(
    ({ dossier }) => declined.includes(dossier) || paper.not.some((each) => each.dossier === dossier),
  );
  const yes = all.filter((each) => !no.includes(each)).map(({ category }) => category);
  const isLeft = (category: OfficialClass) =>
    paper.paper === 'decision' && !['poor', 'near-poor'].includes(category);
  return {
    total: all.length,
    yes: yes.filter((category) => !isLeft(category)),
    left: yes.filter(isLeft).length,
    no: no.length,
  };
}

function askWhich(paper: Paper, { households }: ListCalled, lead: readonly Phrase[]): Message {
  const open = households.filter(({ dossier }) => !paper.not.some((each) => each.dossier === dossier));
  const page = pageOf(open, paper.from);
  return {
    kind: `flow-${flowOfPaper[paper.paper]}`,
    parts: [
      ...lead,
      say(`ward.${paper.paper}.ask-pick`),
      ...(paper.not.length === 0
        ? []
        : [say('ward.paper.so-far', { lines: { lines: reasonLines(paper, households) } })]),
      ...pagePhrase(page),
    ],
    options: page.shown.map((each) =>
      act(
        paper,
        'pick',
        say('ward.paper.household', { name: each.name, zone: each.zone }),
        String(each.dossier),
      ),
    ),
    actions: [
      ...(paper.not.length === 0 ? [] : [act(paper, 'picked', say('ward.paper.picked'))]),
      ...(page.next === null ? [] : [act(paper, 'page', say('ward.more'), String(page.next))]),
      toOverview,
    ],
  };
}

function askSure(paper: Paper, { households, n }: ListCalled, lead: readonly Phrase[]): Message {
  const { by, number, on, rest } = paper;
  const sums = sumsFor(paper, households);
  const declined = mustBeDeclined(paper, households);
  return {
    kind: `flow-${flowOfPaper[paper.paper]}`,
    parts: [
      ...lead,
      say(`ward.${paper.paper}.sure`, { n, by, number, day: { day: on }, count: sums.total }),
      ...sumsOf(paper.paper, sums),
      ...(paper.not.length === 0
        ? []
        : [say('ward.paper.so-far', { lines: { lines: reasonLines(paper, households) } })]),
      ...(declined.length === 0 ? [] : [say('ward.paper.rest', { count: declined.length, reason: rest })]),
      say(`ward.${paper.paper}.sure-what-follows`),
    ],
    options: [act(paper, 'yes', say('ward.paper.yes')), act(paper, 'again', say('ward.paper.again'))],
    actions: [toOverview],
  };
}

function sumsOf(paper: PaperKind, { left, no, yes }: Sums): readonly Phrase[] {
  const lines = [
    ...classCounts(yes),
    ...(left === 0 ? [] : [say('ward.decision.left', { count: left })]),
    ...(no === 0 ? [] : [say(`ward.${paper}.no`, { count: no })]),
  ];
  return [say('ward.paper.sums', { lines: { lines } })];
}

function reasonLines({ not }: Paper, all: readonly OnList[]): readonly Phrase[] {
  const lines = not.flatMap(({ dossier, reason }) => {
    const one = all.find((each) => each.dossier === dossier);
    return one === undefined ? [] : [say('ward.paper.line', { name: one.name, zone: one.zone, reason })];
  });
  const rest = lines.length - mostNamed;
  return rest > 0 ? [...lines.slice(0, mostNamed), say('ward.paper.and-more', { count: rest })] : lines;
}

function nameLine({ name, zone }: OnList): Phrase {
  return say('ward.paper.household', { name, zone });
}

function act({ list, paper, rev }: Paper, name: string, phrase: Phrase, arg = ''): Choice {
  return flowPick(flowOfPaper[paper], name, list, rev, arg, phrase);
}
