import type { OfficialClass } from '../review/official.ts';
import type { Dossier, Origin } from './dossier.ts';
import type { State } from './state.ts';

/**
 * How a household moved between two lists (diễn biến hộ nghèo, hộ cận nghèo), as the report tables count it:
 * `9 = 1−2−3−4+5+6+7+8`, once for poor and once for near-poor households.
 */
export const movements = [
  /** Poor before, poor again (nghèo cũ). */
  'stays-poor',
  /** Poor before, now near-poor (trở thành hộ cận nghèo). */
  'poor-to-near-poor',
  /** Poor before, now above the near-poor line (vượt chuẩn cận nghèo). */
  'poor-to-above',
  'stays-near-poor',
  'near-poor-to-poor',
  'near-poor-to-above',
  /** Poor before, and not recognised, which alone does not say that it is above a line (hộ nghèo khác giảm). */
  'poor-left',
  'near-poor-left',
  /** Not on the last list, but on one before it (tái nghèo, tái cận nghèo). */
  'poor-again',
  'near-poor-again',
  /** On no list before (phát sinh mới). */
  'newly-poor',
  'newly-near-poor',
  /** On no list before and not on this. */
  'none',
] as const;
export type Movement = (typeof movements)[number];

/**
 * The movement of a household: from its class on the last list, and whether it stood on an earlier one, to what was
 * decided; null where it was not recognised.
 */
export function movementOf(
  before: 'poor' | 'near-poor' | null,
  stoodEarlier: boolean,
  decided: OfficialClass | null,
): Movement {
  if (decided === null) return before === null ? 'none' : `${before}-left`;
  const now = decided === 'poor' || decided === 'near-poor' ? decided : 'above';
  if (before === 'poor') return fromPoor[now];
  if (before === 'near-poor') return fromNearPoor[now];
  if (now === 'above') return 'none';
  if (stoodEarlier) return now === 'poor' ? 'poor-again' : 'near-poor-again';
  return now === 'poor' ? 'newly-poor' : 'newly-near-poor';
}

/** Where only a request ended: taken back, or to leave the list and refused. The household stays what the last list says. */
export function staysAsListed({ origin, state }: Pick<Dossier, 'origin' | 'state'>): boolean {
  return endedRequests[state]?.includes(origin) ?? false;
}

const endedRequests: Readonly<Partial<Record<State, readonly Origin[]>>> = {
  withdrawn: ['listed', 'asked', 'leaving'],
  declined: ['leaving'],
};

type Now = 'poor' | 'near-poor' | 'above';
const fromPoor: Readonly<Record<Now, Movement>> = {
  poor: 'stays-poor',
  'near-poor': 'poor-to-near-poor',
  above: 'poor-to-above',
};
const fromNearPoor: Readonly<Record<Now, Movement>> = {
  poor: 'near-poor-to-poor',
  'near-poor': 'stays-near-poor',
  above: 'near-poor-to-above',
};
