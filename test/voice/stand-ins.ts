import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const strict = (args: string) => `
  const is = process.argv.slice(2).join(' ');
  if (!/^${args}$/.test(is)) throw new Error('not the contract: ' + is);
  const env = Object.keys(process.env).join();
  if (env !== 'PATH') throw new Error('too much is handed on: ' + env);
  const given = require('node:fs').readFileSync(0);
`;

/** Says what it was to say in letters, behind the header that the real one streams, whose lengths are not true. */
const espeak = `${strict('-v (vi|en) -b 1 -s \\d+ --stdin --stdout')}
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(0x7ffff024, 4);
  header.write('WAVEfmt ', 8);
  header.write('data', 36);
  header.writeUInt32LE(0x7ffff000, 40);
  process.stdout.write(Buffer.concat([header, Buffer.from(process.argv[3] + ': '), given]));
`;

const opusenc = `${strict('--quiet --ignorelength --speech --comp \\d+ --bitrate \\d+ --serial 1 - -')}
  if (given.subarray(0, 4).toString() !== 'RIFF') throw new Error('no WAV');
  process.stdout.write(Buffer.concat([Buffer.from('OggS'), given.subarray(44)]));
`;

/** A folder of stand-ins for the two programs, strict about how they are called; some are left out or behave otherwise. */
export function standIns(others: Readonly<Record<string, string | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-voice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, script] of Object.entries({ 'espeak-ng': espeak, opusenc, ...others })) {
    if (script === null) continue;
    writeFileSync(join(folder, name), `#!${process.execPath}\n${script}`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** What stands in for the sound, behind its header. */
export function heard(sound: Uint8Array | null, from: number): string | null {
  return sound === null ? null : Buffer.from(sound).toString('utf8', from);
}
