import type { ProvinceCode } from './assessment.ts';
import { unusable, type UnusableStandard } from './overlays/unusable.ts';
import { provincial } from './register.ts';
import { isContestedIn, servesIn } from './years.ts';

/** What our facts leave open of a province's own standards in one list year. */
export type OpenOfProvince = {
  /** Whether a standard of its own serves that year, and nothing leaves that open. */
  readonly isServed: boolean;
  /** Where none does: what to ask an authority of those it has (Vietnamese); empty where we know of none. */
  readonly asks: readonly string[];
  /** Standards of its own that we know too little of to read by, and that may have served that year. */
  readonly unusable: readonly UnusableStandard[];
};

/** Says what is open of a province's own standards in a list year, of which `applicableStandards` can show nothing. */
export function openOfProvince(province: ProvinceCode, listYear: number): OpenOfProvince {
  const own = provincial.filter(({ authority }) => authority === province);
  const isServed = own.some((one) => servesIn(one, listYear) && !isContestedIn(one, listYear));
  const asks = own.flatMap(({ contested, gaps }) => [
    ...contested.filter((year) => year.listYear === listYear).map(({ ask }) => ask.ask),
    ...gaps.map(({ ask }) => ask),
  ]);
  return {
    isServed,
    asks: isServed ? [] : asks,
    unusable: unusable.filter((one) => one.province === province && listYear <= (one.until ?? listYear)),
  };
}
