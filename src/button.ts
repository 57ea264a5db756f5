/**
 * What travels in a button, so that an old one can never answer another question.
 * `answer`: a value or an act (why, back, …) for one question of one case at one revision;
 * `edit`: open one question of a case again; `desk`: a head's act on a case at one revision;
 * `flow`: an act in something told in several messages (a meeting, a list), on the thing of that id at that step;
 * `menu`: what is open to everybody at any time.
 */
export type Button =
  | { kind: 'answer'; case: number; question: string; revision: number; value: string }
  | { kind: 'act'; case: number; question: string; revision: number; act: string }
  | { kind: 'edit'; case: number; question: string }
  | { kind: 'own'; case: number; act: string }
  | { kind: 'desk'; case: number; revision: number; act: string; arg: string }
  | { kind: 'flow'; flow: string; act: string; id: number; rev: number; arg: string }
  | { kind: 'menu'; act: string; arg: string };

const separator = '|';

/** Writes a button's data: at most 64 bytes, Telegram's limit. Throws when a value is too long, which is a bug. */
export function encodeButton(button: Button): string {
  const data = fields(button).join(separator);
  if (Buffer.byteLength(data) > 64)
    throw new Error(`Button data is over 64 bytes: ${data}. Shorten its ids.`);
  return data;
}

function fields(button: Button): string[] {
  switch (button.kind) {
    case 'answer':
      return ['a', number(button.case), button.question, number(button.revision), button.value];
    case 'act':
      return ['x', number(button.case), button.question, number(button.revision), button.act];
    case 'edit':
      return ['e', number(button.case), button.question];
    case 'own':
      return ['o', number(button.case), button.act];
    case 'desk':
      return ['d', number(button.case), number(button.revision), button.act, button.arg];
    case 'flow':
      return ['f', button.flow, button.act, number(button.id), number(button.rev), button.arg];
    case 'menu':
      return ['m', button.act, button.arg];
    default:
      return button satisfies never;
  }
}

/** Reads a button's data; null when it is not one of ours. */
export function decodeButton(data: string): Button | null {
  const [tag, first = '', second = '', third = '', fourth = '', fifth = ''] = data.split(separator);
  switch (tag) {
    case 'a':
      return onCase(first, (id) => ({
        kind: 'answer',
        case: id,
        question: second,
        revision: read(third),
        value: fourth,
      }));
    case 'x':
      return onCase(first, (id) => ({
        kind: 'act',
        case: id,
        question: second,
        revision: read(third),
        act: fourth,
      }));
    case 'e':
      return onCase(first, (id) => ({ kind: 'edit', case: id, question: second }));
    case 'o':
      return onCase(first, (id) => ({ kind: 'own', case: id, act: second }));
    case 'd':
      return onCase(first, (id) => ({
        kind: 'desk',
        case: id,
        revision: read(second),
        act: third,
        arg: fourth,
      }));
    case 'f':
      return { kind: 'flow', flow: first, act: second, id: read(third), rev: read(fourth), arg: fifth };
    case 'm':
      return { kind: 'menu', act: first, arg: second };
    default:
      return null;
  }
}

function onCase(text: string, make: (id: number) => Button): Button | null {
  const id = read(text);
  return Number.isSafeInteger(id) && id > 0 ? make(id) : null;
}

function number(value: number): string {
  return value.toString(36);
}

function read(text: string): number {
  return /^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : -1;
}
