/** Too short a break is not worth a word. */
const quietMs = 1200;

/** Says gently that the connection is lost, until it is back. */
export const makeConnectionNotice = (notice: HTMLElement, text: string) => {
  let timer: number | undefined;
  return (isConnected: boolean): void => {
    if (isConnected) {
      clearTimeout(timer);
      timer = undefined;
      notice.hidden = true;
    } else if (timer === undefined) {
      timer = window.setTimeout(() => {
        notice.textContent = text;
        notice.hidden = false;
      }, quietMs);
    }
  };
};
