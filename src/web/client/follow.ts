/** Pixels that count as still being at the end. */
const near = 96;
/** The part of the screen that must be left below before a way to the end is offered. */
const farBelow = 0.6;

/** Keeps the newest messages in view, unless the reader has gone back to read older ones. */
export const followLog = (log: HTMLElement, newest: HTMLButtonElement) => {
  let following = true;
  let height = log.clientHeight;
  /** Where the last own scrolling ended; a long answer is shown from its beginning, so that need not be the end. */
  let rest = 0;
  const end = (): number => log.scrollHeight - log.clientHeight;
  const atEnd = (): boolean => end() - log.scrollTop <= near;
  const offer = (): void => {
    if (atEnd()) newest.classList.remove('fresh');
    const far = end() - log.scrollTop > log.clientHeight * farBelow;
    newest.hidden = !far && !newest.classList.contains('fresh');
  };
  const goTo = (top: number): void => {
    log.scrollTop = Math.max(0, Math.min(top, end()));
    rest = log.scrollTop;
    following = true;
    newest.classList.remove('fresh');
    offer();
  };

  /** Goes to the end, or to the beginning of the last bubble where it does not fit. */
  const toNewest = (): void => {
    const last = log.lastElementChild;
    goTo(last instanceof HTMLElement ? last.offsetTop - 12 : end());
  };

  log.addEventListener('scroll', () => {
    following = log.scrollTop >= rest - near || atEnd();
    offer();
  });
  newest.addEventListener('click', () => goTo(end()));
  // The keyboard comes and goes, and the composer grows.
  new ResizeObserver(() => {
    const was = height;
    height = log.clientHeight;
    if (following && was !== height) goTo(log.scrollTop + Math.max(0, was - height));
  }).observe(log);

  return {
    toNewest,
    atEnd,
    /** Something came: follows it, unless a message is still being read; then says that there is something new. */
    came(wasAtEnd: boolean): void {
      if (wasAtEnd) toNewest();
      else newest.classList.add('fresh');
      offer();
    },
  };
};
