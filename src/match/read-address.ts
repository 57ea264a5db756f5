import { tidy } from '../input/tidy.ts';

/** An address by its parts; what was not told is empty. */
export type Address = {
  /** "12", "12a", "12/3". */
  readonly house: string | null;
  /** Ngõ, ngách, hẻm. */
  readonly lanes: readonly string[];
  /** Tổ dân phố. */
  readonly group: string | null;
  /** Words of the street, or where it is by. */
  readonly words: readonly string[];
};

const NUMBER = String.raw`(\d{1,4}(?:[a-z](?![a-z]))?(?:\s?[/-]\s?\d{1,4}(?:[a-z](?![a-z]))?)*)(?![a-z\d])`;
const GROUP = /(?<![a-z])(?:to dan pho|tdp|to dp|to|group)\s*(?:so\s*)?0*(\d{1,3})(?!\d)/;
const LANE = new RegExp(
  String.raw`(?<![a-z])(?:ngo|ngach|hem|kiet|ng|lane|alley)\s*(?:so\s*)?0*${NUMBER}`,
  'g',
);
const HOUSE = new RegExp(String.raw`(?<![a-z])(?:so nha|nha so|s\s?/?\s?n|so|nha|no|n|house)\s*0*${NUMBER}`);
const BARE = new RegExp(String.raw`(?<![a-z\d/])0*${NUMBER}`);
// All are of one zone, so its own name tells nothing; nor does what it belongs to.
const ZONE = /(?<![a-z])(?:khu pho|khu|kp|thon|xom|ban|ap|zone)\s*(?:so\s*)?\d{1,3}(?!\d)/g;
const WIDER = /(?<![a-z])(?:phuong|xa|quan|huyen|tp|thanh pho|thi xa|thi tran|tinh|ward|commune)(?![a-z]).*$/;
const LABELS = new Set(
  'duong pho so nha sn ngo ngach hem kiet to khu thon xom street st road rd no house lane group'.split(' '),
);

/** Reads an address as people write it: "số 12, ngõ 5, tổ 3", "SN 12 ng.5", "5/12 Lê Lợi". */
export function readAddress(said: string): Address {
  const text = tidy(said)
    .replace(/[.,;:()#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(ZONE, ' ')
    .replace(WIDER, ' ');
  const group = GROUP.exec(text)?.[1] ?? null;
  const grouped = text.replace(GROUP, ' ');
  const lanes = [...grouped.matchAll(LANE)].flatMap((found) => plainNumber(found[1]).split('/'));
  const laned = grouped.replace(LANE, ' ');
  const found = HOUSE.exec(laned) ?? BARE.exec(laned);
  const rest = found === null ? laned : laned.replace(found[0], ' ');
  return { house: found === null ? null : plainNumber(found[1]), lanes, group, words: wordsIn(rest) };
}

function plainNumber(said = ''): string {
  return said
    .replace(/\s/g, '')
    .replaceAll('-', '/')
    .replace(/(?<=^|\/)0+(?=\d)/g, '');
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^a-z]+/).filter((word) => word.length > 1 && !LABELS.has(word));
}
