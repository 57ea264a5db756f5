import type { Voice } from '../channel/voice.ts';
import type { Speech } from '../text/rendered.ts';
import { type Ran, runProgram } from './program.ts';
import { turns } from './turns.ts';
import { isWav, withLength } from './wav.ts';

/** Slower than its 175 words a minute: it is for people who hear a question for the first time. */
const wordsPerMinute = '140';
/** With the time that the two programs have, well below that in which a message must be sent. */
const waitMs = 20_000;
/** So small that a phone's data are not worth a thought, and still clear. One serial number: a second reading is the same file. */
const opusArgs = '--quiet --ignorelength --speech --comp 5 --bitrate 16 --serial 1 - -'.split(' ');

/** Debian's espeak-ng as a voice; throws, saying what to install, when it or opusenc does not work here. */
export async function espeakVoice(path: string): Promise<Voice> {
  const inTurn = turns({ atOnce: 2, waitMs });

  async function speak({ text, language }: Speech): Promise<Ran> {
    const args = ['-v', language, '-b', '1', '-s', wordsPerMinute, '--stdin', '--stdout'];
    // In double brackets it would read sounds instead of words.
    const ran = await runProgram({ name: 'espeak-ng', args, input: text.replaceAll(/[[\]]/g, ' '), path });
    return ran.kind === 'done' && !isWav(ran.output) ? { kind: 'failed' } : ran;
  }
  const pack = (input: Uint8Array) => runProgram({ name: 'opusenc', args: opusArgs, input, path });

  for (const language of ['vi', 'en'] as const) {
    const spoken = works('espeak-ng', await speak({ text: '1', language }));
    works('opusenc', await pack(spoken));
  }

  return {
    async wav(speech) {
      const ran = await inTurn(() => speak(speech));
      return ran?.kind === 'done' ? withLength(ran.output) : null;
    },
    async opus(speech) {
      const ran = await inTurn(async () => {
        const spoken = await speak(speech);
        return spoken.kind === 'done' ? pack(spoken.output) : spoken;
      });
      return ran?.kind === 'done' ? ran.output : null;
    },
  };
}

function works(name: string, ran: Ran): Uint8Array {
  if (ran.kind === 'done' && ran.output.length > 0) return ran.output;
  const why = ran.kind === 'missing' ? 'is not installed' : 'does not work here';
  throw new Error(
    `VOICE is espeak-ng, but ${name} ${why}. Install both programs (apt-get install espeak-ng opus-tools), or unset VOICE.`,
  );
}
