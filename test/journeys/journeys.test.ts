import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ownDatabase } from '../store/database.ts';
import { casts } from './players.ts';
import { play, transcriptSchema } from './transcript.ts';

/**
 * Whole conversations, played through inbox, database and outbox in every channel. What the bot said stands in the
 * transcript word for word, so that an official can read and correct it; UPDATE=1 writes it anew, to be read in the diff.
 */
const folder = new URL('./cases/', import.meta.url);
const database = ownDatabase();
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** On a server the database is what is tried: the channels are the same as on the embedded one, but for the web's own tables. */
const played = Object.keys(casts).filter(
  (channel) => !process.env.TEST_DATABASE_URL || ['pressed', 'web'].includes(channel),
);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const path = new URL(file, folder);
  const transcript = transcriptSchema.parse(parse(readFileSync(path, 'utf8')));
  describe(transcript.name, () => {
    for (const channel of played.filter((each) => transcript.channels?.includes(each) ?? true)) {
      test(`on ${channel}`, async () => {
        const update = process.env.UPDATE === '1' && channel === 'pressed';
        const heard = await play(database.db, transcript, channel, { update, endings });
        if (update) {
          const steps = transcript.steps.map((step, index) => ({ ...step, heard: heard[index] }));
          writeFileSync(path, stringify({ ...transcript, steps }, { lineWidth: 0 }));
        }
      });
    }
  });
}
