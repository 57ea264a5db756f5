/** Makes an element with a class; its words are set as text, never as markup. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/** Finds a part of the page that the server always sends. */
export const part = <Part extends HTMLElement>(id: string, type: { new (): Part }): Part => {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no <${type.name} id="${id}">; see src/web/chat-page.ts.`);
};

/** Writes text with its web addresses made into links; an empty line takes less room than a line, and is still copied. */
export const writeText = (into: HTMLElement, text: string): void => {
  into.textContent = '';
  text.split(/(\n{2,})/).forEach((paragraph, at) => {
    if (at % 2 === 1) into.append(element('span', 'gap', paragraph));
    else writeLinked(into, paragraph);
  });
};

const writeLinked = (into: HTMLElement, text: string): void => {
  for (const piece of text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”])/)) {
    if (!/^https?:\/\//.test(piece)) into.append(piece);
    else {
      const link = element('a', '', piece);
      link.href = piece;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      into.append(link);
    }
  }
};
