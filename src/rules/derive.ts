import type { Standard } from './standard.ts';

/** What a province changes in a national standard, with its own period; what it does not name is the national one's. */
export type Overlay = Pick<Standard, 'id' | 'authority' | 'basis' | 'serves' | 'decide' | 'lines' | 'gaps'> &
  Partial<Pick<Standard, 'contested' | 'deprivations' | 'indicators' | 'unlisted'>>;

/**
 * A province's standard made whole: its values keep their own sources, the others those of the national one. Points
 * are not taken over, for their thresholds stand for the national lines.
 */
export function derive(base: Standard, overlay: Overlay): Standard {
  return { ...base, contested: [], unlisted: null, points: null, ...overlay };
}
