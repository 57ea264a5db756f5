import type { Address } from './read-address.ts';

/**
 * Whether two addresses of one zone are the same: the number and more of it, the number alone, something near it,
 * nothing that could be compared, or surely another house.
 */
export type AddressLikeness = 'same' | 'house' | 'near' | 'silent' | 'other';

/** How alike two addresses are, as far as both of them tell. */
export function addressLikeness(a: Address, b: Address): AddressLikeness {
  const house = compared(a.house, b.house);
  const isWholly = isSameNumbers(a, b);
  if (isWholly && a.house !== b.house) return 'same';
  const lane = comparedLanes(a, b);
  const group = compared(a.group, b.group);
  const street = comparedWords(a.words, b.words);
  if (house === 'differs') return isSameHouseOtherLetter(a, b) ? 'near' : 'other';
  if (lane === 'differs' || group === 'differs') return 'other';
  const around = [lane, group, street].filter((each) => each === 'agrees').length;
  if (house === 'agrees') {
    if (around > 0 || (a.house ?? '').includes('/')) return 'same';
    return street === 'differs' ? 'silent' : 'house';
  }
  return around > 0 ? 'near' : 'silent';
}

type Compared = 'agrees' | 'differs' | 'silent';

function compared(a: string | null, b: string | null): Compared {
  if (a === null || b === null) return 'silent';
  return a === b ? 'agrees' : 'differs';
}

/** "12/5" is number 12 of lane 5, or number 5 of lane 12, as the street counts. */
function isSameNumbers(a: Address, b: Address): boolean {
  const [one, two] = [numbersOf(a), numbersOf(b)];
  return one.length > 1 && one.join(' ') === two.join(' ');
}

function numbersOf({ house, lanes }: Address): readonly string[] {
  return house === null ? [] : [...house.split('/'), ...lanes].toSorted();
}

function comparedLanes(a: Address, b: Address): Compared {
  if (a.lanes.length === 0 || b.lanes.length === 0) return 'silent';
  return a.lanes.some((lane) => b.lanes.includes(lane)) ? 'agrees' : 'differs';
}

/** Words tell of a street or of what the house is by; only where some agree they say something. */
function comparedWords(a: readonly string[], b: readonly string[]): Compared {
  if (a.length === 0 || b.length === 0) return 'silent';
  const [one, two] = [new Set(a), new Set(b)];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared * 2 > Math.min(one.size, two.size) ? 'agrees' : 'differs';
}

/** "12A" is often told as 12: not the same, but no other house either. */
function isSameHouseOtherLetter(a: Address, b: Address): boolean {
  const bare = (house: string | null) => (house ?? '').replace(/[a-z]$/, '');
  return bare(a.house) === bare(b.house) && (a.house === bare(a.house) || b.house === bare(b.house));
}
