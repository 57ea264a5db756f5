import { part } from './element.ts';

/** The text field: grows with its text, sends with Enter, and gives a text back that could not be sent. */
export const makeComposer = (
  limit: { readonly most: number; readonly tooLong: string },
  send: (text: string) => void,
) => {
  const form = part('composer', HTMLFormElement);
  const field = part('text', HTMLTextAreaElement);
  const problem = part('problem', HTMLParagraphElement);

  const grow = (): void => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  const tell = (text: string): void => {
    problem.textContent = text;
    problem.hidden = text === '';
    field.setAttribute('aria-invalid', String(text !== ''));
  };
  const submit = (): void => {
    const text = field.value.trim();
    if (text === '') return;
    tell(text.length > limit.most ? limit.tooLong : '');
    if (text.length > limit.most) return;
    field.value = '';
    grow();
    send(text);
  };

  field.addEventListener('input', () => {
    grow();
    if (field.value.trim().length <= limit.most) tell('');
  });
  field.addEventListener('keydown', (event) => {
    // While a Vietnamese keyboard puts a letter together, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  // The button must not take the focus from the field, or the phone's keyboard would close.
  part('send', HTMLButtonElement).addEventListener('mousedown', (event) => event.preventDefault());
  grow();

  return {
    tell,
    /** Puts the phone's keyboard away, so that there is room for what is to be pressed; not over a begun text. */
    rest(): void {
      if (field.value === '' && matchMedia('(pointer: coarse)').matches) field.blur();
    },
    /** Puts a text back that was refused, in front of what was typed since. */
    giveBack(text: string): void {
      field.value = field.value === '' ? text : `${text}\n${field.value}`;
      grow();
    },
  };
};
