import { CellText } from './cell-text.ts';
import { hearXml } from './xml.ts';

/** No text that Excel can hold has more bytes. */
const pieceSize = 1024 * 1024;

/**
 * The texts that the cells of a workbook share, as bytes in buffers and offsets in a typed array, so that none of them
 * is on the heap however many there are.
 */
export class SharedStrings {
  #pieces: Buffer[] = [];
  #used = pieceSize;
  /** Where each text begins and ends, counted over all pieces. */
  #ends = new Float64Array(2 * 1024);
  #size = 0;

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.#used + bytes > pieceSize) {
      this.#pieces.push(Buffer.allocUnsafeSlow(pieceSize));
      this.#used = 0;
    }
    const start = (this.#pieces.length - 1) * pieceSize + this.#used;
    this.#pieces.at(-1)?.write(text, this.#used);
    this.#used += bytes;
    if (this.#size * 2 === this.#ends.length) {
      const grown = new Float64Array(this.#ends.length * 2);
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#ends[this.#size * 2] = start;
    this.#ends[this.#size * 2 + 1] = start + bytes;
    this.#size += 1;
  }

  /** The text of that index; undefined when the table has no such one. */
  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#size) return undefined;
    const start = this.#ends[index * 2] ?? 0;
    const end = this.#ends[index * 2 + 1] ?? 0;
    const piece = Math.floor(start / pieceSize);
    return this.#pieces[piece]?.toString('utf8', start - piece * pieceSize, end - piece * pieceSize);
  }
}

/** Reads `sharedStrings.xml`. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const heard = new CellText();
  await hearXml(chunks, 'xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') heard.begin();
      else heard.open(tag);
    },
    close: (tag) => {
      if (tag === 'si') strings.add(unescapeExcel(heard.text));
      else heard.close(tag);
    },
    text: (part) => heard.hear(part),
  });
  return strings;
}

/** Excel writes what XML cannot hold as `_x000D_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
