import { asc, isNull } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Incoming } from '../../src/incoming.ts';
import { writeDown } from '../../src/store/inbox.ts';
import type { Claimed } from '../../src/store/outbox.ts';
import { inbox, outbox } from '../../src/store/schema-queues.ts';
import { sealedSchema } from '../../src/store/seal.ts';
import { surveys } from '../../src/surveys/register.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { openWork } from '../../src/work.ts';
import { ownDatabase } from './database.ts';
import { at, incoming, leaseMs } from './given.ts';

const test = ownDatabase();
const { words } = speakerOf(loadTexts());
const says = (key: string, text: string, address = 'hoa') =>
  incoming({ key, address, input: { kind: 'text', text } });

it('handles what was just written down without a search, and hands its answer over to be sent', async () => {
  const { work, claimed, more } = open();
  work.begin(await down(says('1', '/help')));
  await work.stop();
  expect(claimed.map(({ kind, address }) => [kind, address])).toEqual([['help', 'hoa']]);
  expect(more).toEqual([]);
});

it('hears one chat in its order, however much comes in at once', async () => {
  const { work, more } = open();
  const all = await down(says('1', '/help'), says('2', '/language'), says('3', '/status'));
  // Handed over in the wrong order, as two programs might do it.
  work.begin(all.toReversed());
  await work.stop();
  expect(await kindsSaid()).toEqual([]);
  work.begin(all);
  await work.stop();
  expect(await kindsSaid()).toEqual(['help']);
  expect(more.length).toBeGreaterThan(0);
  while (await work.workOff());
  expect(await kindsSaid()).toEqual(['help', 'language', 'status']);
});

it('takes on no more at once than it has hands, and says that more is left', async () => {
  const { work, claimed, more } = open();
  const many = Array.from({ length: 40 }, (_, n) => says(String(n), '/help', `person ${n}`));
  work.begin(await down(...many));
  expect(more.length).toBeGreaterThan(0);
  await work.stop();
  expect(claimed.length).toBeLessThan(40);
  while (await work.workOff());
  expect(claimed).toHaveLength(40);
});

it('leaves an update that breaks to be tried again, and its chat waits for it', async () => {
  const { work, failures } = open();
  const all = await down(says('1', '/help'), says('2', '/status'));
  work.begin([{ ...all[0]!, body: sealedSchema.parse('0:broken') }]);
  await work.stop();
  expect(failures).toHaveLength(1);
  work.begin(all.slice(1));
  await work.stop();
  expect(await kindsSaid()).toEqual([]);
  expect(await test.db.q.$count(inbox, isNull(inbox.doneAt))).toBe(2);
});

function down(...updates: readonly Incoming[]) {
  return writeDown(test.db, updates, at('08:00'));
}

async function kindsSaid(): Promise<string[]> {
  const said = await test.db.q.select({ kind: outbox.kind }).from(outbox).orderBy(asc(outbox.id));
  return said.map(({ kind }) => kind);
}

function open() {
  const claimed: Claimed[] = [];
  const more: string[] = [];
  const failures: unknown[] = [];
  const settings = {
    db: test.db,
    clock: () => at('08:00'),
    surveys,
    words,
    quiet: null,
    pageLink: (path: string) => path,
    privateLink: () => null,
    speaks: () => false,
    leaseFor: () => leaseMs,
    handled: (each: Claimed | null) => {
      if (each !== null) claimed.push(each);
    },
    failed: (error: unknown) => failures.push(error),
  };
  return { work: openWork(settings, () => more.push('more')), claimed, more, failures };
}
