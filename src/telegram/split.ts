/** Characters (UTF-16 units) that one Telegram message may hold. */
export const MAX_MESSAGE = 4096;

/** Cuts a long text into messages: at a blank line if there is one, else at a line, else at a space, else between letters. */
export function split(text: string, most = MAX_MESSAGE): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutAt(rest, most);
    const part = rest.slice(0, at).trimEnd();
    // Telegram refuses a message of nothing but white space.
    if (part !== '') parts.push(part);
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

function cutAt(text: string, most: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, most);
    // A cut in the first half would leave a scrap; the next smaller mark does better.
    if (at > most / 2) return at;
  }
  const isInsidePair =
    /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(most));
  return isInsidePair ? most - 1 : most;
}
