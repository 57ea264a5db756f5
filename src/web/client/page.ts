import { parseJson, readRecord } from './record.ts';

/** The words that the client itself writes. */
export const textKeys = [
  'bot',
  'me',
  'options',
  'actions',
  'listen',
  'reconnecting',
  'waiting',
  'failed',
  'today',
  'yesterday',
  'tooLong',
  'refused',
  'cookies',
] as const;
export type Texts = Readonly<Record<(typeof textKeys)[number], string>>;

/** What the server tells the client about its page. */
export type Page = {
  readonly base: string;
  /** Where the files of the page lie, and the drawings with them. */
  readonly files: string;
  readonly lang: string;
  /** Characters that one message may hold. */
  readonly most: number;
  readonly start: { readonly text: string; readonly label: string };
  readonly texts: Texts;
};

/** Reads the page's own description; throws when server and client do not fit each other. */
export const readPage = (json: string | undefined): Page => {
  const page = readRecord(parseJson(json));
  const start = readRecord(page?.start);
  const texts = readRecord(page?.texts);
  const word = (key: (typeof textKeys)[number]): string => text(texts?.[key], key);
  return {
    base: text(page?.base, 'base'),
    files: text(page?.files, 'files'),
    lang: text(page?.lang, 'lang'),
    most: typeof page?.most === 'number' ? page.most : 4096,
    start: { text: text(start?.text, 'start.text'), label: text(start?.label, 'start.label') },
    texts: {
      bot: word('bot'),
      me: word('me'),
      options: word('options'),
      actions: word('actions'),
      listen: word('listen'),
      reconnecting: word('reconnecting'),
      waiting: word('waiting'),
      failed: word('failed'),
      today: word('today'),
      yesterday: word('yesterday'),
      tooLong: word('tooLong'),
      refused: word('refused'),
      cookies: word('cookies'),
    },
  };
};

const text = (value: unknown, key: string): string => {
  if (typeof value === 'string') return value;
  throw new Error(
    `The page does not say "${key}". Its server and its script are of different versions; reload.`,
  );
};
