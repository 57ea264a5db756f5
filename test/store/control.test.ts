import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { askControl, type ControlRequest, serveControl } from '../../src/store/control.ts';
import { folder } from './given.ts';

async function served(handler: (request: ControlRequest) => Promise<unknown>): Promise<string> {
  const dataDir = folder();
  const control = await serveControl(dataDir, handler);
  onTestFinished(() => control.close());
  return dataDir;
}

it('carries an order and its answer, many at a time', async () => {
  const dataDir = await served(async ({ command, args }) => ({ command, args }));
  expect(statSync(join(dataDir, 'control.sock')).mode & 0o777).toBe(0o600);
  const ask = (index: number) => askControl(dataDir, { command: 'xuất', args: { index, note: 'a\nb\0' } });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));
  for (const [index, answer] of answers.entries()) {
    expect(answer).toEqual({ kind: 'answer', value: { command: 'xuất', args: { index, note: 'a\nb\0' } } });
  }
});

it('carries nothing as null', async () => {
  const dataDir = await served(async () => undefined);
  expect(await askControl(dataDir, { command: 'x', args: undefined })).toEqual({
    kind: 'answer',
    value: null,
  });
});

it('carries an error as one', async () => {
  const dataDir = await served(async () => {
    throw new Error('No such ward: 00001.');
  });
  await expect(askControl(dataDir, { command: 'x', args: null })).rejects.toThrow('No such ward: 00001.');
});

it('knows when the program is not running, also when a killed one left its socket', async () => {
  const dataDir = folder();
  expect(await askControl(dataDir, { command: 'x', args: null })).toEqual({ kind: 'not-running' });
  expect(await askControl(join(dataDir, 'none'), { command: 'x', args: null })).toEqual({
    kind: 'not-running',
  });
  writeFileSync(join(dataDir, 'control.sock'), '');
  expect(await askControl(dataDir, { command: 'x', args: null })).toEqual({ kind: 'not-running' });
  const control = await serveControl(dataDir, async () => 'new');
  expect(await askControl(dataDir, { command: 'x', args: null })).toEqual({ kind: 'answer', value: 'new' });
  await control.close();
  expect(await askControl(dataDir, { command: 'x', args: null })).toEqual({ kind: 'not-running' });
});

it('says so when the program goes away before it answers', async () => {
  const dataDir = folder();
  const control = await serveControl(dataDir, async () => {
    void control.close();
    return new Promise(() => {});
  });
  await expect(askControl(dataDir, { command: 'x', args: null })).rejects.toThrow(
    'went away before it answered',
  );
});

it('refuses what is too long or not an order', async () => {
  const dataDir = await served(async () => 'x'.repeat(20_000_000));
  await expect(askControl(dataDir, { command: 'x', args: 'x'.repeat(2_000_000) })).rejects.toThrow(
    'request is longer than the 1 MB',
  );
  await expect(askControl(dataDir, { command: 'x', args: null })).rejects.toThrow(
    'answer is longer than the 16 MB',
  );
  for (const line of ['no json\n', '{"args":1}\n', 'x'.repeat(2_000_000)]) {
    const socket = connect(join(dataDir, 'control.sock'));
    socket.on('error', () => {});
    socket.write(line);
    expect(JSON.parse(await text(socket))).toEqual({ error: expect.any(String) });
  }
});

it('carries an answer of several megabytes', async () => {
  const value = 'ấ'.repeat(3_000_000);
  const dataDir = await served(async () => value);
  expect(await askControl(dataDir, { command: 'x', args: null })).toEqual({ kind: 'answer', value });
});
