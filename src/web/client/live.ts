import { type Line, parseLine, parseLines } from './line.ts';
import { parseJson } from './record.ts';

/** What the live connection tells. */
export type LiveEvents = {
  /** The last change that is already known. */
  seen(): number;
  lines(lines: readonly Line[]): void;
  connected(isConnected: boolean): void;
  noAccount(): void;
};

/** The server gives a sign of life every 20 seconds; after this silence the connection is taken as dead. */
const silenceMs = 50_000;

/** Keeps up with the conversation: what is kept first, then what comes, for as long as the page is open. */
export const keepUp = (base: string, events: LiveEvents): void => {
  let source: EventSource | undefined;
  let heardAt = Date.now();
  let failures = 0;
  let timer: number | undefined;
  let connecting = false;

  const lost = (): void => {
    source?.close();
    source = undefined;
    events.connected(false);
    clearTimeout(timer);
    timer = window.setTimeout(connect, Math.min(10_000, 500 * 2 ** failures));
    failures += 1;
  };
  const connect = async (): Promise<void> => {
    if (connecting) return;
    connecting = true;
    const kept = await fetchLines(`${base}/lines?after=${events.seen()}`);
    connecting = false;
    if (kept === 'no-account') return events.noAccount();
    if (kept === 'later') return lost();
    events.lines(kept);
    listen();
  };
  const listen = (): void => {
    clearTimeout(timer);
    source?.close();
    const opened = new EventSource(`${base}/stream?after=${events.seen()}`);
    source = opened;
    const heard = (): void => {
      heardAt = Date.now();
      failures = 0;
      events.connected(true);
    };
    heardAt = Date.now();
    opened.addEventListener('open', heard);
    opened.addEventListener('beat', heard);
    opened.addEventListener('line', (event: MessageEvent<string>) => {
      heard();
      const line = parseLine(parseJson(event.data));
      if (line !== undefined) events.lines([line]);
    });
    opened.addEventListener('error', () => {
      // The browser tries again by itself with the last change it saw, unless it gave up.
      if (opened.readyState === EventSource.CLOSED && source === opened) lost();
      else if (source === opened) events.connected(false);
    });
  };
  const check = (): void => {
    const open = source?.readyState === EventSource.OPEN && Date.now() - heardAt < silenceMs;
    if (!open) void connect();
  };

  window.addEventListener('online', check);
  window.addEventListener('offline', () => events.connected(false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
  window.setInterval(() => {
    if (source !== undefined && Date.now() - heardAt >= silenceMs) lost();
  }, 5000);
  void connect();
};

const fetchLines = async (url: string): Promise<readonly Line[] | 'no-account' | 'later'> => {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    if (response.status === 401) return 'no-account';
    return (response.ok ? parseLines(await response.json()) : undefined) ?? 'later';
  } catch {
    return 'later';
  }
};
