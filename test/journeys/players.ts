import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Channel, Outgoing } from '../../src/channel/channel.ts';
import type { ChannelName } from '../../src/incoming.ts';
import { fold } from '../../src/input/fold.ts';
import { telegramChannel } from '../../src/telegram/channel.ts';
import type { Language } from '../../src/text/language.ts';
import type { Choice, Rendered } from '../../src/text/rendered.ts';
import { webChannel } from '../../src/web/channel.ts';
import { webPort } from '../../src/web-port.ts';
import { zaloChannel } from '../../src/zalo/channel.ts';
import { picturesOf } from '../../src/pictures.ts';
import { ensureBuilt } from '../program/built.ts';
import { startBotApi } from '../telegram/bot-api.ts';
import { visit } from '../web/visitor.ts';
import { startZaloApi } from '../zalo/bot-api.ts';
import type { Stage } from './stage.ts';

/** Somebody's hands and eyes in one channel. */
export type Player = {
  says(text: string): Promise<void>;
  presses(label: string): Promise<void>;
  /** Ticks these and says that is all. */
  ticks(labels: readonly string[]): Promise<void>;
  /** The messages that have come since the last look; what was changed in place is not new. */
  hears(): Promise<readonly Seen[]>;
};

/** A message as a person sees it; `choices` where the channel shows them as they are written in a transcript. */
export type Seen = { readonly text: string; readonly choices?: readonly string[] };

/** The channels in which every transcript is played; each makes players by name and ends with the test. */
export type Cast = { player(name: string): Promise<Player>; close(): Promise<void> };

export const casts: Readonly<Record<string, (stage: Stage, language: Language) => Promise<Cast>>> = {
  pressed: async (stage) => inProcess(stage, 'telegram', true),
  typed: async (stage) => inProcess(stage, 'terminal', false),
  web: onWeb,
  telegram: onTelegram,
  zalo: onZalo,
};

function seen(rendered: Rendered): Seen {
  const options = rendered.options.map(({ label, picked }) => `[${picked === true ? '✓ ' : ''}${label}]`);
  return { text: rendered.text, choices: [...options, ...rendered.actions.map(({ label }) => `(${label})`)] };
}

function inProcess(stage: Stage, name: ChannelName, buttons: boolean): Cast {
  const sent: Outgoing[] = [];
  const channel: Channel = {
    name,
    can: { buttons, edit: buttons, picture: false, voice: false, maxText: 4096 },
    send: async (outgoing) => {
      sent.push(outgoing);
      return { kind: 'sent', ref: String(outgoing.id) };
    },
    start: async () => {},
    stop: async () => {},
  };
  stage.channels.push(channel);
  return {
    close: async () => {},
    player: async (address) => {
      const outgoing = () => sent.filter((each) => each.address === address);
      const mine = () => outgoing().map((each) => each.rendered);
      const put = (input: { kind: 'text'; text: string } | { kind: 'button'; data: string }) =>
        stage.receive([{ channel: name, bot: 'test', key: randomUUID(), address, input }]);
      const says = (text: string) => put({ kind: 'text', text });
      const presses = async (label: string) => {
        const { choice, number } = find(mine(), label);
        if (buttons) return put({ kind: 'button', data: choice.data });
        return says(typed(label, number));
      };
      return { says, presses, ticks: ticking(stage, mine, says, presses, buttons), hears: newIn(outgoing) };
    },
  };
}

async function onWeb(stage: Stage): Promise<Cast> {
  ensureBuilt();
  const port = webPort(stage.db, stage.receive, { clock: () => stage.clock, speaker: stage.words });
  const settings = {
    port,
    host: '127.0.0.1',
    httpPort: 0,
    demo: async () => null,
    ready: async () => true,
    report: () => {},
    mostIn10s: 1000,
  };
  const channel = webChannel(settings);
  await channel.start();
  stage.channels.push(channel);
  return {
    close: () => channel.stop(),
    player: async () => {
      const visitor = await visit(channel.url() ?? '');
      const lines = async (after: number) => linesOf(await visitor.lines(after));
      const bot = async () =>
        (await lines(0)).filter((line) => line.from === 'bot').map((line) => line.rendered);
      const post = async (body: Record<string, unknown>) => {
        const response = await visitor.say(body);
        if (response.status !== 202) throw new Error(`The web chat answered ${response.status}`);
      };
      const presses = async (label: string) => {
        const { choice } = find(await bot(), label);
        await post({ data: choice.data, label });
      };
      let last = 0;
      const hears = async () => {
        const fresh = (await lines(0)).filter((line) => line.from === 'bot' && line.id > last);
        last = Math.max(last, ...fresh.map((line) => line.id));
        return fresh.map((line) => seen(line.rendered));
      };
      return {
        says: (text) => post({ text }),
        presses,
        ticks: async (labels) => {
          for (const label of labels) {
            await presses(label);
            await stage.exhaust();
          }
          const done = (await bot()).at(-1)?.options.at(-1);
          if (done === undefined) throw new Error('No tick list is open');
          await post({ data: done.data });
        },
        hears,
      };
    },
  };
}

type WebLine = { id: number; change: number; from: string; rendered: Rendered };

function linesOf(body: { lines?: WebLine[] } | WebLine[]): WebLine[] {
  return Array.isArray(body) ? body : (body.lines ?? []);
}

async function onTelegram(stage: Stage, language: Language): Promise<Cast> {
  const api = await startBotApi();
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const channel = telegramChannel({
    token: api.token,
    apiRoot: api.url,
    receive: stage.receive,
    log: quiet,
    commands: { vi: [], en: [] },
    pictures: picturesOf(stage.words),
    pace: { first: 5, most: 20 },
  });
  await channel.start();
  stage.channels.push(channel);
  let next = 500;
  return {
    close: async () => {
      await channel.stop();
      await api.close();
    },
    player: async () => {
      next += 1;
      const person = api.person(next);
      let count = 0;
      const taken = () => api.until(() => api.pending().length === 0);
      const says = async (text: string) => {
        person.says(text);
        await taken();
      };
      const presses = async (label: string) => {
        person.presses(label);
        await taken();
      };
      return {
        says,
        presses,
        ticks: async (labels) => {
          for (const label of labels) {
            await presses(label);
            await stage.exhaust();
          }
          await presses(stage.words.say({ key: 'acts.done' }, language));
        },
        hears: async () => {
          const fresh = person.hears.slice(count);
          count += fresh.length;
          return fresh.filter(({ photo }) => photo === undefined).map(({ text }) => ({ text }));
        },
      };
    },
  };
}

async function onZalo(stage: Stage): Promise<Cast> {
  const api = await startZaloApi();
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const pace = { first: 5, most: 20 };
  const pictures = picturesOf(stage.words);
  const real = zaloChannel({
    pictureUrl: (picture) => `https://rasoat.example.vn${pictures.path(picture) ?? '/missing'}`,
    token: api.token,
    apiRoot: api.url,
    receive: stage.receive,
    log: quiet,
    pace,
  });
  await real.start();
  // What was offered is remembered by its words, so that a player knows the number to type.
  const sent: Outgoing[] = [];
  const channel: Channel = {
    ...real,
    send: async (outgoing) => {
      sent.push(outgoing);
      return real.send(outgoing);
    },
  };
  stage.channels.push(channel);
  return {
    close: async () => {
      await real.stop();
      await api.close();
    },
    player: async (name) => {
      const person = api.person(name);
      const mine = () => sent.filter(({ address }) => address === name).map(({ rendered }) => rendered);
      let heard = 0;
      const says = async (text: string) => {
        const id = person.says(text);
        await api.until(() => stage.received.has(id));
      };
      const presses = async (label: string) => says(typed(label, find(mine(), label).number));
      return {
        says,
        presses,
        ticks: ticking(stage, mine, says, presses, false),
        hears: async () => {
          const fresh = person.hears.slice(heard);
          heard += fresh.length;
          expect(fresh.join()).not.toContain('/missing');
          return whole(fresh.filter((each) => !each.startsWith('[https:'))).map((text) => ({ text }));
        },
      };
    },
  };
}

/** Messages put together again from their numbered parts. */
function whole(parts: readonly string[]): string[] {
  const messages: string[] = [];
  for (const part of parts) {
    const [number, at] = /^\((\d+)\/\d+\)\n/.exec(part) ?? [];
    const text = part.slice(number?.length ?? 0);
    if (at === undefined || at === '1') messages.push(text);
    else messages.push(`${messages.pop() ?? ''}\n${text}`);
  }
  return messages;
}

/** Long options are typed by their number, short ones by their words without diacritics, as people do. */
function typed(label: string, number: number | null): string {
  return number !== null && label.length > 12 ? String(number) : fold(label);
}

function ticking(
  stage: Stage,
  mine: () => readonly Rendered[],
  says: Player['says'],
  presses: Player['presses'],
  buttons: boolean,
): Player['ticks'] {
  return async (labels) => {
    if (!buttons) return says(labels.map((label) => String(find(mine(), label).number)).join(', '));
    for (const label of labels) {
      await presses(label);
      await stage.exhaust();
    }
    await presses(mine().at(-1)?.options.at(-1)?.label ?? '');
  };
}

function newIn(mine: () => readonly Outgoing[]): Player['hears'] {
  let count = 0;
  return async () => {
    const fresh = mine().slice(count);
    count += fresh.length;
    return fresh.filter((each) => each.edits === undefined).map((each) => seen(each.rendered));
  };
}

/** The choice of that label in the latest message that has it. */
function find(messages: readonly Rendered[], label: string): { choice: Choice; number: number | null } {
  for (const rendered of [...messages].reverse()) {
    const at = rendered.options.findIndex((choice) => choice.label === label);
    const choice = rendered.options[at] ?? rendered.actions.find((each) => each.label === label);
    if (choice !== undefined) return { choice, number: at < 0 ? null : at + 1 };
  }
  throw new Error(`Nobody offered "${label}". The last message was:\n${messages.at(-1)?.text ?? '(none)'}`);
}
