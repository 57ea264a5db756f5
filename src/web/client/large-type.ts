const storageKey = 'rasoat-large-type';

/** Lets a button make all letters of the page large; the browser remembers it. */
export const offerLargeType = (button: HTMLButtonElement): void => {
  const show = (isLarge: boolean): void => {
    document.documentElement.classList.toggle('large-type', isLarge);
    button.setAttribute('aria-pressed', String(isLarge));
  };
  show(isRemembered());
  button.addEventListener('click', () => {
    const isLarge = button.getAttribute('aria-pressed') !== 'true';
    show(isLarge);
    remember(isLarge);
  });
};

const isRemembered = (): boolean => {
  try {
    return localStorage.getItem(storageKey) === 'yes';
  } catch {
    return false;
  }
};

const remember = (isLarge: boolean): void => {
  try {
    localStorage.setItem(storageKey, isLarge ? 'yes' : 'no');
  } catch {
    // Where nothing may be kept, letters are large until the page is left.
  }
};
