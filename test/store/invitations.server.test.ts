import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite } from '../../src/store/invitations.ts';
import { headsOf } from '../../src/store/people.ts';
import { ownDatabase } from './database.ts';
import { at, speakerAt, waitUntilBlocked, zoneNamed } from './given.ts';

const test = ownDatabase();

describe('an invitation between connections of a server', () => {
  const racing = async (ending: 'keeps' | 'undoes') => {
    const [hoa, binh] = [await speakerAt(test.db, 'hoa'), await speakerAt(test.db, 'bình')];
    const place = await zoneNamed(test.db, 'khu-1');
    const code = await invite(test.db.q, place, at('09:00'));
    const accept = () => test.db.tx((q) => acceptInvitation(q, code, binh.id, at('08:00')));
    let second: ReturnType<typeof accept> | undefined;
    await test.db
      .tx(async (q) => {
        await acceptInvitation(q, code, hoa.id, at('08:00'));
        second = accept();
        await waitUntilBlocked(test.db, 1);
        if (ending === 'undoes') throw new Error('stop');
      })
      .catch(() => {});
    return { hoa, binh, place, second: await second, heads: await headsOf(test.db.q, place.zone) };
  };

  it('goes to the first of two who accept it at once', async () => {
    const { hoa, second, heads } = await racing('keeps');
    expect(second).toBeNull();
    expect(heads).toEqual([hoa.id]);
  });

  it('goes to the second when the acceptance of the first is undone', async () => {
    const { binh, place, second, heads } = await racing('undoes');
    expect(second).toMatchObject(place);
    expect(heads).toEqual([binh.id]);
  });
});
