/** Of some texts the one that is reached from a text with the fewest slips of a key; null when there are none. */
export function nearest(text: string, others: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Infinity;
  for (const other of others) {
    const slips = slipsBetween(text, other);
    if (slips >= fewest) continue;
    best = other;
    fewest = slips;
  }
  return best;
}

/** Letters to put in, take out or change, to make one text of another (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (let at = 0; at < other.length; at += 1) {
      const change = (row[at] ?? 0) + (letter === other[at] ? 0 : 1);
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
