import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { fold } from '../input/fold.ts';
import type { Due } from '../procedure/deadline.ts';
import type { Party } from '../procedure/party.ts';
import type { Procedure } from '../procedure/procedures.ts';
import type { Window } from '../procedure/round.ts';
import type { State } from '../procedure/state.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { dueLines, flowPick } from '../talk/told-step.ts';

/** What a household may ask for: to be reviewed (Mẫu số 01), or to leave the list (Mẫu số 04). */
export type Request = 'asked' | 'leaving';

/** Where a household stands in a round, and who must act next until when. */
export type Standing = {
  readonly state: State;
  readonly next: Party | null;
  readonly due: Due | null;
};

/** What can be asked for; an `act` of the flow is the wish itself. */
export function requestChoices(): Message {
  return {
    kind: 'flow-request',
    parts: [say('request.choose')],
    options: [pick('asked'), pick('leaving')],
    actions: [toPerson],
  };
}

/** What is wished by a choice; null for none of them. */
export function requestIn(act: string): Request | null {
  return act === 'asked' || act === 'leaving' ? act : null;
}

/** What is wished in words of one's own; null where that is not clear, and the choices are shown again. */
export function requestSaid(text: string): Request | null {
  const said = fold(text);
  if (/ra khoi|thoat|leave/.test(said)) return 'leaving';
  return /ra soat|xet|kho khan|review/.test(said) ? 'asked' : null;
}

/** What happens now that a household asked; where it lives, and so its round, may not be known yet. */
export function requested(
  what: Request,
  round: (Window & { readonly kind: Procedure['kind'] }) | null,
  standing: Standing | null,
): Message {
  return deadEnd('request', say(`request.noted.${what}`), roundLine(round), ...standingLines(standing));
}

/** The household is in a round already: where it stands. It may still ask to leave the list. */
export function standsInRound(standing: Standing, isLeaving: boolean): Message {
  const parts = [say('request.there'), ...standingLines(standing)];
  return {
    kind: 'flow-request',
    parts,
    options: [],
    actions: [...(isLeaving ? [] : [pick('leaving')]), toPerson],
  };
}

function roundLine(round: (Window & { readonly kind: Procedure['kind'] }) | null): Phrase {
  if (round === null) return say('request.no-zone');
  const days = { from: { day: round.startsOn }, to: { day: round.endsOn } };
  return say(`request.round.${round.kind}`, days);
}

function standingLines(standing: Standing | null): readonly Phrase[] {
  if (standing === null) return [];
  const { due, next, state } = standing;
  return [
    say(`step.state.${state}`),
    ...(next === null ? [] : [say(`request.next.${next}`)]),
    ...dueLines(due),
  ];
}

function pick(what: Request) {
  return flowPick('request', what, 0, 0, '', say(`request.pick.${what}`));
}
