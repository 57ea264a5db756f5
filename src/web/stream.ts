import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Bell } from './bells.ts';
import type { WebPort } from './port.ts';

/** Sends an address's lines as they are kept, each under its change number, from `after` on. */
export const streamLines = (
  c: Context,
  live: {
    readonly port: WebPort;
    readonly address: string;
    readonly bell: Bell;
    readonly after: number;
    readonly beatMs: number;
    readonly report: (error: unknown) => void;
  },
) => {
  // nginx would hold the stream back.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => live.bell.end());
    let seen = live.after;
    try {
      await stream.write('retry: 2000\n\n');
      for (;;) {
        for (const line of await live.port.lines(live.address, seen)) {
          seen = Math.max(seen, line.change);
          await stream.writeSSE({ event: 'line', id: String(line.change), data: JSON.stringify(line) });
        }
        const heard = await live.bell.next(live.beatMs);
        if (heard === 'over') return;
        // The comment keeps proxies awake; the event lets the browser notice a line that died silently.
        if (heard === 'quiet') await stream.write(': beat\nevent: beat\ndata: 1\n\n');
      }
    } catch (error) {
      live.report(error);
    } finally {
      live.bell.end();
    }
  });
};
