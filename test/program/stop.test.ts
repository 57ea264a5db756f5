import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataDir, processesOn, ready, run, startProgram } from './program.ts';
import { openWebChat } from './web-chat.ts';

type Stop = {
  readonly name: string;
  readonly command: 'node' | 'npm';
  readonly signal: 'SIGTERM' | 'SIGINT';
  /** To the whole group, as a terminal does on Ctrl+C, or to the first process only. */
  readonly group: boolean;
};

const stops: readonly Stop[] = [
  { name: 'SIGTERM to node', command: 'node', signal: 'SIGTERM', group: false },
  { name: 'Ctrl+C', command: 'node', signal: 'SIGINT', group: true },
  { name: 'SIGTERM to npm start', command: 'npm', signal: 'SIGTERM', group: false },
  { name: 'Ctrl+C on npm start', command: 'npm', signal: 'SIGINT', group: true },
];

describe('the program stops, leaves nothing behind, and goes on later, after', () => {
  test.for(stops)('$name', { timeout: 120_000 }, async ({ command, signal, group }) => {
    const data = await dataDir();
    const settings = { DATA_DIR: data, PORT: '0', LOG_LEVEL: 'warn' };
    const line =
      command === 'npm' ? (['npm', 'start'] as const) : ([process.execPath, 'dist/main.js'] as const);
    const first = await ready(run([...line], settings, { ownGroup: true }));
    let { url } = first;
    const chat = await openWebChat(() => url, '/k/demo-khu-1');
    await chat.types('/start demo-khu-1');
    const asked = await chat.presses('vi');
    // An open stream, as every browser holds one, must not hold the program.
    const stream = await fetch(`${url}/stream`, { headers: { Cookie: `rasoat=${chat.token}` } });

    const before = performance.now();
    process.kill(group ? -first.pid : first.pid, signal);
    await first.ended;
    await expect.poll(() => processesOn(data), { interval: 20, timeout: 20_000 }).toEqual([]);
    process.stdout.write(
      `${signal}${group ? ' to all' : ''}: gone in ${Math.round(performance.now() - before)} ms\n`,
    );
    await stream.text().catch(() => {});
    expect(readdirSync(data)).toEqual(['pglite']);
    expect(first.err()).not.toMatch(/error/i);

    const second = await startProgram(settings);
    url = second.url;
    expect((await chat.lines()).filter((each) => each.from === 'bot').at(-1)).toEqual(asked);
    expect((await chat.presses('yes')).rendered.text).not.toBe(asked.rendered.text);
  });

  test('a second signal, and one to both', { timeout: 120_000 }, async () => {
    const data = await dataDir();
    const program = await startProgram({ DATA_DIR: data });
    process.kill(program.pid, 'SIGINT');
    expect(await program.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(readdirSync(data)).toEqual(['pglite']);
  });
});

describe('a second program on one DATA_DIR', () => {
  test('is refused and told who is there; the first goes on', { timeout: 120_000 }, async () => {
    const data = await dataDir();
    const first = await startProgram({ DATA_DIR: data });
    const second = run([process.execPath, 'dist/main.js'], { DATA_DIR: data, PORT: '0' });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.err()).toContain(`DATA_DIR ${data} is in use by another rasoat (process ${first.pid} on `);
    expect(second.err()).toContain('Stop that one first, or choose another DATA_DIR.');
    expect(second.err()).not.toMatch(/\n\s+at /);
    const chat = await openWebChat(() => first.url);
    expect((await chat.types('/start demo-khu-1')).rendered.options).toHaveLength(2);
  });
});
