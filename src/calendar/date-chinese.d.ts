/** What we use of date-chinese. Its own declarations lie behind its `exports`, where the compiler does not look. */
declare module 'date-chinese' {
  /** A day of Vietnam's lunar calendar: cycle of sixty years, year of the cycle, month, whether it is a leap month, day. */
  export class CalendarVietnamese {
    constructor(cycle: number, year: number, month: number, leap: boolean, day: number);
    toGregorian(): { readonly year: number; readonly month: number; readonly day: number };
  }
}
