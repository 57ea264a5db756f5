import type { Delivery, Outgoing } from '../channel/channel.ts';
import { splitNumbered } from '../channel/split.ts';
import { plainText } from '../text/plain.ts';
import type { RenderedPicture } from '../text/rendered.ts';
import { type Call, type Failure, isTokenRefused } from './call.ts';

/** Characters that one message may hold. */
export const MAX_MESSAGE = 2000;

/** How a call is made, and where Zalo may fetch a page of drawings; null where it may not. */
export type Sending = {
  readonly call: Call;
  readonly seconds: number;
  readonly pictureUrl?: ((picture: RenderedPicture) => string | null) | undefined;
};

/**
 * Sends one message, its drawings before it, in several numbered parts when it is long. There are no buttons: what can be
 * chosen is written below.
 */
export async function send({ call, seconds, pictureUrl }: Sending, outgoing: Outgoing): Promise<Delivery> {
  const { picture } = outgoing.rendered;
  const photo = picture === undefined || picture.again ? null : (pictureUrl?.(picture) ?? null);
  if (picture !== undefined && photo !== null) {
    const body = { chat_id: outgoing.address, photo, caption: picture.alt };
    const answer = await call('sendPhoto', body, { seconds });
    // Nobody waits for a picture: the question goes out without it, unless there is no use in sending that.
    if (answer.kind === 'refused' && [401, 403, 429].includes(answer.code)) return toDelivery(answer);
  }
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
