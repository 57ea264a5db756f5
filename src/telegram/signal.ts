import type { Api } from 'grammy';

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** Hands Node's own signal to grammY, whose types ask for an older package's (at run time it only listens for "abort"). */
export function forGrammy(signal: unknown): GrammySignal | undefined {
  return isSignal(signal) ? signal : undefined;
}

function isSignal(signal: unknown): signal is GrammySignal {
  return signal instanceof AbortSignal;
}
