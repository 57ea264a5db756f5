import { openOfProvince, type ProvinceCode } from '../rules/index.ts';

/** What our facts leave open of a province's own standards in a list year, in words, with what to ask (Vietnamese). */
export function openQuestions(province: ProvinceCode, listYear: number): readonly string[] {
  const { asks, isServed, unusable } = openOfProvince(province, listYear);
  const ask = asks.length === 0 ? 'Ask whether it has one.' : `To ask: ${asks.join(' ')}`;
  return [
    ...(isServed ? [] : [`No standard of ${province} is sure to serve the list year ${listYear}. ${ask}`]),
    ...unusable.map(
      ({ known, missing, period }) =>
        `${province} has a standard of its own that we know too little of to read by (${period}: ${known}) To ask: ${missing.ask}`,
    ),
  ];
}
