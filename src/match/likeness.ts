import { type AddressLikeness, addressLikeness } from './address-likeness.ts';
import { better, type NameLikeness, nameLikeness } from './name-likeness.ts';
import { type Address, readAddress } from './read-address.ts';
import { type Name, readNames } from './read-name.ts';

/** What is known of a household wherever it comes from: a list names its head alone, an interview all of its members. */
export type Side = {
  readonly names: readonly string[];
  readonly address: string | null;
  readonly people: number | null;
};

/** A household read once, to be compared with many. */
export type ReadSide = {
  /** Each person by the names they go by. */
  readonly people: readonly (readonly Name[])[];
  readonly address: Address | null;
  readonly count: number | null;
};

/** In what two households are alike. */
export const likenesses = [
  'name',
  'part-of-name',
  'spelling',
  'members',
  'address',
  'house',
  'near',
  'count',
] as const;
export type Like = (typeof likenesses)[number];

/** How alike two households are, of 100, and in what. */
export type Likeness = { readonly score: number; readonly why: readonly Like[] };

/** From here on two households are suspected to be one. People decide; a suspicion only shows both side by side. */
export const suspected = 60;

/** Reads what is known of a household. */
export function readSide({ names, address, people }: Side): ReadSide {
  return {
    people: names.map(readNames).filter((each) => each.length > 0),
    address: address === null ? null : readAddress(address),
    count: people,
  };
}

/** How likely two households of one zone are the same, of 100, by names, address and size. */
export function likeness(a: ReadSide, b: ReadSide): Likeness {
  const names = comparedNames(a, b);
  const address = a.address === null || b.address === null ? 'silent' : addressLikeness(a.address, b.address);
  const isSameCount = a.count !== null && a.count === b.count;
  const score = names.score + addressScore[address] + countScore(a.count, b.count);
  return {
    score: Math.max(0, Math.min(100, Math.round(score))),
    why: [...names.why, ...saidOfAddress[address], ...(isSameCount ? ['count' as const] : [])],
  };
}

const addressScore: Readonly<Record<AddressLikeness, number>> = {
  same: 25,
  house: 18,
  near: 8,
  silent: 0,
  other: -38,
};

const saidOfAddress: Readonly<Record<AddressLikeness, readonly Like[]>> = {
  same: ['address'],
  house: ['house'],
  near: ['near'],
  silent: [],
  other: [],
};

/** Somebody is born or moves out within a year; a family of seven is hardly one of two. */
function countScore(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  return [7, 0, -4][Math.abs(a - b)] ?? -10;
}

const namesAlike = 50;
/** Where nobody bears a like name: people told as "mẹ" and "vợ" may be anybody, other names speak against it. */
const unnamed = 40;
const named = 32;

function comparedNames(a: ReadSide, b: ReadSide): { readonly score: number; readonly why: readonly Like[] } {
  if (a.people.length === 0 || b.people.length === 0) return { score: unnamed, why: [] };
  const table = a.people.map((one) => b.people.map((two) => bestOf(one, two)));
  const best = table.flat().reduce(better);
  const least = Math.min(a.people.length, b.people.length);
  const alike = Math.min(
    table.filter((row) => row.some(isAlike)).length,
    b.people.filter((_, at) => table.some((row) => row[at] !== undefined && isAlike(row[at]))).length,
  );
  const together = Math.min(30, Math.max(0, alike - 1) * 12) - (alike * 2 < least ? 12 : 0);
  const why = [...saidOfName[best.kind], ...(alike > 1 ? ['members' as const] : [])];
  return { score: Math.max(named, best.score + together), why };
}

function isAlike({ kind, score }: NameLikeness): boolean {
  return kind !== 'other' && score >= namesAlike;
}

const saidOfName: Readonly<Record<NameLikeness['kind'], readonly Like[]>> = {
  whole: ['name'],
  part: ['part-of-name'],
  slip: ['spelling'],
  other: [],
};

function bestOf(one: readonly Name[], two: readonly Name[]): NameLikeness {
  return one.flatMap((name) => two.map((each) => nameLikeness(name, each))).reduce(better);
}
