import type { Message, Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { toPerson } from '../survey/person.ts';
import { flowPick } from '../talk/told-step.ts';

/** A head who may stand in for one that is kin of a household; `name` is known of those whom the ward named. */
export type Deputy = { readonly person: number; readonly zoneName: string; readonly name: string | null };

type OfHousehold = { readonly dossier: number; readonly name: string; readonly zone: string };

/** Asks who stands in for the head of a household. */
export function whoStandsIn(
  { dossier, name, zone }: OfHousehold,
  candidates: readonly Deputy[],
  lead: readonly Phrase[] = [],
): Message {
  return {
    kind: 'flow-deputy',
    parts: [
      ...lead,
      say('posting.deputy.card', { name, zone }),
      say(candidates.length === 0 ? 'posting.deputy.nobody' : 'posting.deputy.which'),
    ],
    options: candidates.map((each) =>
      flowPick('deputy', 'to', dossier, 0, each.person.toString(36), deputyWords(each)),
    ),
    actions: [toPerson],
  };
}

/** Somebody stands in from here on. */
export function standsIn({ name, zone }: OfHousehold, who: Deputy | null): Message {
  const done =
    who === null
      ? say('posting.deputy.done', { name, zone })
      : say('posting.deputy.done-by', { name, who: { phrase: deputyWords(who) } });
  return { kind: 'step', parts: [done], options: [], actions: [flowPick('ward', 'open', 0), toPerson] };
}

function deputyWords({ name, person, zoneName: zone }: Deputy): Phrase {
  return name === null
    ? say('posting.assign.head-unnamed', { name: String(person), zone })
    : say('posting.assign.head', { name, zone });
}
