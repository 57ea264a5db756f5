import type { Classified, Compared } from './classify.ts';

const chunkCharacters = 16 * 1024;

/** The outputs as lines of JSON, some at a time. */
export async function* ndjsonOf(outputs: AsyncIterable<Classified | Compared>): AsyncGenerator<string> {
  let text = '';
  for await (const { kind: _kind, ...record } of outputs) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length < chunkCharacters) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
