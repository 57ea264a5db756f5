/** How a cell can look, by the number of its format in `styles.xml`; `text` keeps what is typed as it is. */
export const look = {
  plain: 0,
  text: 1,
  title: 2,
  subtitle: 3,
  heading: 4,
  label: 5,
  number: 6,
  percent: 7,
  totalLabel: 8,
  totalNumber: 9,
  totalPercent: 10,
  note: 11,
  date: 12,
} as const;
export type CellLook = (typeof look)[keyof typeof look];

type Format = {
  readonly number?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align?: 'center' | 'left';
  readonly wraps?: boolean;
};

const text = 49;
const whole = 3;
const percent = 2;
const day = 164;
const bold = 1;
const large = 2;
const slanted = 3;
const grey = 2;
const framed = 1;

/** In the order of the numbers above. */
const formats: readonly Format[] = [
  {},
  { number: text },
  { font: large, align: 'center', wraps: true },
  { font: slanted, align: 'center', wraps: true },
  { font: bold, fill: grey, border: framed, align: 'center', wraps: true },
  { border: framed },
  { number: whole, border: framed },
  { number: percent, border: framed },
  { font: bold, border: framed },
  { number: whole, font: bold, border: framed },
  { number: percent, font: bold, border: framed },
  { font: slanted },
  { number: day, align: 'left' },
];

const fonts = ['', '<b/>', '<b/>', '<i/>'].map(
  (kind, at) => `<font>${kind}<sz val="${at === large ? 14 : 11}"/><name val="Calibri"/></font>`,
);
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;

/** Everything in `styles.xml`. */
export const cellFormats = [
  `<numFmts count="1"><numFmt numFmtId="${day}" formatCode="dd/mm/yyyy"/></numFmts>`,
  `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>',
  `<borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  `<cellXfs count="${formats.length}">${formats.map(formatXml).join('')}</cellXfs>`,
].join('');

function formatXml({ align, border = 0, fill = 0, font = 0, number = 0, wraps = false }: Format): string {
  const kinds = `numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  if (align === undefined && !wraps && border === 0) return `<xf ${kinds}/>`;
  const across = align === undefined ? '' : ` horizontal="${align}"`;
  return `<xf ${kinds} applyAlignment="1"><alignment${across} vertical="center"${wraps ? ' wrapText="1"' : ''}/></xf>`;
}
