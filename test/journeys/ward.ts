import type { Database } from '../../src/store/db.ts';
import { openYearly } from './round.ts';
import { setStage, type Stage } from './stage.ts';
import { type Talk, talkOn } from './talk.ts';

/** A stage, and people who talk on it. */
export type Ward = { readonly stage: Stage; readonly talk: Talk };

/** A ward in November, with so many zones: khu-1, khu-2, … */
export async function inWard(db: Database, zones = 2): Promise<Ward> {
  const stage = await setStage(db, '2026-11-20T02:00:00Z');
  await stage.realWard(zones);
  return { stage, talk: talkOn(stage) };
}

/** The same in its yearly round, with a head in the first zone. */
export async function inRound(db: Database, zones = 2): Promise<Ward> {
  const { stage, talk } = await inWard(db, zones);
  await openYearly(stage, 'khu-1');
  await talk.joins('head', 'khu-1');
  return { stage, talk };
}
