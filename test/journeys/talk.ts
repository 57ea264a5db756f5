import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Channel, Delivery, Outgoing } from '../../src/channel/channel.ts';
import type { Input } from '../../src/incoming.ts';
import type { Choice } from '../../src/text/rendered.ts';
import { afterDevices, asksForDevices, upToDevices } from './one-person.ts';
import type { Stage } from './stage.ts';

/** People by name who talk on a stage, through inbox, database and outbox, in one channel that can do everything. */
export type Talk = {
  /** All that was delivered, in order. */
  readonly sent: Outgoing[];
  /** What the channel gives back for the next messages instead of taking them. */
  readonly answers: ((outgoing: Outgoing) => Delivery | null)[];
  post(address: string, input: Input, key?: string): Promise<void>;
  says(address: string, ...texts: readonly string[]): Promise<void>;
  /** Presses the latest choice whose label holds these words. */
  presses(address: string, label: string): Promise<void>;
  heard(address: string): readonly string[];
  last(address: string): string;
  /** A one-person household from the link of its zone to the summary. */
  answersAll(address: string, zone: string, name?: string): Promise<void>;
  sends(address: string, zone?: string, name?: string): Promise<void>;
  /** Becomes head of a zone. */
  joins(address: string, zone?: string): Promise<void>;
};

/** All that one can press under a message. */
export const choices = ({ rendered }: Outgoing): readonly Choice[] => [
  ...rendered.options,
  ...rendered.actions,
];

export function talkOn(stage: Stage, can: { readonly voice?: boolean } = {}): Talk {
  const sent: Outgoing[] = [];
  const answers: Talk['answers'] = [];
  const channel: Channel = {
    name: 'telegram',
    can: { buttons: true, edit: true, picture: true, voice: false, maxText: 4096, ...can },
    send: async (outgoing) => {
      const scripted = answers.shift()?.(outgoing);
      if (scripted !== undefined && scripted !== null) return scripted;
      sent.push(outgoing);
      return { kind: 'sent', ref: String(outgoing.id) };
    },
    start: async () => {},
    stop: async () => {},
  };
  stage.channels.push(channel);
  const heard = (address: string) =>
    sent.filter((each) => each.address === address).map((each) => each.rendered.text);
  const last = (address: string) => heard(address).at(-1) ?? '';
  const post: Talk['post'] = (address, input, key = randomUUID()) =>
    stage.receive([{ channel: 'telegram', bot: 'test', key, address, input }]);
  const says: Talk['says'] = async (address, ...texts) => {
    for (const text of texts) {
      await post(address, { kind: 'text', text });
      await stage.exhaust();
    }
  };
  const presses: Talk['presses'] = async (address, label) => {
    const message = sent.findLast(
      (each) => each.address === address && choices(each).some((choice) => choice.label.includes(label)),
    );
    if (message === undefined) throw new Error(`Nobody offered ${label} to ${address}: ${last(address)}`);
    const data = choices(message).find((choice) => choice.label.includes(label))!.data;
    await post(address, { kind: 'button', data });
    await stage.exhaust();
  };
  const answersAll: Talk['answersAll'] = async (address, zone, name = 'Lan') => {
    await says(address, ...upToDevices(zone, name));
    if (asksForDevices(last(address))) await says(address, '1');
    await says(address, ...afterDevices);
    expect(last(address)).toContain('đã trả lời hết');
  };
  return {
    sent,
    answers,
    post,
    says,
    presses,
    heard,
    last,
    answersAll,
    async sends(address, zone = 'demo-khu-1', name = 'Lan') {
      await answersAll(address, zone, name);
      await says(address, 'gửi');
      expect(last(address)).toContain('Đã gửi câu trả lời');
    },
    async joins(address, zone = 'demo-khu-1') {
      await says(address, `/start ${await stage.invitation(zone)}`);
      await presses(address, 'Nhận');
    },
  };
}
