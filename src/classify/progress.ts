/** A terminal or a file that takes what is said beside the result. */
export type Aside = { readonly isTTY?: boolean | undefined; readonly write: (text: string) => unknown };

const everyMs = 1000;
const everyRows = 256;

/** Says on a terminal, once a second, how many rows were read and how many each second; elsewhere nothing. */
export class Progress {
  readonly #to: Aside;
  readonly #now: () => number;
  readonly #start: number;
  #said: number;
  #rows = 0;
  #nextLook = everyRows;
  #isShown = false;

  /** `now` in milliseconds, from any beginning. */
  constructor(to: Aside, now: () => number) {
    this.#to = to;
    this.#now = now;
    this.#start = now();
    this.#said = this.#start;
  }

  add(rows: number): void {
    this.#rows += rows;
    if (this.#to.isTTY !== true || this.#rows < this.#nextLook) return;
    this.#nextLook = this.#rows + everyRows;
    const now = this.#now();
    if (now - this.#said < everyMs) return;
    this.#said = now;
    const perSecond = Math.round((this.#rows * 1000) / (now - this.#start));
    this.#to.write(`\r\u001B[K${grouped(this.#rows)} rows, ${grouped(perSecond)} rows/s`);
    this.#isShown = true;
  }

  /** Takes the line away, so that another one can be said. */
  clear(): void {
    if (this.#isShown) this.#to.write('\r\u001B[K');
    this.#isShown = false;
  }
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}
