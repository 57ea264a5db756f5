import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readBody } from './bot-api/body.ts';
import { methods } from './bot-api/methods.ts';
import { type Person, personIn } from './bot-api/person.ts';
import { Refusal } from './bot-api/refusal.ts';
import { until } from './bot-api/until.ts';
import type { Update } from './bot-api/updates.ts';
import { newWorld } from './bot-api/world.ts';

/** A call of the Bot API; `answer` is there once it was answered. */
export type Call = {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  answer?: { readonly code: number; readonly description?: string };
};

/**
 * What goes wrong with a call: `reset` cuts the line before it is done, `lost` does it and cuts the line before the
 * answer, `hang` never answers, `html` is a gateway's error page; else an error answer.
 */
export type Fault =
  | 'reset'
  | 'lost'
  | 'hang'
  | 'html'
  | { readonly code: number; readonly description: string; readonly parameters?: Refusal['parameters'] };

/** A strict stand-in of Telegram's Bot API over real HTTP, with hands to play people, mishaps and Telegram's moods. */
export type BotApi = {
  /** What goes into `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly username: string;
  /** Every call since the start, in order of arrival. */
  readonly calls: readonly Call[];
  /** The command menus set so far, by `scope:language`. */
  readonly commands: ReadonlyMap<string, readonly { command: string; description: string }[]>;
  /** The person of this private chat; the bot can write to them only after they have written. */
  person(chatId: number): Person;
  /** Queues an update of any shape, for what a person in a private chat cannot do. */
  deliver(kind: string, body: unknown): number;
  /** Updates that are not confirmed yet. */
  pending(): readonly Update[];
  /** Hands the last given updates over a second time. */
  resend(): void;
  /** Makes the next calls of a method (or of '*', any) go wrong. */
  fail(method: string, fault: Fault, times?: number): void;
  /** Makes every press so far too old to be answered. */
  expireQueries(): void;
  /** Presses whose spinner still turns. */
  readonly openQueries: ReadonlySet<string>;
  /** Somebody sets a webhook, or ('') removes it. */
  setWebhook(url: string): void;
  /** Where updates are handed over, or '' while they are fetched. */
  webhook(): string;
  /** What is shown to it. */
  webhookSecret(): string;
  /** Hands waiting updates over to the webhook, whose public address is that of the program given; the status that ended it. */
  handOver(base: string): Promise<number>;
  /** Waits until the check gives something truthy; it is looked at after every call. */
  until<T>(check: () => T, timeoutMs?: number): Promise<T>;
  /** Waits until everything that a killed program had sent is read, and its lines are closed. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

type Scripted = { readonly method: string; readonly fault: Fault; left: number };

/** Starts the stand-in on a free port. */
export async function startBotApi(
  options: { token?: string; username?: string; port?: number } = {},
): Promise<BotApi> {
  const {
    token = '7000000001:AAE-Stand-In_of-the-Bot-Api-123456',
    username = 'rasoat_test_bot',
    port = 0,
  } = options;
  const world = newWorld({ id: Number(token.split(':')[0]), username });
  const calls: Call[] = [];
  const faults: Scripted[] = [];
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };

  function takeFault(method: string): Fault | undefined {
    const scripted = faults.find((each) => each.left > 0 && [method, '*'].includes(each.method));
    if (scripted !== undefined) scripted.left -= 1;
    return scripted?.fault;
  }

  async function perform(call: Call, fault: Fault | undefined, gone: AbortSignal): Promise<unknown> {
    if (typeof fault === 'object') throw new Refusal(fault.code, fault.description, fault.parameters);
    const method = methods.get(call.method);
    if (method === undefined) throw new Refusal(404, 'Not Found: method not found');
    return method(world, call.params, gone);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const [, given, name] = /^\/bot(\d+:[\w-]{20,})\/(\w+)(?:\?.*)?$/.exec(request.url ?? '') ?? [];
    if (given === undefined || name === undefined) return answer(response, new Refusal(404, 'Not Found'));
    if (given !== token) return answer(response, new Refusal(401, 'Unauthorized'));
    const call: Call = { method: name, params: await readBody(request) };
    calls.push(call);
    look();
    const fault = takeFault(name);
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.destroy();
    if (fault === 'html') return void response.writeHead(502).end('<html><h1>502 Bad Gateway</h1></html>');
    const result = await perform(call, fault, gone.signal).catch(asRefusal);
    call.answer =
      result instanceof Refusal ? { code: result.code, description: result.message } : { code: 200 };
    if (fault === 'lost') request.socket.destroy();
    else answer(response, result);
    look();
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => answer(response, asRefusal(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const lines = promisify(server.getConnections.bind(server));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in got no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    username,
    calls,
    commands: world.commands,
    person: (chatId) => personIn(world, chatId),
    deliver: (kind, body) => world.updates.push(kind, body),
    pending: () => world.updates.pending(),
    resend: () => world.updates.resend(),
    fail: (method, fault, times = 1) => void faults.push({ method, fault, left: times }),
    expireQueries: () => world.openQueries.clear(),
    openQueries: world.openQueries,
    setWebhook(url) {
      world.webhook = url;
      world.updates.interrupt('setWebhook');
    },
    webhook: () => world.webhook,
    webhookSecret: () => world.webhookSecret,
    async handOver(base) {
      for (const update of world.updates.pending()) {
        const answer = await fetch(base + new URL(world.webhook).pathname, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'X-Telegram-Bot-Api-Secret-Token': world.webhookSecret,
          },
          body: JSON.stringify(update),
        });
        if (answer.status !== 200) return answer.status;
        world.updates.done(update.update_id);
      }
      return 200;
    },
    until: (check, timeoutMs = 5_000) => until(check, timeoutMs, watchers),
    async quiet() {
      // Twice, since a line may have been opened that is not taken up yet.
      for (let closed = 0; closed < 2; closed = (await lines()) === 0 ? closed + 1 : 0) await sleep(10);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(500, `Internal Server Error: ${error instanceof Error ? error.message : 'unknown'}`);
}

function answer(response: ServerResponse, result: unknown): void {
  if (response.destroyed) return;
  const refused = result instanceof Refusal;
  const body = refused
    ? { ok: false, error_code: result.code, description: result.message, parameters: result.parameters }
    : { ok: true, result };
  response
    .writeHead(refused ? result.code : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
}
