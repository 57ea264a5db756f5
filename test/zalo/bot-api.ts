import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { until } from '../telegram/bot-api/until.ts';

/** A call of the Bot API, and what it was answered. */
export type Call = { readonly method: string; readonly params: unknown; ok?: boolean };

/** What goes wrong with a call: `reset` cuts the line, `hang` never answers, `html` is a gateway's page; else a refusal. */
export type Fault =
  'reset' | 'hang' | 'html' | { readonly code: number; readonly description: string; after?: number };

/** What somebody can send that is no text. */
export type Thing = 'image' | 'sticker' | 'voice' | 'unsupported';

/** A person with the app in the hand; each deed returns the id of its message. */
export type Person = {
  says(text: string): string;
  sends(thing: Thing): string;
  /** The same event once more. */
  repeats(): void;
  /** The bot's messages, oldest first; a photo is its address and its caption. */
  readonly hears: readonly string[];
  blocks(): void;
};

/** A strict stand-in of Zalo's Bot API over real HTTP, written from the facts that are known of it. */
export type ZaloApi = {
  readonly url: string;
  readonly token: string;
  readonly calls: readonly Call[];
  readonly webhook: () => { readonly url: string; readonly secret: string } | null;
  person(chatId: string, where?: 'PRIVATE' | 'GROUP'): Person;
  /** Puts in any event. */
  deliver(event: unknown): void;
  /** Events that nobody has taken yet. */
  pending(): number;
  fail(method: string, fault: Fault, times?: number): void;
  /** What an empty long poll is answered: the facts do not say. */
  silence: 'timeout' | 'empty';
  /** Hands waiting events over to the webhook, whose public address is that of the program given; false after a refusal. */
  handOver(base: string): Promise<boolean>;
  until<T>(check: () => T, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
};

class Refusal extends Error {
  readonly code: number;
  readonly after: number | undefined;
  constructor(code: number, description: string, after?: number) {
    super(description);
    this.code = code;
    this.after = after;
  }
}

const schemas = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({ timeout: z.number().int().min(0).max(60) }),
  setWebhook: z.strictObject({
    url: z.string().startsWith('https://'),
    secret_token: z.string().min(8).max(256),
  }),
  deleteWebhook: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  sendMessage: z.strictObject({
    chat_id: z.string().min(1),
    text: z.string().min(1).max(2000).regex(/\S/),
  }),
  sendPhoto: z.strictObject({
    chat_id: z.string().min(1),
    photo: z.url({ protocol: /^https?$/ }),
    caption: z.string().min(1).max(2000).optional(),
  }),
};

type Waiter = (event: unknown) => void;

/** Starts the stand-in on a free port. */
export async function startZaloApi(options: { port?: number } = {}): Promise<ZaloApi> {
  const token = '4100000001:zalo-Stand_in-token-123456';
  const calls: Call[] = [];
  const faults: { method: string; fault: Fault; left: number }[] = [];
  const chats = new Map<string, { hears: string[]; blocked: boolean; last: unknown }>();
  const events: unknown[] = [];
  const watchers = new Set<() => void>();
  let waiter: Waiter | null = null;
  let webhook: { url: string; secret: string } | null = null;
  let nextId = 1;
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };

  function put(event: unknown): void {
    if (waiter !== null && webhook === null) waiter(event);
    else events.push(event);
  }

  async function nextEvent(seconds: number, gone: AbortSignal): Promise<unknown> {
    if (webhook !== null) throw new Refusal(409, 'Conflict: a webhook is set');
    if (events.length > 0) return events.shift();
    return new Promise((resolve, reject) => {
      const end = (event: unknown) => {
        clearTimeout(timer);
        waiter = null;
        resolve(event);
      };
      const timer = setTimeout(() => {
        waiter = null;
        if (api.silence === 'empty') resolve(undefined);
        else reject(new Refusal(408, 'Request timeout'));
      }, seconds * 1000);
      gone.addEventListener('abort', () => end(undefined));
      waiter = end;
    });
  }

  function said(chatId: string, what: string): unknown {
    const chat = chats.get(chatId);
    // Whether a bot may write first is not known: this one may not.
    if (chat === undefined) throw new Refusal(400, 'Bad Request: chat not found');
    if (chat.blocked) throw new Refusal(403, 'Forbidden: the user has blocked the bot');
    chat.hears.push(what);
    return { message_id: `out${nextId++}`, date: Date.now() };
  }

  function perform(method: string, params: unknown, gone: AbortSignal): unknown {
    switch (method) {
      case 'getMe':
        read(schemas.getMe, params);
        return {
          id: token.split(':')[0],
          account_name: 'bot.rasoat',
          account_type: 'BASIC',
          can_join_groups: false,
        };
      case 'getUpdates':
        return nextEvent(read(schemas.getUpdates, params).timeout, gone);
      case 'setWebhook': {
        const { url, secret_token: secret } = read(schemas.setWebhook, params);
        webhook = { url, secret };
        return { url, updated_at: Date.now() };
      }
      case 'deleteWebhook':
        read(schemas.deleteWebhook, params);
        webhook = null;
        return { url: '', updated_at: Date.now() };
      case 'getWebhookInfo':
        read(schemas.getWebhookInfo, params);
        return { url: webhook?.url ?? '', updated_at: Date.now() };
      case 'sendMessage': {
        const { chat_id: chatId, text } = read(schemas.sendMessage, params);
        return said(chatId, text);
      }
      case 'sendPhoto': {
        const { chat_id: chatId, photo, caption = '' } = read(schemas.sendPhoto, params);
        return said(chatId, `[${photo}] ${caption}`);
      }
      default:
        throw new Refusal(404, 'Not Found: no such method');
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const [, given, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const bytes: Buffer[] = [];
    for await (const chunk of request) bytes.push(chunk);
    if (request.method !== 'POST' || method === undefined)
      return refuse(response, new Refusal(404, 'Not Found'));
    if (given !== token) return refuse(response, new Refusal(401, 'Unauthorized'));
    if (request.headers['content-type']?.startsWith('application/json') !== true) {
      return refuse(response, new Refusal(400, 'Bad Request: not JSON'));
    }
    const call: Call = { method, params: JSON.parse(Buffer.concat(bytes).toString('utf8')) };
    calls.push(call);
    look();
    const scripted = faults.find((each) => each.left > 0 && each.method === method);
    if (scripted !== undefined) scripted.left -= 1;
    const fault = scripted?.fault;
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.destroy();
    if (fault === 'html') return void response.writeHead(502).end('<html>502 Bad Gateway</html>');
    try {
      if (fault !== undefined) throw new Refusal(fault.code, fault.description, fault.after);
      const result = await perform(method, call.params, gone.signal);
      call.ok = true;
      send(response, { ok: true, ...(result === undefined ? {} : { result }) });
    } catch (error) {
      call.ok = false;
      refuse(response, error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error'));
    }
    look();
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in got no port');

  const api: ZaloApi = {
    url: `http://127.0.0.1:${address.port}`,
    token,
    calls,
    silence: 'timeout',
    webhook: () => webhook,
    person(chatId, where = 'PRIVATE') {
      const chat = chats.get(chatId) ?? { hears: [], blocked: false, last: null };
      chats.set(chatId, chat);
      const speak = (name: string, content: object): string => {
        const id = `in${nextId++}`;
        const from = { id: `u-${chatId}`, display_name: 'Nguyễn Thị Bí Mật', is_bot: false };
        const message = {
          from,
          chat: { id: chatId, chat_type: where },
          ...content,
          message_id: id,
          date: Date.now(),
        };
        chat.last = { event_name: `message.${name}.received`, message };
        put(chat.last);
        return id;
      };
      return {
        says: (text) => speak('text', { text }),
        sends: (thing) => speak(thing, contents[thing]),
        repeats: () => put(chat.last),
        hears: chat.hears,
        blocks: () => void (chat.blocked = true),
      };
    },
    deliver: put,
    pending: () => events.length,
    fail: (method, fault, times = 1) => void faults.push({ method, fault, left: times }),
    async handOver(base) {
      for (let event = events[0]; event !== undefined; event = events[0]) {
        if (webhook === null) throw new Error('No webhook is set');
        const { pathname } = new URL(webhook.url);
        const answer = await fetch(base + pathname, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'X-Bot-Api-Secret-Token': webhook.secret },
          body: JSON.stringify({ ok: true, result: event }),
        });
        if (answer.status !== 200) return false;
        events.shift();
      }
      return true;
    },
    until: (check, timeoutMs = 5_000) => until(check, timeoutMs, watchers),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

const contents: Readonly<Record<Thing, object>> = {
  image: { photo: 'https://example.vn/anh.jpg', caption: 'nhà tôi' },
  sticker: { sticker: 'abc', url: 'https://example.vn/nhan.png' },
  voice: { voice_url: 'https://example.vn/loi.aac' },
  unsupported: {},
};

function read<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(400, `Bad Request: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** Zalo answers 200 also when it refuses: only `ok` counts. */
function refuse(response: ServerResponse, { code, message, after }: Refusal): void {
  if (after !== undefined) response.setHeader('retry-after', String(after));
  send(response, { ok: false, error_code: code, description: message });
}

function send(response: ServerResponse, body: object): void {
  if (response.destroyed) return;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
