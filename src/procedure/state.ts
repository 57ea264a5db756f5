import { z } from 'zod';

/**
 * Where a household stands on the way from the list of those to review to recognition (Decision 24/2021, Articles 4 and
 * 5; Circular 17/2016, Articles 5 and 6). The order is that of the way.
 */
export const states = [
  /** On the list of households to review (danh sách hộ cần rà soát). */
  'listed',
  /** Its answers are with the head of the zone. */
  'interviewed',
  /** The head gave answers back, or the household opened them again. */
  'returned',
  /** The head has signed. */
  'verified',
  /** On the agenda of a village meeting (họp dân). */
  'meeting',
  /** The meeting agreed. */
  'agreed',
  /** On a posted list (niêm yết). */
  'posted',
  /** Somebody objects; it is checked once more (phúc tra). */
  'complaint',
  /** Checked once more, and to be posted again. */
  'rechecked',
  /** On a list that went up for an opinion. */
  'opinion',
  /** Before the chairman (Chủ tịch UBND cấp xã). */
  'decision',
  /** Recognised as poor or near-poor; the certificate is still to be handed over. */
  'recognised',
  'certified',
  /** Recognised as having left the list (công nhận thoát nghèo, thoát cận nghèo). */
  'released',
  /** Not recognised, with reasons. */
  'declined',
  /** Taken back by a household that had asked by itself. */
  'withdrawn',
  /** Off the list for a reason outside the procedure: moved away, died out, counted twice. */
  'removed',
] as const;
export type State = (typeof states)[number];
export const stateSchema = z.enum(states);

/** The states in which nothing is left to do. */
export const ended = ['certified', 'released', 'declined', 'withdrawn', 'removed'] as const;
export type Ended = (typeof ended)[number];
/** The states in which exactly one party must act next. */
export type Open = Exclude<State, Ended>;

/** Is nothing left to do? */
export function isEnded(state: State): state is Ended {
  return ended.some((each) => each === state);
}
