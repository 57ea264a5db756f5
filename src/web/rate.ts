/** Says how many seconds an address must wait, or 0 when it may go on. */
export type Rate = (address: string, nowMs: number) => number;

/** A bounded limit: at most `most` per `perMs` and address; the addresses longest unseen are forgotten first. */
export const rateLimit = (limit: {
  readonly most: number;
  readonly perMs: number;
  readonly addresses: number;
}): Rate => {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return (address, nowMs) => {
    const known = windows.get(address);
    const open =
      known !== undefined && nowMs - known.since < limit.perMs ? known : { since: nowMs, count: 0 };
    windows.delete(address);
    windows.set(address, open);
    for (const oldest of windows.keys()) {
      if (windows.size <= limit.addresses) break;
      windows.delete(oldest);
    }
    if (open.count >= limit.most) return Math.max(1, Math.ceil((open.since + limit.perMs - nowMs) / 1000));
    open.count += 1;
    return 0;
  };
};
