import { getRequestListener } from '@hono/node-server';
import type { Channel, Delivery, Outgoing } from '../channel/channel.ts';
import { type WebOptions, webApp } from './app.ts';
import { makeBells } from './bells.ts';
import { listen, type WebServer } from './server.ts';

/** Where the web channel listens; port 0 takes any free one. */
export type WebChannelOptions = WebOptions & { readonly host: string; readonly httpPort: number };

/** The web chat as a channel: sends into the open browsers, and listens over HTTP; `url` is known once started. */
export const webChannel = (options: WebChannelOptions): Channel & { url(): string | undefined } => {
  const bells = makeBells();
  let server: WebServer | undefined;
  return {
    name: 'web',
    can: { buttons: true, edit: true, picture: true, voice: options.voice !== undefined, maxText: 20_000 },
    async send(outgoing: Outgoing): Promise<Delivery> {
      try {
        const { ref } = await options.port.keepSent(outgoing);
        bells.ring(outgoing.address);
        return { kind: 'sent', ref };
      } catch (error) {
        return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async start() {
      const app = webApp({ ...options, bells });
      server = await listen(getRequestListener(app.fetch), options.host, options.httpPort);
    },
    async stop() {
      bells.stop();
      await server?.close();
      server = undefined;
    },
    url: () => server?.url,
  };
};
