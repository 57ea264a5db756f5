import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real program, in a process of its own, with the demonstration; nobody is asleep. */
export const startProgram = async (dataDir: string, port = 0) => {
  const child = spawn(process.execPath, [`${root}dist/main.js`], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      QUIET_HOURS: '',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => logged.push(line));
  const url = await addressOf(child, logged);
  return {
    url,
    port: Number(new URL(url).port),
    /** What the program found worth a warning. */
    logged,
    /** Ends it politely (SIGTERM), or like a power cut (SIGKILL). */
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
};

const addressOf = async (child: ChildProcess, logged: readonly string[]): Promise<string> => {
  if (child.stdout === null) throw new Error('The program has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Web chat: +(http:\S+[^/])\/?$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The program did not start:\n${logged.join('\n')}`);
};
