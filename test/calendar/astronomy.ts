/** A second opinion on the lunar calendar: the moon and the sun by the short series of Jean Meeus, nothing of the library. */

const vietnamHours = 7;
const unixEpoch = 2_440_587.5;
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** The first day of the lunar month in which the sun reaches a longitude, 330° in February or 30° in April. */
export function monthWithSunAt(longitude: number, year: number): string {
  const term = dayNumber(sunReaches(longitude, year));
  const about = Math.round((term - 2_415_021) / 29.530588);
  const begins = [about + 1, about, about - 1].map((k) => dayNumber(newMoon(k))).find((day) => day <= term);
  return new Date((begins! - unixEpoch - 0.5) * 86_400_000).toISOString().slice(0, 10);
}

/** The day in Vietnam on which a moment lies, as the Julian number of its noon. */
function dayNumber(moment: number): number {
  return Math.floor(moment + 0.5 + vietnamHours / 24);
}

/** The k-th new moon since January 1900, good to a few minutes. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t * t;
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t;
  const terms: readonly [number, number][] = [
    [0.1734 - 0.000393 * t, sun],
    [0.0021, 2 * sun],
    [-0.4068, moon],
    [0.0161, 2 * moon],
    [-0.0004, 3 * moon],
    [0.0104, 2 * node],
    [-0.0051, sun + moon],
    [-0.0074, sun - moon],
    [0.0004, 2 * node + sun],
    [-0.0004, 2 * node - sun],
    [-0.0006, 2 * node + moon],
    [0.001, 2 * node - moon],
    [0.0005, 2 * moon + sun],
  ];
  const seventySeconds = 70 / 86_400;
  return terms.reduce((sum, [size, angle]) => sum + size * sin(angle), mean) - seventySeconds;
}

function sunReaches(longitude: number, year: number): number {
  let moment = Date.UTC(year, 1, 18) / 86_400_000 + unixEpoch + (longitude === 330 ? 0 : 61);
  for (let round = 0; round < 5; round += 1) {
    const missing = ((longitude - sunLongitude(moment) + 540) % 360) - 180;
    moment += missing * (365.2422 / 360);
  }
  return moment;
}

function sunLongitude(moment: number): number {
  const t = (moment - 2_451_545) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  const apparent = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}
