import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** A listening HTTP server. */
export type WebServer = { readonly url: string; close(): Promise<void> };

/** After this time a connection that is still busy is cut. */
const closeWithinMs = 3000;

/** Listens, or fails with an error that names the setting to change. */
export const listen = (listener: RequestListener, host: string, port: number): Promise<WebServer> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    const sockets = new Set<Socket>();
    const busy = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      busy.add(request.socket);
      response.on('close', () => busy.delete(request.socket));
    });
    const close = (): Promise<void> =>
      new Promise((closed) => {
        // Connections fall idle at different moments; Node's own sweep forgets those that a browser opened in advance.
        const sweep = setInterval(() => {
          for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
        }, 20);
        const cut = setTimeout(() => server.closeAllConnections(), closeWithinMs);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          closed();
        });
      });
    server.once('error', (error) => reject(clearError(error, host, port)));
    server.listen(port, host, () => resolve({ url: urlOf(server.address(), port), close }));
  });

const clearError = (error: NodeJS.ErrnoException, host: string, port: number): Error =>
  new Error(
    `The web chat cannot listen on ${host}:${port} (settings HOST and PORT): ${reason(error, host, port)}`,
    { cause: error },
  );

const reason = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  switch (error.code) {
    case 'EADDRINUSE':
      return `another program already uses port ${port}. Stop that program, or set PORT to a free port.`;
    case 'EACCES':
      return `this user may not use port ${port}. Set PORT to 1024 or above, and let a proxy hold the lower ports.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Set HOST to one, or to 0.0.0.0 for all.`;
    default:
      return `${error.message}. Check HOST and PORT.`;
  }
};

const urlOf = (bound: ReturnType<ReturnType<typeof createServer>['address']>, port: number): string => {
  if (bound === null || typeof bound === 'string') return `http://localhost:${port}`;
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
};
