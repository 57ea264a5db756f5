/** Part of a long list: what is shown now, and where the next part begins. */
export type Page<Each> = {
  readonly shown: readonly Each[];
  readonly from: number;
  readonly of: number;
  readonly next: number | null;
};

/** As many as a message without buttons still holds. */
export const atOnce = 10;

/** The part of a list from one on; from its beginning where the list has become shorter. */
export function pageOf<Each>(all: readonly Each[], from: number): Page<Each> {
  const first = from > 0 && from < all.length ? from : 0;
  const next = first + atOnce;
  return {
    shown: all.slice(first, next),
    from: first,
    of: all.length,
    next: next < all.length ? next : null,
  };
}
