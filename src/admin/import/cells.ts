import { z } from 'zod';
import { fold } from '../../input/fold.ts';
import type { Role } from '../../rights.ts';

/** What a cell says; or what is wrong with it, to be read behind what stands there. */
export type Found<T> =
  { readonly kind: 'found'; readonly value: T } | { readonly kind: 'wrong'; readonly say: string };

/** The schema of a cell that is read in this way. */
export function cell<T>(read: (text: string) => Found<T>): z.ZodType<T> {
  return z.string().transform((text, context): T => {
    const heard = read(text);
    if (heard.kind === 'found') return heard.value;
    context.addIssue({ code: 'custom', message: heard.say });
    return z.NEVER;
  });
}

/** A name as it is written: of a person or of a zone. */
export function nameIn(text: string): Found<string> {
  const letters = text.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0;
  if (letters === 0) return wrong('names nobody; write the name');
  return text.length > 100 ? wrong('is too long; write 100 letters at most') : found(text);
}

/** A name of a person, which has letters. */
export function personIn(text: string): Found<string> {
  return /\p{L}.*\p{L}/u.test(text) ? nameIn(text) : wrong('is no name; write the full name');
}

/** Words that may be left out. */
export function wordsIn(text: string): Found<string | null> {
  if (text.length > 200) return wrong('is too long; write 200 letters at most');
  return found(text === '' ? null : text);
}

/** A Vietnamese telephone number, as it is dialled within the country. */
export function phoneIn(text: string): Found<string> {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0');
  // Excel drops the zero before a number.
  const dialled = /^(?:[35789]\d{8}|2\d{9})$/.test(digits) ? `0${digits}` : digits;
  const isOne = /^(?:0[35789]\d{8}|02\d{9}|1[89]00\d{4,6})$/.test(dialled);
  return isOne
    ? found(dialled)
    : wrong('is no telephone number of Vietnam; write one, such as 0900 000 001 or 0203 3000 001');
}

/** How many people a household has, where it is said. */
export function peopleIn(text: string): Found<number | null> {
  if (text === '') return found(null);
  return /^[1-9]\d?$/.test(text) && Number(text) <= 50
    ? found(Number(text))
    : wrong('is no number of people; write a number from 1 to 50, or leave it blank');
}

const categories: ReadonlyMap<string, 'poor' | 'near-poor'> = new Map([
  ...['ngheo', 'ho ngheo', 'hn', 'poor'].map((word) => [word, 'poor'] as const),
  ...['can ngheo', 'ho can ngheo', 'hcn', 'cn', 'near poor'].map((word) => [word, 'near-poor'] as const),
]);

/** Poor or near-poor. */
export function categoryIn(text: string): Found<'poor' | 'near-poor'> {
  const category = categories.get(fold(text));
  return category === undefined
    ? wrong('is not what a household is listed as; write nghèo or cận nghèo')
    : found(category);
}

const heads = ['khu truong', 'truong khu', 'truong thon', 'truong ban', 'truong ap', 'truong xom'];
const headsToo = ['truong khu pho', 'to truong', 'to truong to dan pho', 'to truong dan pho', 'head'];
const collaborators = ['cong tac vien', 'ctv', 'dieu tra vien', 'ra soat vien', 'collaborator'];
const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...[...heads, ...headsToo].map((word) => [word, 'head'] as const),
  ...collaborators.map((word) => [word, 'collaborator'] as const),
]);

/** Head or collaborator. */
export function roleIn(text: string): Found<Role> {
  const meant = roles.get(fold(text));
  return meant === undefined ? wrong('is no role; write khu trưởng or cộng tác viên') : found(meant);
}

/** A cell was understood. */
export function found<T>(value: T): Found<T> {
  return { kind: 'found', value };
}

/** A cell was not. */
export function wrong(say: string): Found<never> {
  return { kind: 'wrong', say };
}
