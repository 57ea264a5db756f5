import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a file beside this one in a process of its own and waits for its first message; it ends when it is let go. */
export async function begin(file: string, env: NodeJS.ProcessEnv): Promise<readonly [ChildProcess, unknown]> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
  });
  return [child, await heard(child, file)];
}

/** What a child answers to a message. */
export async function answerOf(child: ChildProcess, question: object): Promise<unknown> {
  child.send(question);
  return heard(child, 'a process of the bench');
}

/** Lets go of a child and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}

async function heard(child: ChildProcess, name: string): Promise<unknown> {
  const done = new AbortController();
  const message = once(child, 'message', { signal: done.signal }).then(([first]: unknown[]) => first);
  const early = once(child, 'exit', { signal: done.signal }).then(([code]: unknown[]) => {
    throw new Error(`${name} ended early, with ${String(code)}`);
  });
  try {
    return await Promise.race([message, early]);
  } finally {
    message.catch(() => {});
    early.catch(() => {});
    done.abort();
  }
}
