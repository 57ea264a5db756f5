/**
 * The list year that a new interview is for, until review rounds declare it themselves: the year in which it begins.
 * Which list an autumn review is for (that year's or the next) is an open question of our facts
 * (law-2021-2030, section 11, question 2), so the head's card names the year and the standard it chose.
 */
export function listYearFor(day: string): number {
  return Number(day.slice(0, 4));
}
