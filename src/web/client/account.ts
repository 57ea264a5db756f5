/** A second loss of the account within this time means that the browser keeps no cookies. */
const againWithinMs = 15_000;
const storageKey = 'rasoat-reloaded';

let isReloading = false;

/** Loads the page anew, which gives an account; where that did not help, says what would. */
export const renewAccount = (noCookies: () => void): void => {
  if (isReloading) return;
  isReloading = mayReload(Date.now());
  if (isReloading) location.reload();
  else noCookies();
};

const mayReload = (now: number): boolean => {
  try {
    const before = Number(sessionStorage.getItem(storageKey)) || 0;
    sessionStorage.setItem(storageKey, String(now));
    return now - before >= againWithinMs;
  } catch {
    return false;
  }
};
