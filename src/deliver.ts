import type { Channel, Delivery } from './channel.ts';
import type { Database } from './store/db.ts';
import type { Claimed } from './store/outbox.ts';
import { claim, settleGone, settleRejected, settleRetry, settleSent } from './store/outbox.ts';
import type { Speaker } from './text/i18n.ts';
import { render } from './text/render.ts';

/** What delivery needs: the queue, the channels by name, the words. */
export type DeliverySettings = {
  readonly db: Database;
  readonly clock: () => Date;
  readonly channels: () => readonly Channel[];
  readonly speaker: Speaker;
  /** Hears why a message was refused for good; never what it said. */
  readonly refused: (fields: { readonly outbox: number; readonly reason: string }) => void;
};

const leaseMs = 60_000;
const atOnce = 20;

/**
 * Sends what is due, each chat in order, chats side by side. A crash between the sending and its note repeats
 * a message: at least once, at most once more; every message can be repeated harmlessly. True while there was something.
 */
export async function deliverDue(settings: DeliverySettings): Promise<boolean> {
  const claimed = await claim(settings.db, settings.clock(), leaseMs, atOnce);
  await Promise.all(claimed.map((message) => one(settings, message)));
  return claimed.length > 0;
}

async function one(settings: DeliverySettings, message: Claimed): Promise<void> {
  const channel = settings.channels().find((each) => each.name === message.channel);
  const delivery = channel === undefined ? notRunning : await send(settings, channel, message);
  await settle(settings, message, delivery);
}

const notRunning: Delivery = { kind: 'retry', afterSeconds: 60, reason: 'this channel is not switched on' };

async function send(settings: DeliverySettings, channel: Channel, claimed: Claimed): Promise<Delivery> {
  const rendered = render(claimed.message, claimed.language, settings.speaker);
  const edits = claimed.message.edits === true && channel.can.edit ? claimed.prompt : null;
  const outgoing = {
    id: claimed.id,
    address: claimed.address,
    rendered,
    ...(edits === null ? {} : { edits }),
  };
  return channel.send(outgoing);
}

async function settle(settings: DeliverySettings, message: Claimed, delivery: Delivery): Promise<void> {
  const { db, clock } = settings;
  const now = clock();
  switch (delivery.kind) {
    case 'sent': {
      const offers = message.message.options.length + message.message.actions.length > 0;
      return settleSent(db, message, offers ? (delivery.ref ?? null) : null, now);
    }
    case 'retry': {
      const seconds = delivery.afterSeconds ?? Math.min(2 ** message.attempts, 300);
      return settleRetry(db, message.id, new Date(now.getTime() + seconds * 1000));
    }
    case 'gone':
      return settleGone(db, message.chat, now);
    case 'rejected':
      settings.refused({ outbox: message.id, reason: delivery.reason });
      return settleRejected(db, message.id, delivery.reason, now);
    default:
      return delivery satisfies never;
  }
}
