import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Unreadable } from './problem.ts';

/** What is heard of a document; names are without their prefix. */
export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Far more than a cell of Excel can hold or a tag of a sheet takes. */
const mostSilence = 4 * 1024 * 1024;

/** Reads a whole document. Throws `Unreadable` for what is not XML. */
export async function hearXml(chunks: AsyncIterable<Buffer>, name: string, events: XmlEvents): Promise<void> {
  const reading = readXml(chunks, name, events);
  while ((await reading.next()).done !== true);
}

/** Reads XML as it comes; yields once for each chunk, after its events. Throws `Unreadable` for what is not XML. */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  name: string,
  events: XmlEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let heardAt = 0;
  parser.on('error', (error) => {
    throw new Unreadable(
      `is damaged: ${name} is not XML (${error.message}); open it in Excel and save it again`,
    );
  });
  parser.on('opentag', (tag) => {
    heardAt = parser.position;
    events.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    heardAt = parser.position;
    events.close?.(local(tag.name));
  });
  if (events.text !== undefined) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  for await (const chunk of chunks) {
    parser.write(decode(decoder, chunk, name));
    if (parser.position - heardAt > mostSilence)
      throw new Unreadable(`is damaged: ${name} holds no tag for ${mostSilence} characters`);
    yield;
  }
  parser.write(decode(decoder, null, name));
  parser.close();
  yield;
}

function decode(decoder: TextDecoder, chunk: Buffer | null, name: string): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Unreadable(`is damaged: ${name} is not UTF-8; open it in Excel and save it again`);
    throw error;
  }
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
