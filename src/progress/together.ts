/** Keys that are linked, directly or through others, in one group each; a link to what is not there links nothing. */
export function together(
  keys: readonly string[],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const near = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const [one, other] of pairs) {
    if (!near.has(one) || !near.has(other)) continue;
    near.get(one)?.push(other);
    near.get(other)?.push(one);
  }
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    const group = [key];
    // Grows while it is walked through.
    for (const each of group) {
      for (const next of near.get(each) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}
