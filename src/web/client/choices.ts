import { element } from './element.ts';
import type { Standing } from './items.ts';
import type { Choice } from './line.ts';
import type { Texts } from './page.ts';

/** What a group of buttons shows now. */
export type Shown = {
  readonly options: readonly Choice[];
  readonly actions: readonly Choice[];
  readonly standing: Standing;
  /** Pressed, and not answered yet. */
  readonly isBusy: (choice: Choice) => boolean;
};

/** Above this number a list stands closer together. */
const manyChoices = 6;
/** Characters above which a label is text to read, and its list is not bold. */
const wordyLabel = 40;

/** The buttons under a bubble; they change in place, so that focus and scroll stay where they are. */
export const makeChoices = (texts: Texts, press: (choice: Choice) => void) => {
  const box = element('div', 'choices');
  const options = makeGroup('options', texts.options, press);
  const actions = makeGroup('actions', texts.actions, press);
  box.append(options.box, actions.box);
  return {
    box,
    show(shown: Shown): void {
      const past = shown.standing === 'past';
      box.hidden = past || shown.options.length + shown.actions.length === 0;
      box.classList.toggle('waiting', shown.standing === 'waiting');
      options.show(past ? [] : shown.options, shown.isBusy);
      actions.show(past ? [] : shown.actions, shown.isBusy);
    },
  };
};

const makeGroup = (className: string, label: string, press: (choice: Choice) => void) => {
  const box = element('div', className);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', label);
  let current: readonly Choice[] = [];
  const buttons: HTMLButtonElement[] = [];
  const add = (at: number): HTMLButtonElement => {
    const button = element('button', 'choice');
    button.type = 'button';
    button.addEventListener('click', () => {
      const choice = current[at];
      if (choice !== undefined) press(choice);
    });
    box.append(button);
    buttons.push(button);
    return button;
  };
  return {
    box,
    show(choices: readonly Choice[], isBusy: (choice: Choice) => boolean): void {
      current = choices;
      box.hidden = choices.length === 0;
      box.classList.toggle(
        'picked',
        choices.some((choice) => choice.picked === true),
      );
      box.classList.toggle(
        'ticks',
        choices.some((choice) => choice.picked !== undefined),
      );
      box.classList.toggle('many', choices.length > manyChoices);
      box.classList.toggle(
        'wordy',
        choices.some((choice) => choice.label.length > wordyLabel),
      );
      for (const extra of buttons.splice(choices.length)) extra.remove();
      choices.forEach((choice, at) => {
        showChoice(buttons[at] ?? add(at), choice, isBusy(choice));
      });
    },
  };
};

const showChoice = (button: HTMLButtonElement, choice: Choice, busy: boolean): void => {
  if (button.textContent !== choice.label) button.textContent = choice.label;
  button.classList.toggle('tick', choice.picked !== undefined);
  button.classList.toggle('busy', busy);
  if (choice.picked === undefined) button.removeAttribute('aria-pressed');
  else button.setAttribute('aria-pressed', String(choice.picked));
};
