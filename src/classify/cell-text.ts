import { mostCharacters } from './xlsx-parts.ts';

/**
 * The text of a cell or of a shared string as it is heard, its runs put together: what stands in `v` and `t`, but not in
 * hints on how to read a text aloud (`rPh`). Longer texts than Excel has are cut off.
 */
export class CellText {
  #text = '';
  #isHeard = false;
  #isPhonetic = false;

  get text(): string {
    return this.#text;
  }

  begin(): void {
    this.#text = '';
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#isPhonetic = true;
    else if (tag === 'v' || tag === 't') this.#isHeard = !this.#isPhonetic;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#isPhonetic = false;
    else if (tag === 'v' || tag === 't') this.#isHeard = false;
  }

  hear(part: string): void {
    if (this.#isHeard && this.#text.length < mostCharacters)
      this.#text += part.slice(0, mostCharacters - this.#text.length);
  }
}
