import { randomUUID } from 'node:crypto';

/** Somebody with a browser: keeps the cookie, and sends what a page of ours would send. */
export const visit = async (url: string, path = '/') => {
  const page = await fetch(url + path);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const base = /^\/seat\/\w+/.exec(path)?.[0] ?? '';
  const headers = { 'Content-Type': 'application/json', Cookie: cookie, Origin: new URL(url).origin };
  return {
    page,
    cookie,
    say: (body: Record<string, unknown>, other: Record<string, string> = {}) =>
      fetch(`${url}${base}/say`, {
        method: 'POST',
        headers: { ...headers, ...other },
        body: JSON.stringify({ key: randomUUID(), ...body }),
      }),
    lines: async (after = 0) =>
      (await fetch(`${url}${base}/lines?after=${after}`, { headers: { Cookie: cookie } })).json(),
    stream: (other: Record<string, string> = {}) =>
      listen(`${url}${base}/stream`, { Cookie: cookie, ...other }),
  };
};

/** An open event stream, read until a text has come. */
export const listen = async (url: string, headers: Record<string, string>) => {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    response,
    async until(text: string): Promise<string> {
      while (!heard.includes(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error(`The stream ended before "${text}"; it said: ${heard}`);
        heard += value;
      }
      return heard;
    },
    async toEnd(): Promise<string> {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) return heard;
        heard += value;
      }
    },
    close: () => stop.abort(),
  };
};
