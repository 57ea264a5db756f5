const COUNTS: ReadonlyMap<string, number> = new Map([
  ['2', 2],
  ['hai', 2],
  ['3', 3],
  ['ba', 3],
  ['4', 4],
  ['bốn', 4],
  ['bon', 4],
  ['5', 5],
  ['năm', 5],
  ['nam', 5],
]);
const AND = '(?:\\s*,\\s*|\\s+(?:và|va)\\s+|\\s+)';
const AGE = ' (?:tuổi|tuoi|t)';
const YEAR = '(?:(?:sinh năm|sinh nam|sinh|năm|nam|sn) )?(?:19|20)\\d\\d';
const YEARS = `${YEAR}(?:${AND}${YEAR})+`;
const AGES = `\\d{1,2}(?:${AGE})?(?:${AND}\\d{1,2}(?:${AGE})?)*${AND}\\d{1,2}${AGE}`;
// "2 con 2015 và 2021", "hai cháu 7 và 10 tuổi".
const TOGETHER = new RegExp(
  `(?<![\\p{L}\\p{N}])(${[...COUNTS.keys()].join('|')}) (?:đứa |dua )?` +
    `(con(?: trai| gái| gai)?|cháu(?: nội| ngoại)?|chau(?: noi| ngoai)?|em) (${YEARS}|${AGES})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Tells apart people who were told together, when there are as many births as people: "con 2015, con 2021". */
export function tellApart(line: string): string {
  return line.replace(TOGETHER, (whole: string, count: string, who: string, births: string) => {
    const told = births.match(/(?<!\d)\d+(?!\d)/g) ?? [];
    if (told.length !== COUNTS.get(count.toLowerCase())) return whole;
    return told.map((birth) => `${who} ${birth.length === 4 ? birth : `${birth} tuổi`}`).join(', ');
  });
}
