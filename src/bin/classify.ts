import '../classify/heap.ts';
import { run } from '../classify/run.ts';

const { stdin, stdout, stderr } = process;
// Who reads us may have gone (`| head`): that is told by the writing, and needs no word here.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

run(process.argv.slice(2), { stdin, stdout, stderr, now: () => performance.now() }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    // Not 1, which says that all but the bad rows was read.
    process.exitCode = 2;
  },
);
