import { dayKey } from './clock.ts';
import type { Choice, Line, Picture } from './line.ts';
import type { Entry } from './outbox.ts';

/** How a bubble shows its choices: as the current question, as one not yet answered, or not any more. */
export type Standing = 'live' | 'waiting' | 'past';

/** One thing that stands in the log. `name` stays the same over redrawing. */
export type Item =
  | { readonly kind: 'day'; readonly name: string; readonly at: Date }
  | {
      readonly kind: 'bubble';
      readonly name: string;
      readonly from: 'bot' | 'me';
      readonly text: string;
      readonly at: Date;
      readonly state: 'kept' | Entry['state'];
      readonly standing: Standing;
      readonly lineId?: number;
      readonly options: readonly Choice[];
      readonly actions: readonly Choice[];
      readonly chart?: { readonly change: number; readonly title: string };
      readonly picture?: Picture;
      /** The change of the line that can be heard. */
      readonly spoken?: number;
    };

/** Everything to show, in order: the kept lines with their days, then what is still on its way. */
export const itemsOf = (lines: readonly Line[], entries: readonly Entry[]): readonly Item[] => {
  const standing = standings(lines);
  const states = new Map<string | undefined, Entry['state']>(
    entries.map((entry) => [entry.key, entry.state]),
  );
  const kept = lines.map((line) => bubbleOf(line, standing.get(line.id) ?? 'past', states.get(line.key)));
  const keys = new Set(lines.map((line) => line.key));
  const underway = entries.filter((entry) => entry.shown !== undefined && !keys.has(entry.key));
  return withDays([...kept, ...underway.map(bubbleUnderway)]);
};

/** So many of the latest questions can still wait; older ones would only be in the way. */
const mostWaiting = 4;

/**
 * The latest bot line with choices is live; a few before it wait as long as nothing answered them. Once one of its own
 * buttons was pressed and words came back, it only waits too: it is not what is asked, but the words may be an apology.
 */
const standings = (lines: readonly Line[]): ReadonlyMap<number, Standing> => {
  let asked: readonly Line[] = [];
  let pressed: Line | undefined;
  const answered = new Set<Line>();
  const over = new Set<Line>();
  for (const line of lines) {
    if (asks(line)) asked = [...asked, line].slice(-mostWaiting);
    if (line.from === 'bot') {
      if (pressed !== undefined) over.add(pressed);
      continue;
    }
    const open = asked.filter((one) => !answered.has(one)).reverse();
    const itsQuestion = open.find((one) => offers(one, line.text)) ?? open[0];
    if (itsQuestion !== undefined) answered.add(itsQuestion);
    pressed = itsQuestion !== undefined && offers(itsQuestion, line.text) ? itsQuestion : undefined;
  }
  const last = asked[asked.length - 1];
  const standing = (line: Line): Standing => {
    if (line === last) return over.has(line) ? 'waiting' : 'live';
    return answered.has(line) ? 'past' : 'waiting';
  };
  return new Map(asked.map((line) => [line.id, standing(line)]));
};

const asks = (line: Line): boolean => line.from === 'bot' && line.options.length + line.actions.length > 0;

const offers = (line: Line, text: string): boolean =>
  [...line.options, ...line.actions].some((choice) => choice.label === text);

/** A line that is kept but not yet in the inbox still waits; its entry is tried again. */
const bubbleOf = (line: Line, standing: Standing, state: Entry['state'] | undefined): Item => ({
  kind: 'bubble',
  name: line.key === undefined ? `line:${line.id}` : `own:${line.key}`,
  from: line.from,
  text: line.text,
  at: new Date(line.at),
  state: state === 'waiting' ? 'waiting' : 'kept',
  standing,
  lineId: line.id,
  options: line.options,
  actions: line.actions,
  ...(line.chart === undefined ? {} : { chart: { change: line.change, title: line.chart } }),
  ...(line.picture === undefined ? {} : { picture: line.picture }),
  ...(line.spoken === undefined ? {} : { spoken: line.change }),
});

const bubbleUnderway = (entry: Entry): Item => ({
  kind: 'bubble',
  name: `own:${entry.key}`,
  from: 'me',
  text: entry.shown ?? '',
  at: new Date(entry.at),
  state: entry.state,
  standing: 'past',
  options: [],
  actions: [],
});

const withDays = (items: readonly Item[]): readonly Item[] => {
  let day = '';
  return items.flatMap((item): readonly Item[] => {
    const itsDay = dayKey(item.at);
    if (itsDay === day) return [item];
    day = itsDay;
    return [{ kind: 'day', name: `day:${itsDay}`, at: item.at }, item];
  });
};
