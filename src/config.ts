import { z } from 'zod';
import type { QuietHours } from './time/vietnam.ts';

/** How a bot is reached, and the secret with which its service shows itself at the webhook, if one was set. */
export type BotConfig = {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhookSecret: string | undefined;
};

/** All settings of the program, read from the environment once. */
export type Config = {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly telegram: BotConfig | null;
  readonly zalo: BotConfig | null;
  readonly quiet: QuietHours;
  /** The folders in which the programs that read aloud are looked for; null while nothing is read aloud. */
  readonly voice: { readonly path: string } | null;
  readonly logLevel: string;
};

/** A setting is wrong; the message says which, why and what to do. */
export class ConfigError extends Error {}

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const settings = {
  DATABASE_URL: {
    schema: url(['postgres:', 'postgresql:']),
    right: 'an address such as postgres://user:password@localhost:5432/rasoat',
  },
  DATA_DIR: {
    schema: z.string().refine((text) => !text.includes('\0')),
    right: 'a folder, for example ./data',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .refine((text) => Number(text) <= 65_535),
    right: 'a port from 0 to 65535, for example 3000',
  },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/), right: 'a host name or address, for example 127.0.0.1' },
  PUBLIC_URL: {
    schema: url(['https:', 'http:']),
    right: 'the address people open, for example https://rasoat.example.vn',
  },
  TELEGRAM_BOT_TOKEN: {
    schema: z.string().regex(/^\d+:[\w-]{10,}$/),
    right: 'the token that @BotFather gave, of the form 123456:ABC…',
  },
  TELEGRAM_API_ROOT: {
    schema: url(['https:', 'http:']),
    right: 'an address such as https://api.telegram.org',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    schema: z.string().regex(/^[\w-]{1,256}$/),
    right: 'a secret of 1 to 256 of the signs A-Z a-z 0-9 _ -',
  },
  ZALO_BOT_TOKEN: {
    schema: z.string().regex(/^\d+:[\w-]{10,}$/),
    right: 'the token that the account "Zalo Bot Manager" gave, of the form 123456:abc…',
  },
  ZALO_API_ROOT: {
    schema: url(['https:', 'http:']),
    right: 'an address such as https://bot-api.zaloplatforms.com',
  },
  ZALO_WEBHOOK_SECRET: {
    schema: z.string().regex(/^[\x21-\x7e]{8,256}$/),
    right: 'a secret of 8 to 256 letters, digits or signs, without spaces',
  },
  QUIET_HOURS: {
    schema: z.string().regex(/^(?:([01]?\d|2[0-3])-([01]?\d|2[0-3]))?$/),
    right: 'two hours, for example 21-7, or nothing for none',
  },
  VOICE: { schema: z.literal('espeak-ng'), right: 'espeak-ng, which reads questions aloud' },
  LOG_LEVEL: { schema: z.enum(levels), right: `one of ${levels.join(', ')}` },
};
type Name = keyof typeof settings;

/** Reads the settings from an environment; throws `ConfigError` naming each one that is wrong. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong = settingNames().flatMap((name) => complaint(name, env[name]));
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return {
    databaseUrl: given(env, 'DATABASE_URL'),
    dataDir: given(env, 'DATA_DIR') ?? './data',
    port: Number(given(env, 'PORT') ?? '3000'),
    host: given(env, 'HOST') ?? '127.0.0.1',
    publicUrl: given(env, 'PUBLIC_URL')?.replace(/\/+$/, ''),
    telegram: bot(env, 'TELEGRAM', 'https://api.telegram.org'),
    zalo: bot(env, 'ZALO', 'https://bot-api.zaloplatforms.com'),
    quiet: quietHours(env['QUIET_HOURS'] ?? '21-7'),
    voice: given(env, 'VOICE') === undefined ? null : { path: env['PATH'] ?? '/usr/bin:/bin' },
    logLevel: given(env, 'LOG_LEVEL') ?? 'info',
  };
}

function bot(
  env: Readonly<Record<string, string | undefined>>,
  service: 'TELEGRAM' | 'ZALO',
  realRoot: string,
): BotConfig | null {
  const token = given(env, `${service}_BOT_TOKEN`);
  if (token === undefined) return null;
  const apiRoot = (given(env, `${service}_API_ROOT`) ?? realRoot).replace(/\/+$/, '');
  return { token, apiRoot, webhookSecret: given(env, `${service}_WEBHOOK_SECRET`) };
}

/** The names of the services whose token is set, as people know them. */
export function servicesOf({ telegram, zalo }: Config): readonly string[] {
  return [...(telegram === null ? [] : ['Telegram']), ...(zalo === null ? [] : ['Zalo'])];
}

function settingNames(): readonly Name[] {
  return [
    'DATABASE_URL',
    'DATA_DIR',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_API_ROOT',
    'TELEGRAM_WEBHOOK_SECRET',
    'ZALO_BOT_TOKEN',
    'ZALO_API_ROOT',
    'ZALO_WEBHOOK_SECRET',
    'QUIET_HOURS',
    'VOICE',
    'LOG_LEVEL',
  ];
}

/** An empty setting is one that is not given, as in most .env files; only QUIET_HOURS means something by being empty. */
function given(env: Readonly<Record<string, string | undefined>>, name: Name): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}

const secret: readonly Name[] = [
  'DATABASE_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_WEBHOOK_SECRET',
];

function complaint(name: Name, value: string | undefined): readonly string[] {
  if (value === undefined || value === '' || settings[name].schema.safeParse(value).success) return [];
  const shown = secret.includes(name) ? 'what it holds (not shown, it is secret)' : JSON.stringify(value);
  return [
    `${name} is wrong: ${shown} is not ${settings[name].right}. Correct it, or unset it for the default.`,
  ];
}

function quietHours(text: string): QuietHours {
  const [from = '', to = ''] = text.split('-');
  return text === '' || from === to ? null : { from: Number(from), to: Number(to) };
}
