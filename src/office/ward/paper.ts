import { z } from 'zod';
import { type Phrase, say } from '../../decision.ts';
import { fold } from '../../input/fold.ts';
import { parseSignedDay } from '../../input/signed-day.ts';
import type { Command } from '../../procedure/command.ts';
import type { OfficialClass } from '../../review/official.ts';

/** The papers that come back for a list: the opinion of whoever is asked, and the chairman's decision. */
const papers = ['opinion', 'decision'] as const;
export type PaperKind = (typeof papers)[number];

/** Where somebody is in writing down a paper. `rev` rises with each step, so that old buttons are known. */
export const paperSchema = z.object({
  kind: z.literal('paper'),
  paper: z.enum(papers),
  list: z.number().int(),
  rev: z.number().int(),
  at: z.enum(['by', 'number', 'day', 'scope', 'pick', 'reason', 'rest', 'sure']),
  /** Who gave the opinion, in the words of the paper. */
  by: z.string(),
  number: z.string(),
  on: z.string(),
  /** The households for which the paper says no, each with its reason. */
  not: z.array(z.object({ dossier: z.number().int(), reason: z.string() })),
  /** The household whose reason is asked for. */
  open: z.number().int().nullable(),
  /** From where on the households are shown. */
  from: z.number().int(),
  /** The one reason for those that cannot be recognised at all. */
  rest: z.string(),
  /** Which households waited when it was begun. */
  print: z.string(),
});
export type Paper = z.infer<typeof paperSchema>;

/** A household on a list that waits for a paper. */
export type OnList = {
  readonly dossier: number;
  readonly step: number;
  readonly name: string;
  readonly zone: string;
  readonly category: OfficialClass;
  readonly before: 'poor' | 'near-poor' | null;
};

/** What comes of an input: the next step, the same one again, all of it done, or a choice that is too old. */
export type PaperMove =
  | { readonly kind: 'go'; readonly paper: Paper }
  | { readonly kind: 'stay'; readonly why: Phrase }
  | { readonly kind: 'done' }
  | { readonly kind: 'stale' };

/** A paper is begun to be written down. */
export function beginPaper(paper: PaperKind, list: number, print: string): Paper {
  const at = paper === 'opinion' ? 'by' : 'number';
  const empty = { by: '', number: '', on: '', not: [], open: null, from: 0, rest: '' };
  return { kind: 'paper', paper, list, rev: 1, at, ...empty, print };
}

const longest = 500;

/** What was typed at a step. */
export function hearPaper(paper: Paper, typed: string, today: string, all: readonly OnList[]): PaperMove {
  const text = typed.trim();
  if (text === '') return { kind: 'stay', why: say('ward.paper.empty') };
  if (text.length > longest) return { kind: 'stay', why: say('ward.paper.too-long', { most: longest }) };
  switch (paper.at) {
    case 'by':
      return go(paper, { by: text, at: 'number' });
    case 'number':
      return go(paper, { number: text, at: 'day' });
    case 'day': {
      const read = parseSignedDay(text, today);
      if (read.kind === 'refused') return { kind: 'stay', why: say(`ward.paper.day-${read.why}`) };
      return go(paper, { on: read.day, at: 'scope' });
    }
    case 'reason':
      return withReason(paper, text, all);
    case 'rest':
      return go(paper, { rest: text, at: 'sure' });
    case 'pick':
      return named(paper, text, all);
    case 'scope':
    case 'sure':
      return { kind: 'stay', why: say('ward.paper.choose') };
    default:
      return paper.at satisfies never;
  }
}

/** A choice at a step; one of another step or another paper is too old. */
export function pressPaper(
  paper: Paper,
  { act, arg, rev }: { readonly act: string; readonly arg: string; readonly rev: number },
  all: readonly OnList[],
): PaperMove {
  if (rev !== paper.rev) return { kind: 'stale' };
  switch (`${paper.at}:${act}`) {
    case 'scope:all':
      return go(paper, { not: [], ...restOr(paper, [], all) });
    case 'scope:some':
      return go(paper, { at: 'pick', from: 0 });
    case 'pick:pick':
      return opened(paper, Number(arg), all);
    case 'pick:page':
      return go(paper, { from: Number(arg) || 0 });
    case 'pick:picked':
      return go(paper, restOr(paper, paper.not, all));
    case 'sure:again':
      return go(paper, beginPaper(paper.paper, paper.list, paper.print));
    case 'sure:yes':
      return { kind: 'done' };
    default:
      return { kind: 'stale' };
  }
}

/** A household that never stood on a list cannot be recognised as having left it: it is declined, with reasons. */
export function mustBeDeclined(
  { paper, not }: Pick<Paper, 'paper' | 'not'>,
  all: readonly OnList[],
): readonly OnList[] {
  if (paper === 'opinion') return [];
  return all.filter(
    ({ before, category, dossier }) =>
      before === null && !['poor', 'near-poor'].includes(category) && !isNot(not, dossier),
  );
}

/** The command for each household of the list, by what the paper says. */
export function commandsOf(paper: Paper, all: readonly OnList[]): ReadonlyMap<number, Command> {
  const { number, on } = paper;
  const declined = mustBeDeclined(paper, all).map(({ dossier }) => dossier);
  const commandOf = ({ category, dossier }: OnList): Command => {
    const no = paper.not.find((each) => each.dossier === dossier)?.reason ?? null;
    if (paper.paper === 'opinion') return { kind: 'advise', agrees: no === null, note: no ?? '' };
    const reasons = no ?? (declined.includes(dossier) ? paper.rest : null);
    return reasons === null
      ? { kind: 'recognise', category, decision: number, on }
      : { kind: 'decline', reasons, decision: number, on };
  };
  return new Map(all.map((each) => [each.dossier, commandOf(each)]));
}

function go(paper: Paper, change: Partial<Paper>): PaperMove {
  return { kind: 'go', paper: { ...paper, ...change, rev: paper.rev + 1 } };
}

function restOr(paper: Paper, not: Paper['not'], all: readonly OnList[]): { readonly at: 'rest' | 'sure' } {
  return { at: mustBeDeclined({ ...paper, not }, all).length > 0 ? 'rest' : 'sure' };
}

/** When all have their reason there is nothing left to choose. */
function withReason(paper: Paper, reason: string, all: readonly OnList[]): PaperMove {
  if (paper.open === null) return { kind: 'stale' };
  const not = [...paper.not.filter(({ dossier }) => dossier !== paper.open), { dossier: paper.open, reason }];
  const next = all.every(({ dossier }) => isNot(not, dossier))
    ? restOr(paper, not, all)
    : { at: 'pick' as const };
  return go(paper, { not, open: null, ...next });
}

function opened(paper: Paper, dossier: number, all: readonly OnList[]): PaperMove {
  const isThere = all.some((each) => each.dossier === dossier);
  return isThere ? go(paper, { at: 'reason', open: dossier }) : { kind: 'stale' };
}

/** A household called by its name, wherever it stands on a long list. */
function named(paper: Paper, typed: string, all: readonly OnList[]): PaperMove {
  const called = all.filter(({ name }) => fold(name) === fold(typed));
  const [only, ...others] = called;
  if (only === undefined) return { kind: 'stay', why: say('ward.paper.no-such', { name: typed }) };
  if (others.length > 0) return { kind: 'stay', why: say('ward.paper.several', { name: typed }) };
  return opened(paper, only.dossier, all);
}

function isNot(not: Paper['not'], dossier: number): boolean {
  return not.some((each) => each.dossier === dossier);
}
