import { type Message, type Phrase, type Pick, say } from '../../decision.ts';
import { officialClasses, type OfficialClass } from '../../review/official.ts';
import { toPerson } from '../../survey/person.ts';
import { className, flowPick } from '../../talk/told-step.ts';
import { atOnce, type Page } from './page.ts';

/** A message of the office that goes on to the overview at least. */
export function wardMessage(
  parts: readonly Phrase[],
  options: readonly Pick[] = [],
  actions: readonly Pick[] = [],
): Message {
  return { kind: 'flow-ward', parts, options, actions: [...actions, toOverview] };
}

/** A message of the office that names many households. */
export function listMessage(...said: Parameters<typeof wardMessage>): Message {
  return { ...wardMessage(...said), shows: [{ as: 'officer', why: 'list' }] };
}

/** The way back to the whole round. */
export const toOverview: Pick = flowPick('ward', 'open', 0, 0, '', say('flow.ward.open'));

/** A choice of the office. */
export function wardPick(act: string, id: number, phrase: Phrase, rev = 0, arg = ''): Pick {
  return flowPick('ward', act, id, rev, arg, phrase);
}

/** Which part of a long list this is; nothing where it is all of it. */
export function pagePhrase({ from, of, shown }: Page<unknown>): readonly Phrase[] {
  return of > atOnce ? [say('ward.page', { first: from + 1, last: from + shown.length, count: of })] : [];
}

/** How many of each class, in words: only the classes that are there. */
export function classCounts(classes: readonly (OfficialClass | null)[]): readonly Phrase[] {
  return officialClasses.flatMap((each) => {
    const count = classes.filter((category) => category === each).length;
    return count === 0 ? [] : [say('ward.class-count', { class: { phrase: className(each) }, count })];
  });
}

/** Who holds no post at the office of a ward sees nothing of it. */
export function noOffice(): Message {
  return { kind: 'refused', parts: [say('ward.no-office')], options: [], actions: [toPerson] };
}
