import { badRequest } from './refusal.ts';

const TAGS = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'span',
  'tg-spoiler',
  'tg-emoji',
  'a',
  'code',
  'pre',
  'blockquote',
];
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text that remains of parse_mode HTML, or the refusal that Telegram gives for markup it cannot read. */
export function textOfHtml(html: string): string {
  const open: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at);
    const where = `at byte offset ${Buffer.byteLength(html.slice(0, at))}`;
    if (rest.startsWith('<')) {
      const [tag, slash, name] = /^<(\/?)([a-zA-Z][\w-]*)(?:\s[^<>]*)?>/.exec(rest) ?? [];
      if (tag === undefined || name === undefined)
        throw cannotParse(`Unsupported start tag "${rest.slice(1, 9)}" ${where}`);
      if (slash === '/') close(open, name.toLowerCase(), where);
      else if (TAGS.includes(name.toLowerCase())) open.push(name.toLowerCase());
      else throw cannotParse(`Unsupported start tag "${name}" ${where}`);
      at += tag.length;
      continue;
    }
    const [entity, named, number] = /^&(?:([a-z]+)|#(\d+));/.exec(rest) ?? [];
    const letter =
      named !== undefined
        ? ENTITIES[named]
        : number !== undefined
          ? String.fromCodePoint(Number(number))
          : undefined;
    text += letter ?? html.charAt(at);
    at += letter === undefined ? 1 : (entity ?? '').length;
  }
  const left = open.at(-1);
  if (left !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${left}"`);
  return text;
}

function close(open: string[], name: string, where: string): void {
  const expected = open.pop();
  if (expected === undefined) throw cannotParse(`Unexpected end tag ${where}`);
  if (expected !== name)
    throw cannotParse(`Unmatched end tag ${where}, expected "</${expected}>", found "</${name}>"`);
}

function cannotParse(why: string): Error {
  return badRequest(`can't parse entities: ${why}`);
}
