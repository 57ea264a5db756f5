import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { decodeButton } from '../../src/button.ts';

const choiceSchema = z.object({ label: z.string(), data: z.string(), picked: z.boolean().optional() });
const lineSchema = z.object({
  id: z.number(),
  change: z.number(),
  from: z.enum(['bot', 'me']),
  key: z.string().optional(),
  rendered: z.object({ text: z.string(), options: z.array(choiceSchema), actions: z.array(choiceSchema) }),
});
export type WebLine = z.infer<typeof lineSchema>;
const linesSchema = z.object({ lines: z.array(lineSchema) });

/** What is said: typed, or the data of a button. */
export type Saying = { readonly text: string } | { readonly data: string };

/** Somebody with a browser who stays the same person when the program comes back at another address. */
export type WebChat = {
  /** By this the program knows the chat. */
  readonly address: string;
  /** The secret in the browser's cookie. */
  readonly token: string;
  /** Everything that stands in the chat. */
  lines(): Promise<readonly WebLine[]>;
  /** Says it, with one key, again and again until it is accepted. */
  say(saying: Saying, after?: { readonly accepted: () => void }): Promise<void>;
  /** The bot's next line that is new or changed. */
  hear(): Promise<WebLine>;
  /** Types something, and gives the answer. */
  types(text: string): Promise<WebLine>;
  /** Presses a button of the latest line by its words or by the value it stands for, and gives the answer. */
  presses(label: string): Promise<WebLine>;
};

const patienceMs = 200_000;
/** A page hears by itself; here a look now and then must do, seldom enough not to be the load. */
const lookMs = 100;

/** Opens a page of the program, which gives the account, and waits for every answer; `url` is where it is now. */
export async function openWebChat(url: () => string, path = '/'): Promise<WebChat> {
  const page = await untilAnswered(() => fetch(url() + path));
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = cookie.slice(cookie.indexOf('=') + 1);
  let seen = 0;
  let latest: WebLine | undefined;

  async function since(change: number): Promise<readonly WebLine[]> {
    const found = await untilAnswered(() =>
      fetch(`${url()}/lines?after=${change}`, { headers: { Cookie: cookie } }),
    );
    return linesSchema.parse(await found.json()).lines;
  }
  async function say(saying: Saying, after?: { readonly accepted: () => void }): Promise<void> {
    const body = JSON.stringify({
      key: randomUUID(),
      ...saying,
      ...('data' in saying ? { label: '·' } : {}),
    });
    await untilAnswered(() => {
      const headers = { 'Content-Type': 'application/json', Cookie: cookie, Origin: new URL(url()).origin };
      return fetch(`${url()}/say`, { method: 'POST', headers, body });
    });
    after?.accepted();
  }
  async function hear(): Promise<WebLine> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const fresh = (await since(seen).catch(() => [])).filter((line) => line.from === 'bot');
      const [next] = fresh;
      if (next !== undefined) {
        seen = next.change;
        latest = next;
        return next;
      }
      await sleep(lookMs);
    }
    throw new Error(`No answer within ${patienceMs} ms; the last line was: ${latest?.rendered.text}`);
  }
  async function answered(saying: Saying): Promise<WebLine> {
    await say(saying);
    return hear();
  }
  return {
    address: createHash('sha256').update(token).digest('hex'),
    token,
    lines: () => since(0),
    say,
    hear,
    types: (text) => answered({ text }),
    async presses(label) {
      const choices = [...(latest?.rendered.options ?? []), ...(latest?.rendered.actions ?? [])];
      const choice = choices.find((each) => each.label === label || meaningOf(each.data) === label);
      if (choice === undefined) throw new Error(`Nothing offers "${label}" in: ${JSON.stringify(latest)}`);
      return answered({ data: choice.data });
    },
  };
}

/** What a button's data stands for: the value of an answer, else its act. */
function meaningOf(data: string): string {
  const button = decodeButton(data);
  if (button?.kind === 'answer') return button.value;
  return button !== null && 'act' in button ? button.act : '';
}

/** Asks until the program is there, and has time. */
async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer?.ok === true) return answer;
    if (answer !== null && answer.status !== 429 && answer.status < 500)
      throw new Error(`The web chat answered ${answer.status}: ${await answer.text()}`);
    if (Date.now() > until) throw new Error(`The web chat was not there for ${patienceMs} ms`);
    await sleep(answer?.status === 429 ? 200 : lookMs);
  }
}
