import { type Button, decodeButton } from '../button.ts';
import type { Input } from '../incoming.ts';
import { fold } from '../input/fold.ts';

/** What anybody can ask for at any time. */
export type Wish =
  | 'help'
  | 'status'
  | 'edit'
  | 'back'
  | 'withdraw'
  | 'language'
  | 'tasks'
  | 'send'
  | 'devices'
  | 'reconnect'
  | 'person'
  | 'progress'
  | 'follow'
  | 'meeting'
  | 'request'
  | 'ward'
  | 'resume'
  | 'no-reminders'
  | 'posted'
  | 'readers';

/** What was said, before it is known to whom it belongs. */
export type Said =
  | { readonly kind: 'start'; readonly code: string | null }
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** A code that joins this device to an account: its ten digits. */
  | { readonly kind: 'device-code'; readonly code: string }
  | { readonly kind: 'button'; readonly button: Button }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'group' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'back-again' };

/** The slash commands, Vietnamese and English; registered with the channels that show them. */
const commands: Readonly<Record<string, Wish | 'start'>> = {
  start: 'start',
  batdau: 'start',
  trogiup: 'help',
  help: 'help',
  trangthai: 'status',
  status: 'status',
  sua: 'edit',
  edit: 'edit',
  lui: 'back',
  back: 'back',
  gui: 'send',
  send: 'send',
  rut: 'withdraw',
  withdraw: 'withdraw',
  ngonngu: 'language',
  language: 'language',
  viec: 'tasks',
  tasks: 'tasks',
  may: 'devices',
  devices: 'devices',
  doimay: 'reconnect',
  reconnect: 'reconnect',
  nguoi: 'person',
  person: 'person',
  tiendo: 'progress',
  progress: 'progress',
  theodoi: 'follow',
  follow: 'follow',
  hop: 'meeting',
  meeting: 'meeting',
  denghi: 'request',
  request: 'request',
  phuong: 'ward',
  ward: 'ward',
  dungnhac: 'no-reminders',
  noreminders: 'no-reminders',
  niemyet: 'posted',
  posted: 'posted',
  nhatky: 'readers',
  readers: 'readers',
};

/** Reads what a channel handed over. Pure; nothing is dropped. */
export function saidBy(input: Input): Said {
  switch (input.kind) {
    case 'text':
      return saidInText(input.text);
    case 'button': {
      const button = decodeButton(input.data);
      return button === null ? { kind: 'unreadable', what: 'other' } : { kind: 'button', button };
    }
    case 'unsupported':
      return { kind: 'unreadable', what: input.what };
    case 'group':
      return { kind: 'group' };
    case 'blocked':
      return { kind: 'gone' };
    case 'unblocked':
      return { kind: 'back-again' };
    default:
      return input satisfies never;
  }
}

function saidInText(text: string): Said {
  const bare = text.replaceAll(/[\s.-]/g, '');
  const [, code] = /^(?:\/[a-z]+)?lk(\d{10})$/i.exec(bare) ?? [];
  if (code !== undefined) return { kind: 'device-code', code };
  // Where no link can carry it, an invitation is copied into the chat, or typed in groups as it stands on paper.
  const [, invited] = /^(?:\/start)?moi-([a-z0-9]{20})$/i.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (invited !== undefined) return { kind: 'start', code: `moi-${invited}` };
  const typed = /^\s*\/([a-zA-Z_]+)(?:@\w+)?(?:\s+(\S+))?/.exec(text);
  if (typed === null) return { kind: 'text', text };
  const name = fold(typed[1] ?? '').replaceAll(' ', '');
  const wish = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (wish === undefined) return { kind: 'wish', wish: 'help' };
  return wish === 'start' ? { kind: 'start', code: typed[2] ?? null } : { kind: 'wish', wish };
}
