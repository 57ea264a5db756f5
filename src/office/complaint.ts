import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { choose } from '../input/choose.ts';
import type { Due } from '../procedure/deadline.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { dueLines, flowPick } from '../talk/told-step.ts';
import type { HangingList, PublicLine } from './posted-list.ts';

/** So many letters of what is not right are read. */
export const mostLetters = 1000;

/** So many households are named when what was typed means several. */
const mostNamed = 10;

/**
 * Which household of a list a text means: by its number there, or by its name. The only one that is near is taken, since
 * it is named again before anything is sent.
 */
export function householdIn(
  typed: string,
  lines: readonly PublicLine[],
):
  | { readonly kind: 'found'; readonly line: PublicLine }
  | { readonly kind: 'unclear'; readonly near: readonly PublicLine[] } {
  const options = lines.map(({ dossier, name }) => ({ value: String(dossier), words: [name] }));
  const chosen = choose(typed, options);
  const meant = chosen.kind === 'unclear' ? chosen.near : [chosen.value];
  const near = lines.filter(({ dossier }) => meant.includes(String(dossier)));
  const [line] = near;
  return line === undefined || near.length > 1 ? { kind: 'unclear', near } : { kind: 'found', line };
}

/** Asks about which household somebody has something to say; the own one goes first. */
export function whichHousehold(list: HangingList, own: number | null, lead: readonly Phrase[] = []): Message {
  const mine = list.lines.find(({ dossier }) => dossier === own);
  const about = (line: PublicLine) =>
    flowPick('posted', 'about', line.dossier, list.posting, '', say('posting.act.own', { name: line.name }));
  return {
    kind: 'flow-posted',
    parts: [...lead, say('posting.which')],
    options: [],
    actions: [
      ...(mine === undefined ? [] : [about(mine)]),
      flowPick('posted', 'missing', list.posting, 0, '', say('posting.act.missing')),
      toPerson,
    ],
  };
}

/** What was typed is no household of the list, or may be several. */
export function unclearHousehold(
  list: HangingList,
  own: number | null,
  near: readonly PublicLine[],
): Message {
  if (near.length === 0) return whichHousehold(list, own, [say('posting.which-nobody')]);
  const lines = near.slice(0, mostNamed).map((line) =>
    say('posting.which-line', {
      n: list.lines.findIndex(({ dossier }) => dossier === line.dossier) + 1,
      name: line.name,
    }),
  );
  return whichHousehold(list, own, [say('posting.which-several', { lines: { lines } })]);
}

/** How a household that is not on the list comes to be reviewed. */
export function notOnList(): Message {
  return {
    kind: 'posted',
    parts: [say('posting.missing')],
    options: [flowPick('request', 'open', 0, 0, '', say('posting.act.request'))],
    actions: [toPerson],
  };
}

/** Asks what is not right; `lead` says why it is asked again. */
export function whatIsWrong(name: string, lead: readonly Phrase[] = []): Message {
  return {
    kind: 'flow-posted',
    parts: [...lead, say('posting.what', { name })],
    options: [],
    actions: [stop, toPerson],
  };
}

/** Says what will happen with a complaint, before it is sent. */
export function sureOfComplaint(
  name: string,
  text: string,
  at: { readonly dossier: number; readonly posting: number },
): Message {
  const pick = (act: string, phrase: Phrase) => flowPick('posted', act, at.dossier, at.posting, '', phrase);
  return {
    kind: 'flow-posted',
    parts: [say('posting.said', { name, text }), say('posting.sure')],
    options: [
      pick('send', say('posting.act.send')),
      pick('about', say('posting.act.reword')),
      flowPick('posted', 'stop', 0, 0, '', say('posting.act.stop')),
    ],
    actions: [toPerson],
  };
}

/** A complaint was taken; until when it is answered. */
export function takenComplaint(name: string, due: Due | null): Message {
  return deadEnd('posted', say('posting.taken', { name }), ...dueLines(due), say('posting.taken-next'));
}

/** It was added to what the same person had said of the same household. */
export function addedComplaint(name: string, due: Due | null): Message {
  return deadEnd('posted', say('posting.added', { name }), ...dueLines(due), say('posting.taken-next'));
}

/** Why nothing is taken. `rechecked`: the result waits to be posted again; `past`: it has gone up; `rechecker`: one checks it oneself. */
export type NoComplaint = 'over' | 'old' | 'stopped' | 'rechecked' | 'past' | 'rechecker';

/** Says kindly that nothing is taken, and why. */
export function noComplaint(why: NoComplaint): Message {
  return {
    kind: 'posted',
    parts: [say(`posting.no-complaint.${why}`)],
    options: [flowPick('posted', 'open', 0)],
    actions: [toPerson],
  };
}

/** Tells whoever checks a household once more that there is more to look at. */
export function moreToCheck(name: string, zone: string, dossier: number): Message {
  return {
    kind: 'step',
    parts: [say('posting.recheck.more', { name, zone })],
    options: [],
    actions: [flowPick('recheck', 'open', dossier), toPerson],
  };
}

const stop = flowPick('posted', 'stop', 0, 0, '', say('posting.act.stop'));
