import type { StandardId } from './assessment.ts';
import { haNoi2022 } from './overlays/ha-noi.ts';
import { hoChiMinh2021 } from './overlays/ho-chi-minh.ts';
import { quangNinh2023 } from './overlays/quang-ninh.ts';
import type { Standard } from './standard.ts';
import { standard2016 } from './standards/2016-2021.ts';
import { standard2022 } from './standards/2022-2026.ts';
import { standard2027 } from './standards/2027-2030.ts';

/** The national standards, in the order of the years they serve, which touch. */
export const national: readonly [Standard, ...Standard[]] = [standard2016, standard2022, standard2027];

/** The provinces' own standards that one can classify by. */
export const provincial: readonly Standard[] = [hoChiMinh2021, haNoi2022, quangNinh2023];

/** Every standard we know well enough, the national ones first. */
export const register: readonly [Standard, ...Standard[]] = [...national, ...provincial];

/** The standard of that name. */
export function standardOf(id: StandardId): Standard {
  const found = register.find((standard) => standard.id === id);
  if (found === undefined) throw new Error(`There is no standard ${id} in the register.`);
  return found;
}
