import type { Channel, Delivery, Photo } from './channel/channel.ts';
import type { Database } from './store/db.ts';
import type { Claimed } from './store/outbox.ts';
import { claim, settleGone, settleRejected, settleRetry, settleSent } from './store/outbox.ts';
import { MissingText, type Speaker } from './text/i18n.ts';
import { render } from './text/render.ts';
import type { Rendered, RenderedChart } from './text/rendered.ts';

/** What delivery needs: the queue and the words. */
export type DeliverySettings = {
  readonly db: Database;
  readonly clock: () => Date;
  readonly speaker: Speaker;
  /** Makes a picture of a chart; left out none is sent. */
  readonly draw?: (chart: RenderedChart) => Promise<Uint8Array>;
  /** Hears why a message was refused for good; never what it said. */
  readonly refused: (fields: { readonly outbox: number; readonly reason: string }) => void;
};

// Longer than the longest send: a message in parts, each with its time limit.
export const leaseMs = 120_000;
/** So many messages are on their way in one channel at once. */
export const atOnce = 20;

/**
 * Sends what is due in one channel, each chat in order, chats side by side. A crash between the sending and its note
 * repeats a message: at least once, at most once more; every message can be repeated harmlessly. True while there was something.
 */
export async function deliverDue(settings: DeliverySettings, channel: Channel): Promise<boolean> {
  const limits = { channel: channel.name, leaseMs, most: atOnce };
  const claimed = await claim(settings.db, settings.clock(), limits);
  await Promise.all(claimed.map((message) => deliverOne(settings, channel, message)));
  return claimed.length > 0;
}

/** Sends one message that is claimed already. True if more waits in its chat. */
export async function deliverOne(
  settings: DeliverySettings,
  channel: Channel,
  message: Claimed,
): Promise<boolean> {
  return settle(settings, message, await send(settings, channel, message));
}

async function send(settings: DeliverySettings, channel: Channel, claimed: Claimed): Promise<Delivery> {
  const said = words(settings, claimed);
  if (typeof said === 'string') return { kind: 'rejected', reason: said };
  const { picture, speech, ...rest } = said;
  const rendered = {
    ...rest,
    ...(picture !== undefined && channel.can.picture ? { picture } : {}),
    ...(speech !== undefined && channel.can.voice ? { speech } : {}),
  };
  const edits = claimed.message?.edits === true && channel.can.edit ? claimed.prompt : null;
  const outgoing = {
    id: claimed.id,
    address: claimed.address,
    rendered,
    ...(edits === null ? {} : { edits }),
    ...(await photoOf(settings, channel, claimed.id, rendered)),
  };
  return channel.send(outgoing);
}

/** The chart of a message as a picture. It is in the text as well: what cannot be drawn holds nothing back. */
async function photoOf(
  { draw, refused }: DeliverySettings,
  channel: Channel,
  outbox: number,
  { chart }: Rendered,
): Promise<{ readonly photo?: Photo }> {
  if (chart === undefined || draw === undefined || channel.can.photo !== true) return {};
  try {
    return { photo: { png: await draw(chart), caption: chart.title } };
  } catch {
    refused({ outbox, reason: 'its chart cannot be drawn' });
    return {};
  }
}

/** The message in words, or why there are none: a text that is missing must not hold back its chat for ever. */
function words(settings: DeliverySettings, claimed: Claimed): Rendered | string {
  if (claimed.message === null) return 'it cannot be read';
  try {
    return render(claimed.message, claimed.language, settings.speaker);
  } catch (error) {
    return error instanceof MissingText ? error.message : 'it cannot be put into words';
  }
}

async function settle(settings: DeliverySettings, message: Claimed, delivery: Delivery): Promise<boolean> {
  const { db, clock } = settings;
  const now = clock();
  switch (delivery.kind) {
    case 'sent': {
      const offers = (message.message?.options.length ?? 0) + (message.message?.actions.length ?? 0) > 0;
      return settleSent(db, message, offers ? (delivery.ref ?? null) : null, now);
    }
    case 'retry': {
      const seconds = delivery.afterSeconds ?? Math.min(2 ** message.attempts, 300);
      await settleRetry(db, message.id, new Date(now.getTime() + seconds * 1000));
      return false;
    }
    case 'gone':
      await settleGone(db, message.chat, now);
      return false;
    case 'rejected':
      settings.refused({ outbox: message.id, reason: delivery.reason });
      await settleRejected(db, message.id, delivery.reason, now);
      return true;
    default:
      return delivery satisfies never;
  }
}

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
