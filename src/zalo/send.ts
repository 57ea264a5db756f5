import type { Delivery, Outgoing } from '../channel/channel.ts';
import { splitNumbered } from '../channel/split.ts';
import { plainText } from '../text/plain.ts';
import { type Call, type Failure, isTokenRefused } from './call.ts';

/** Characters that one message may hold. */
export const MAX_MESSAGE = 2000;

/** Sends one message, in several numbered parts when it is long. There are no buttons: what can be chosen is written below. */
export async function send(call: Call, outgoing: Outgoing, seconds: number): Promise<Delivery> {
  // A failure at a later part sends all parts again: to read a page twice is better than to miss one.
  for (const text of splitNumbered(plainText(outgoing.rendered), MAX_MESSAGE)) {
    const answer = await call('sendMessage', { chat_id: outgoing.address, text }, { seconds });
    if (answer.kind !== 'answer') return toDelivery(answer);
  }
  return { kind: 'sent' };
}

function toDelivery(failure: Failure): Delivery {
  const { reason } = failure;
  if (failure.kind === 'network') return { kind: 'retry', reason };
  if (failure.code === 429 || failure.code >= 500) {
    const { afterSeconds } = failure;
    return { kind: 'retry', reason, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
  }
  // The message is not at fault: it goes out once the token is set right.
  if (isTokenRefused(failure))
    return { kind: 'retry', afterSeconds: 60, reason: `${reason} (ZALO_BOT_TOKEN)` };
  return failure.code === 403 ? { kind: 'gone', reason } : { kind: 'rejected', reason };
}
