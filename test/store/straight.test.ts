import { expect, it } from 'vitest';
import type { Channel, Delivery } from '../../src/channel/channel.ts';
import { atOnce, openStraight } from '../../src/deliver.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { ownDatabase } from './database.ts';
import { at, claimAt, kinds, queueClaimed, speakerAt } from './given.ts';

const test = ownDatabase();
const speaker = speakerOf(loadTexts());

it('takes on no more than a channel can carry at once, and stops when all of it is out', async () => {
  const { straight, answers, more } = open();
  const { chat } = await speakerAt(test.db, 'hoa');
  const claimed = await queueClaimed(test.db, chat, 'h1', '08:00');
  for (let n = 0; n < atOnce; n += 1) {
    expect(straight.leaseFor('telegram')).not.toBeNull();
    straight.send(claimed!);
  }
  expect(straight.leaseFor('telegram')).toBeNull();
  expect(straight.leaseFor('zalo')).toBeNull();
  await queueClaimed(test.db, chat, 'h2', '08:00');
  const stopped = straight.stop();
  for (const answer of answers) answer({ kind: 'sent', ref: 'm1' });
  await stopped;
  expect(straight.leaseFor('telegram')).not.toBeNull();
  expect(more).toContain('telegram');
  expect(kinds(await claimAt(test.db, '08:00'))).toEqual(['h2']);
});

it('leaves a message whose sending breaks to the queue, and says so', async () => {
  const { straight, failures } = open(() => Promise.reject(new TypeError('broken')));
  const { chat } = await speakerAt(test.db, 'hoa');
  const claimed = await queueClaimed(test.db, chat, 'h1', '08:00');
  straight.send(claimed!);
  await straight.stop();
  expect(failures).toEqual([new TypeError('broken')]);
  expect(await claimAt(test.db, '08:01')).toEqual([{ ...claimed, attempts: 2 }]);
});

function open(send?: Channel['send']) {
  const answers: ((delivery: Delivery) => void)[] = [];
  const channel: Channel = {
    name: 'telegram',
    can: { buttons: true, edit: true, picture: false, voice: false, maxText: 4096 },
    send: send ?? (() => new Promise((resolve) => answers.push(resolve))),
    start: async () => {},
    stop: async () => {},
  };
  const more: string[] = [];
  const failures: unknown[] = [];
  const straight = openStraight(
    { db: test.db, clock: () => at('08:00'), speaker, refused: (fields) => failures.push(fields) },
    [channel],
    (name) => more.push(name),
    (error) => failures.push(error),
  );
  return { straight, answers, more, failures };
}
