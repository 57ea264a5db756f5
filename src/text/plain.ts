import type { Rendered } from './rendered.ts';

/** A message for a channel without buttons: options with their numbers, the rest by its words. */
export function plainText(rendered: Rendered): string {
  const options = rendered.options.map(
    (option, index) => `${index + 1}. ${mark(option.picked)}${option.label}`,
  );
  const actions = rendered.actions.map((action) => `"${action.label}"`).join(' · ');
  return [rendered.text, options.join('\n'), actions === '' ? '' : `(${actions})`]
    .filter((part) => part !== '')
    .join('\n\n');
}

function mark(picked: boolean | undefined): string {
  if (picked === undefined) return '';
  return picked ? '✓ ' : '';
}
