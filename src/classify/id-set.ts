/**
 * The ids that a run has had so far, as 64-bit hashes in one growing typed array: 32 bytes each at most, none of
 * them on the heap. Two of a million ids are taken for one in fewer than one run of ten million.
 */
export class IdSet {
  #hashes = new Uint32Array(2 * 1024);
  #size = 0;

  /** Adds an id; false when it was there before. */
  add(id: string): boolean {
    if (this.#size * 4 > this.#hashes.length) this.#grow();
    const [high, low] = hash(id);
    if (!put(this.#hashes, high, low)) return false;
    this.#size += 1;
    return true;
  }

  has(id: string): boolean {
    const [high, low] = hash(id);
    const at = placeOf(this.#hashes, high, low);
    return this.#hashes[at] === high && this.#hashes[at + 1] === low;
  }

  #grow(): void {
    const old = this.#hashes;
    this.#hashes = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at] ?? 0;
      const low = old[at + 1] ?? 0;
      if (high !== 0 || low !== 0) put(this.#hashes, high, low);
    }
  }
}

function put(hashes: Uint32Array, high: number, low: number): boolean {
  const at = placeOf(hashes, high, low);
  if (hashes[at] === high && hashes[at + 1] === low) return false;
  hashes[at] = high;
  hashes[at + 1] = low;
  return true;
}

/** Where that hash stands, or the empty place where it would. */
function placeOf(hashes: Uint32Array, high: number, low: number): number {
  const mask = hashes.length - 2;
  for (let at = (low * 2) & mask; ; at = (at + 2) & mask) {
    const isEmpty = hashes[at] === 0 && hashes[at + 1] === 0;
    if (isEmpty || (hashes[at] === high && hashes[at + 1] === low)) return at;
  }
}

/** cyrb53 with all of its 64 bits; never 0, which marks an empty place. */
function hash(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  const first = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  const second = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return [first >>> 0, second >>> 0 || 1];
}
