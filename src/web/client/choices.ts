import { element } from './element.ts';
import type { Standing } from './items.ts';
import type { Choice, Picture } from './line.ts';
import type { Page } from './page.ts';

/** What a group of buttons shows now. */
export type Shown = {
  readonly options: readonly Choice[];
  readonly actions: readonly Choice[];
  /** The drawings of the options, if they have some. */
  readonly picture?: Picture;
  readonly standing: Standing;
  /** Pressed, and not answered yet. */
  readonly isBusy: (choice: Choice) => boolean;
};

/** Above this number a list stands closer together. */
const manyChoices = 6;
/** Characters above which a label is text to read, and its list is not bold. */
const wordyLabel = 40;

/** The buttons under a bubble; they change in place, so that focus and scroll stay where they are. */
export const makeChoices = ({ texts, files }: Page, press: (choice: Choice) => void) => {
  const box = element('div', 'choices');
  const options = makeGroup({ className: 'options', label: texts.options, files }, press);
  const actions = makeGroup({ className: 'actions', label: texts.actions, files }, press);
  box.append(options.box, actions.box);
  return {
    box,
    show(shown: Shown): void {
      const past = shown.standing === 'past';
      box.hidden = past || shown.options.length + shown.actions.length === 0;
      box.classList.toggle('waiting', shown.standing === 'waiting');
      options.show(past ? [] : shown.options, shown.isBusy, shown.picture);
      actions.show(past ? [] : shown.actions, shown.isBusy);
    },
  };
};

type Group = { readonly className: string; readonly label: string; readonly files: string };

const makeGroup = ({ className, label, files }: Group, press: (choice: Choice) => void) => {
  const box = element('div', className);
  box.setAttribute('role', 'group');
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
    show(choices: readonly Choice[], isBusy: (choice: Choice) => boolean, picture?: Picture): void {
      current = choices;
      box.hidden = choices.length === 0;
      box.setAttribute('aria-label', picture?.alt ?? label);
      box.classList.toggle('drawn', picture !== undefined);
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
        const button = buttons[at] ?? add(at);
        const drawing = picture?.drawings[at];
        if (drawing === undefined) write(button, choice.label);
        else drawOnce(button, choice.label, { number: at + 1, src: `${files}${drawing}.svg` });
        showState(button, choice, isBusy(choice));
      });
    },
  };
};

const write = (button: HTMLButtonElement, label: string): void => {
  if (button.textContent !== label) button.textContent = label;
};

/** The words below say what is drawn, so a drawing has none of its own. */
const drawOnce = (
  button: HTMLButtonElement,
  label: string,
  drawing: { readonly number: number; readonly src: string },
): void => {
  const known = button.querySelector('img');
  if (known?.getAttribute('src') === drawing.src && button.lastElementChild?.textContent === label) return;
  const image = element('img', 'drawing');
  image.alt = '';
  image.width = 160;
  image.height = 120;
  image.src = drawing.src;
  const number = element('span', 'number', String(drawing.number));
  number.setAttribute('aria-hidden', 'true');
  button.replaceChildren(image, number, element('span', 'label', label));
};

const showState = (button: HTMLButtonElement, choice: Choice, busy: boolean): void => {
  button.classList.toggle('tick', choice.picked !== undefined);
  button.classList.toggle('busy', busy);
  if (choice.picked === undefined) button.removeAttribute('aria-pressed');
  else button.setAttribute('aria-pressed', String(choice.picked));
};
