import { z } from 'zod';
import { type Message, type Phrase, say } from '../../decision.ts';
import type { Named } from './household.ts';
import { wardMessage, wardPick } from './words.ts';

/** A household that is being taken off, and the reason once it was given. */
export const removeSchema = z.object({
  kind: z.literal('remove'),
  dossier: z.number().int(),
  step: z.number().int(),
  reason: z.string().nullable(),
});
export type Remove = z.infer<typeof removeSchema>;

/** The usual reasons, in the words that are kept and that the household reads. */
export const reasons = {
  moved: 'Hộ đã chuyển đi nơi khác',
  died: 'Hộ không còn ai',
  twice: 'Hộ đã có trong danh sách, bị tính hai lần',
} as const;

/** Asks why a household is taken off. */
export function askWhy({ at, dossier, name, zoneName }: Named): Message {
  const known = ['moved', 'died', 'twice'].map((reason) =>
    wardPick('why', dossier, say(`ward.why.${reason}`), at.step, reason),
  );
  return wardMessage(
    [say('ward.remove-why', { name, zone: zoneName })],
    [...known, wardPick('why', dossier, say('ward.why.other'), at.step, 'other')],
  );
}

/** Asks for a reason of their own words. */
export function askOther({ name, zoneName }: Named, lead: readonly Phrase[] = []): Message {
  return wardMessage([...lead, say('ward.remove-other', { name, zone: zoneName })]);
}

/** Asks whether it is right before anybody is told. */
export function sureRemove({ at, dossier, name, zoneName }: Named, reason: string): Message {
  return wardMessage(
    [say('ward.remove-sure', { name, zone: zoneName, reason })],
    [
      wardPick('do-remove', dossier, say('ward.act.do-remove'), at.step),
      wardPick('one', dossier, say('ward.act.keep'), at.step),
    ],
  );
}
