/**
 * Cuts a long text into messages of at most so many characters (UTF-16 units): at a blank line if there is one, else at a
 * line, else at a space, else between letters.
 */
export function split(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutAt(rest, most);
    const part = rest.slice(0, at).trimEnd();
    // No service takes a message of nothing but white space.
    if (part !== '') parts.push(part);
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

/** The same, and each of several messages says which it is: "(1/3)" on a line of its own, then its part. */
export function splitNumbered(text: string, most: number): string[] {
  const parts = split(text, text.length > most ? most - longestNumber : most);
  if (parts.length === 1) return parts;
  return parts.map((part, at) => `(${at + 1}/${parts.length})\n${part}`);
}

const longestNumber = '(999/999)\n'.length;

/** How early a text may be cut at a mark, so that no scrap is left before it: what stands together stays together if it can. */
const marks = [
  { mark: '\n\n', from: 1 / 4 },
  { mark: '\n', from: 1 / 2 },
  { mark: ' ', from: 1 / 2 },
] as const;

function cutAt(text: string, most: number): number {
  for (const { mark, from } of marks) {
    const at = text.lastIndexOf(mark, most);
    if (at > most * from) return at;
  }
  const isInsidePair =
    /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(most));
  return isInsidePair ? most - 1 : most;
}
