import type { Channel } from './channel/channel.ts';
import { atOnce, deliverOne, type DeliverySettings, leaseMs } from './deliver.ts';
import type { Claimed } from './store/outbox.ts';

/** The straight way out: what was claimed in the transaction that decided it goes off once that is committed. */
export type Straight = {
  /** How long such a claim may last; null where this program does not send, or has its hands full. */
  readonly leaseFor: (channel: string) => number | null;
  /** Sends without anybody waiting for it. */
  readonly send: (claimed: Claimed) => void;
  /** Waits for what is in hand. */
  readonly stop: () => Promise<void>;
};

/** Opens it for these channels. `more` hears that a channel's queue has to be searched after all. */
export function openStraight(
  settings: DeliverySettings,
  channels: readonly Channel[],
  more: (channel: string) => void,
  failed: (error: unknown) => void,
): Straight {
  const byName = new Map<string, { readonly channel: Channel; readonly inHand: Set<Promise<void>> }>(
    channels.map((channel) => [channel.name, { channel, inHand: new Set() }]),
  );

  async function deliver(channel: Channel, claimed: Claimed): Promise<void> {
    try {
      if (await deliverOne(settings, channel, claimed)) more(channel.name);
    } catch (error) {
      failed(error);
    }
  }

  return {
    leaseFor(name) {
      const way = byName.get(name);
      return way === undefined || way.inHand.size >= atOnce ? null : leaseMs;
    },
    send(claimed) {
      const way = byName.get(claimed.channel);
      if (way === undefined) throw new Error(`Nothing is sent in the channel ${claimed.channel} here`);
      const sending = deliver(way.channel, claimed).finally(() => way.inHand.delete(sending));
      way.inHand.add(sending);
    },
    async stop() {
      await Promise.all([...byName.values()].flatMap(({ inHand }) => [...inHand]));
    },
  };
}
