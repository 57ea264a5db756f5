import { fold } from './fold.ts';
import { tidy } from './tidy.ts';

/** The part of a day, where somebody says "tối" or "chiều". */
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** A time of day, `HH:MM`; `unclear` where it may be one of two, as "7 giờ" may be in the morning or in the evening. */
export type Clock =
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'unclear'; readonly hour: number }
  | { readonly kind: 'refused' };

/** What is left of a text when its time of day is taken out. */
export type TakenOut = {
  readonly clock: Clock | null;
  readonly part: PartOfDay | null;
  readonly rest: string;
};

const hours =
  /(?:(?:luc|vao|at|khoang) )?(?<!\d|[/.-])(\d{1,2}) ?(?:(?::|h|g(?![a-z])|gio) ?(\d{2})?(?: ?phut)?( ?ruoi)?|(?=am\b|pm\b))(?!\d)/;
/** After "lúc" a number alone is an hour. */
const bareHour = /(?:luc|at) (\d{1,2})(?= |$)/;
const parts: readonly (readonly [RegExp, PartOfDay])[] = [
  [
    /(?:^|(?<=[\s\d]))(?:buoi )?sang(?= |$)|(?<=[\s\d])am(?= |$)|(?:in the |tomorrow |this )?morning/,
    'morning',
  ],
  [/(?:^|(?<=[\s\d]))(?:buoi )?trua(?= |$)|(?:at )?noon/, 'noon'],
  [/(?:^|(?<=[\s\d]))(?:buoi )?chieu(?= |$)|(?:in the )?afternoon/, 'afternoon'],
  [
    /(?:^|(?<=[\s\d]))(?:buoi )?(?:toi|dem)(?= |$)|(?<=[\s\d])pm(?= |$)|(?:in the )?evening|tonight/,
    'evening',
  ],
];

/** Reads a time of day: "19h30", "7 giờ rưỡi tối", "7:30 pm", "19". `before` is the part of the day that was said earlier. */
export function parseClock(raw: string, before: PartOfDay | null): Clock {
  const bare = /^(?:(?:luc|vao|at) )?\d{1,2}(?: ruoi)?$/.test(fold(raw)) && !/[.:,/]/.test(raw);
  const text = bare ? raw.trim().replace(/(\d+)/, '$1h') : raw;
  const { clock, rest } = takeClock(text, before);
  return clock === null || fold(rest) !== '' ? { kind: 'refused' } : clock;
}

/** Takes the time and the part of the day out of a text that says more, as "tối mai lúc 7 giờ". */
export function takeClock(raw: string, before: PartOfDay | null = null): TakenOut {
  // "tới" (next) and "tôi" (I) must not become "tối" (evening) when their marks are taken off.
  const text = tidy(raw.normalize('NFC').replace(/(?<!\p{L})(?:tới|tôi)(?!\p{L})/giu, ' ')).replace(
    /[!?]/g,
    '',
  );
  const found = hours.exec(text) ?? bareHour.exec(text);
  const without =
    found === null ? text : `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  const named = parts.find(([pattern]) => pattern.test(without));
  const part = named?.[1] ?? null;
  const rest = (named === undefined ? without : without.replace(named[0], ' ')).replace(/\s+/g, ' ').trim();
  return { clock: found === null ? null : clockOf(found, part ?? before), part, rest };
}

function clockOf([, hour = '', minutes, half]: RegExpExecArray, part: PartOfDay | null): Clock {
  const minute = half === undefined ? Number(minutes ?? 0) : 30;
  const said = Number(hour);
  if (said > 23 || minute > 59) return { kind: 'refused' };
  if (part === null && said > 0 && said < 12 && !hour.startsWith('0')) return { kind: 'unclear', hour: said };
  const at = part === null ? said : inPart(said, part);
  return { kind: 'time', at: `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function inPart(hour: number, part: PartOfDay): number {
  const isLate = part === 'afternoon' || part === 'evening' || (part === 'noon' && hour < 10);
  return isLate && hour < 12 ? hour + 12 : hour;
}
