import type { Context } from 'hono';
import { z } from 'zod';
import type { Input } from '../incoming.ts';
import type { Bells } from './bells.ts';
import type { WebPort } from './port.ts';

/** Characters that one typed message may hold. */
export const mostCharacters = 4096;

/** What no database takes: null characters and half characters. */
const clean = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');

const label = z.string().max(500).transform(clean).optional();
const saySchema = z.union([
  z.strictObject({ key: z.uuid(), text: z.string().transform((text) => clean(text).trim()), label }),
  z.strictObject({ key: z.uuid(), data: z.string().min(1).max(64).transform(clean), label }),
]);
type Say = z.infer<typeof saySchema>;

/** Takes in what a person typed or pressed, exactly once per key; `label` is what the own bubble shows. */
export const say = async (
  c: Context,
  address: string,
  { port, bells }: { readonly port: WebPort; readonly bells: Bells },
) => {
  const parsed = saySchema.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) return c.json({ code: 'unreadable' }, 400);
  const said = parsed.data;
  if ('text' in said && said.text.length > mostCharacters) return c.json({ code: 'too-long' }, 400);
  if ('text' in said && said.text === '') return c.json({ code: 'unreadable' }, 400);

  // The own bubble first, so that it stands before the answer to it.
  const shown = shownOf(said);
  if (shown !== undefined) {
    await port.keepOwn(address, said.key, shown);
    bells.ring(address);
  }
  // The key is the browser's own choice: with the address before it nobody can use up another's.
  const key = `${address}:${said.key}`;
  await port.receive([{ channel: 'web', bot: 'web', key, address, input: inputOf(said) }]);
  return c.json({ accepted: true }, 202);
};

const shownOf = (said: Say): string | undefined => ('text' in said ? (said.label ?? said.text) : said.label);

const inputOf = (said: Say): Input =>
  'text' in said ? { kind: 'text', text: said.text } : { kind: 'button', data: said.data };
