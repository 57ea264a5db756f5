import type { Standard } from './standard.ts';

/** What a province changes in a national standard, with its own period and what is not known of it. */
export type Overlay = Pick<Standard, 'id' | 'authority' | 'basis' | 'serves' | 'decide' | 'lines' | 'gaps'> &
  Partial<Pick<Standard, 'contested' | 'deprivations' | 'indicators' | 'unlisted'>>;

/**
 * A province's standard made whole: its values keep their own sources. What it leaves out of deprivations, indicators and
 * the counting of income is the national one's, with its sources. Not taken over are points, whose thresholds stand for
 * the national lines; and what is open of the national standard itself (contested years, unlisted indicators, gaps): an
 * overlay names what is open of the province's.
 */
export function derive(base: Standard, overlay: Overlay): Standard {
  return { ...base, contested: [], unlisted: null, points: null, ...overlay };
}
