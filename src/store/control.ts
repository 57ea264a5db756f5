import type { Socket } from 'node:net';
import { z } from 'zod';
import { connectIn, listenIn } from './socket.ts';

const requestSchema = z.object({ command: z.string(), args: z.unknown() });

/** An order to the running program: `{"command":"export","args":{"ward":"00001"}}`. */
export type ControlRequest = { readonly command: string; readonly args: unknown };

/** Says why the running program did not do what it was asked; its words are the program's. */
export class ControlError extends Error {}

const socketName = 'control.sock';
const answerSchema = z.object({ value: z.unknown().optional(), error: z.string().optional() });
const mostRequestBytes = 1 << 20;
const mostAnswerBytes = 16 << 20;
const requestMilliseconds = 10_000;

/**
 * Lets the programs of the same user on the same machine give orders to this one, which holds the embedded database.
 * DATA_DIR must be locked first and released last, for the socket takes the place of whatever is left of an earlier one.
 */
export async function serveControl(
  dataDir: string,
  handler: (request: ControlRequest) => Promise<unknown>,
): Promise<{ close(): Promise<void> }> {
  return listenIn(dataDir, socketName, (socket) => {
    void serve(socket, handler);
  });
}

async function serve(socket: Socket, handler: (request: ControlRequest) => Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), requestMilliseconds);
  try {
    const line = await readLine(socket, mostRequestBytes);
    clearTimeout(timer);
    const { command, args } = requestSchema.parse(JSON.parse(line));
    const answer = JSON.stringify({ value: (await handler({ command, args })) ?? null });
    if (Buffer.byteLength(answer) >= mostAnswerBytes)
      throw new ControlError(tooLong('answer', mostAnswerBytes));
    socket.end(`${answer}\n`);
  } catch (error) {
    clearTimeout(timer);
    socket.end(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
  }
}

/** Gives an order to the program that runs on `dataDir`, if one does, and waits for what it answers. */
export async function askControl(
  dataDir: string,
  request: ControlRequest,
): Promise<{ kind: 'answer'; value: unknown } | { kind: 'not-running' }> {
  const line = `${JSON.stringify({ command: request.command, args: request.args ?? null })}\n`;
  if (Buffer.byteLength(line) > mostRequestBytes)
    throw new ControlError(tooLong('request', mostRequestBytes));
  const socket = await connectIn(dataDir, socketName);
  if (!socket) return { kind: 'not-running' };
  try {
    socket.write(line);
    const answer = answerSchema.parse(JSON.parse(await readLine(socket, mostAnswerBytes)));
    if (answer.error !== undefined) throw new ControlError(answer.error);
    return { kind: 'answer', value: answer.value };
  } finally {
    socket.destroy();
  }
}

async function readLine(socket: Socket, mostBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    socket.on('data', (chunk: Buffer) => {
      const end = chunk.indexOf('\n');
      chunks.push(end === -1 ? chunk : chunk.subarray(0, end));
      bytes += chunk.length;
      if (bytes > mostBytes) {
        socket.pause();
        reject(new ControlError(tooLong('message', mostBytes)));
      } else if (end !== -1) resolve(Buffer.concat(chunks).toString());
    });
    socket.on('close', () =>
      reject(
        new ControlError(
          'The running program went away before it answered. Look into its log, and try again.',
        ),
      ),
    );
  });
}

function tooLong(what: string, mostBytes: number): string {
  return `The ${what} is longer than the ${mostBytes / 1024 / 1024} MB that fit through the control socket. Ask for less at once, or through a file.`;
}
