import type { Standard } from './standard.ts';
import { standard2022 } from './standards/2022-2026.ts';
import { standard2027 } from './standards/2027-2030.ts';

/** Every standard we know, in the order of the years they serve. */
export const register: readonly [Standard, ...Standard[]] = [standard2022, standard2027];
