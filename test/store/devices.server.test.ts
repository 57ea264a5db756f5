import { describe, expect, it } from 'vitest';
import { makeDeviceCode, takeDeviceCode } from '../../src/store/devices.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, waitUntilBlocked } from './given.ts';

const test = ownDatabase();

describe('a device code between connections of a server', () => {
  const racing = async (ending: 'keeps' | 'undoes') => {
    const hoa = (await speakerAt(test.db, 'hoa')).id;
    const code = await makeDeviceCode(test.db.q, { person: hoa, issuedBy: hoa, expiresAt: at('09:00') });
    const take = () => test.db.tx((q) => takeDeviceCode(q, code, at('08:00')));
    let second: ReturnType<typeof take> | undefined;
    await test.db
      .tx(async (q) => {
        await takeDeviceCode(q, code, at('08:00'));
        second = take();
        await waitUntilBlocked(test.db, 1);
        if (ending === 'undoes') throw new Error('stop');
      })
      .catch(() => {});
    return { hoa, second: await second };
  };

  it('opens for the first of two devices that use it at once', async () => {
    expect((await racing('keeps')).second).toBeNull();
  });

  it('opens for the second when the use of the first is undone', async () => {
    const { hoa, second } = await racing('undoes');
    expect(second).toEqual({ person: hoa, issuedBy: hoa });
  });
});
