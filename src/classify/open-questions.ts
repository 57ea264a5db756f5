import { type ProvinceCode, provincial, unusable } from '../rules/index.ts';
import { servesIn } from '../rules/years.ts';

/** What our facts leave open of a province's own standards in a list year, with what to ask an authority (Vietnamese). */
export function openQuestions(province: ProvinceCode, listYear: number): readonly string[] {
  const own = provincial.filter(({ authority }) => authority === province);
  const ofOthers = unusable
    .filter((standard) => standard.province === province)
    .map(
      ({ known, missing, period }) =>
        `${province} has a standard of its own that we know too little of to read by (${period}: ${known}) To ask: ${missing.ask}`,
    );
  if (own.some((standard) => servesIn(standard, listYear))) return ofOthers;
  const asks = own.flatMap(({ contested, gaps }) => [
    ...contested.filter((year) => year.listYear === listYear).map(({ ask }) => ask.ask),
    ...gaps.map(({ ask }) => ask),
  ]);
  return [
    `No standard of ${province} is sure to serve the list year ${listYear}. ${asks.length === 0 ? 'Ask whether it has one.' : `To ask: ${asks.join(' ')}`}`,
    ...ofOthers,
  ];
}
