/** A channel's own key or address as a text column can hold it: NUL and lone surrogates are escaped, as in JSON. */
export function escapeText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What was escaped, as the channel gave it. */
export function unescapeText(escaped: string): string {
  return String(JSON.parse(`"${escaped}"`));
}
