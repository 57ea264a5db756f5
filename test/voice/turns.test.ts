import { expect, test } from 'vitest';
import { turns } from '../../src/voice/turns.ts';

test('so many run at once, the others in their turn', async () => {
  const inTurn = turns({ atOnce: 2, waitMs: 5000 });
  let [running, most] = [0, 0];
  const order: number[] = [];
  const job = (number: number) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(number);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (number === 1) throw new Error('it fails, and gives its place back');
      return number;
    }).catch(() => -1);
  expect(await Promise.all([0, 1, 2, 3, 4].map(job))).toEqual([0, -1, 2, 3, 4]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('who has waited too long gets nothing, and takes no place', async () => {
  const inTurn = turns({ atOnce: 1, waitMs: 5 });
  let finish = () => {};
  const first = inTurn(() => new Promise<string>((resolve) => (finish = () => resolve('first'))));
  expect(await inTurn(async () => 'second')).toBeNull();
  finish();
  expect(await first).toBe('first');
  expect(await inTurn(async () => 'third')).toBe('third');
});
