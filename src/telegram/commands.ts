import type { Api } from 'grammy';
import type { Log } from '../channel/log.ts';
import { toFailure } from './failure.ts';
import { forGrammy } from './signal.ts';

type Command = { readonly command: string; readonly description: string };

/** The commands that Telegram offers in its menu, in Vietnamese and, for every other language, in English. */
export type Commands = Readonly<Record<'vi' | 'en', readonly Command[]>>;

type Menu = { readonly commands: Commands; readonly log: Log };

/** Tells Telegram the menu of private chats; without it the bot works all the same, so a refusal is only logged. */
export async function setCommands(api: Api, menu: Menu, signal: AbortSignal): Promise<void> {
  const { commands, log } = menu;
  try {
    const scope = { type: 'all_private_chats' } as const;
    await api.setMyCommands(commands.en, { scope }, forGrammy(signal));
    await api.setMyCommands(commands.vi, { scope, language_code: 'vi' }, forGrammy(signal));
  } catch (error) {
    const failure = toFailure(error);
    if (failure === null) throw error;
    log.warn({ reason: failure.reason }, 'Telegram did not take the menu of commands');
  }
}
