import { beforeEach, describe, expect, test } from 'vitest';
import { runAdmin } from '../../src/admin/run.ts';
import { ownDatabase } from '../store/database.ts';
import { type Stage, setStage } from './stage.ts';
import { choices, type Talk, talkOn } from './talk.ts';

const database = ownDatabase();
let stage: Stage;
let talk: Talk;
beforeEach(async () => {
  stage = await setStage(database.db, '2026-11-20T12:00:00+07:00');
  talk = talkOn(stage);
});

async function invited(args: object): Promise<string> {
  const { lines } = await runAdmin(database.db, 'invite', args, {
    now: stage.clock,
    baseUrl: '',
    quiet: null,
  });
  return /\/start (moi-\w+)/.exec(lines.join('\n'))![1]!;
}

describe('a collaborator', () => {
  test('is invited as one, hears what there is to do, and never sees a case', async () => {
    const code = await invited({ zone: 'demo-khu-1', role: 'collaborator' });
    await talk.says('mai', `/start ${code}`);
    expect(talk.last('mai')).toContain('làm cộng tác viên');
    expect(choices(talk.sent.at(-1)!).map(({ label }) => label)).toEqual(['Nhận làm cộng tác viên']);
    // As people do who have no buttons.
    await talk.says('mai', 'nhận');
    expect(talk.last('mai')).toMatch(/Từ nay anh\/chị là cộng tác viên.*\/start demo-khu-1/s);
    expect(talk.last('mai')).toContain('không xem được câu trả lời');
    await talk.joins('head');
    await talk.sends('lan');
    await talk.says('mai', '/viec');
    expect(talk.heard('mai').join('\n')).not.toContain('Lan');
    expect(talk.last('head')).toContain('Lan');
    const card = talk.sent.findLast(({ address }) => address === 'head')!;
    await talk.post('mai', { kind: 'button', data: choices(card)[0]!.data });
    await stage.exhaust();
    expect(talk.last('mai')).toContain('không thuộc phần việc');
    expect(stage.failures).toEqual([]);
  });
});
