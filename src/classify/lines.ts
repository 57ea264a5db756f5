/** One line of a file as bytes; `null` when it is longer than `mostBytes`, of which no more is kept. */
export type Line = { readonly row: number; readonly bytes: Buffer | null };

/** Cuts bytes into lines without keeping more than one; the line breaks are left out. */
export async function* readLines(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Line> {
  let row = 0;
  let begun: Buffer[] = [];
  let length = 0;
  const end = (last: Buffer): Line => {
    row += 1;
    const size = length + last.length;
    const bytes = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    begun = [];
    length = 0;
    return { row, bytes: size > mostBytes ? null : bytes };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield end(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > mostBytes) begun = [];
    else if (rest.length > 0) begun.push(rest);
  }
  if (length > 0) yield end(Buffer.alloc(0));
}
