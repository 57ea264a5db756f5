import { z } from 'zod';
import { type Message, type Phrase, say } from '../../decision.ts';
import type { Named } from './household.ts';
import type { Page } from './page.ts';
import { pagePhrase, wardMessage, wardPick } from './words.ts';

/** Certificates that are being written down: for which households at which steps, and the number once it was typed. */
export const certifySchema = z.object({
  kind: z.literal('certify'),
  households: z.array(z.object({ dossier: z.number().int(), step: z.number().int() })),
  number: z.string().nullable(),
});
export type Certify = z.infer<typeof certifySchema>;

/** The zones with households that still wait for their certificate. */
export function zonesToCertify(
  round: number,
  zones: readonly { readonly zone: number; readonly name: string; readonly count: number }[],
): Message {
  return wardMessage(
    [say('ward.list.certify')],
    zones.map(({ count, name, zone }) =>
      wardPick('certs', round, say('ward.item-zone', { zone: name, count }), zone),
    ),
  );
}

/** The households of a zone that wait for their certificate: one of them, or all at once. */
export function certifyZone(round: number, zone: number, page: Page<Named>): Message {
  const [first] = page.shown;
  return wardMessage(
    [say('ward.certify', { zone: first?.zoneName ?? '?', count: page.of }), ...pagePhrase(page)],
    page.shown.map(({ at, dossier, name, zoneName }) =>
      wardPick('cert', dossier, say('ward.item', { name, zone: zoneName, day: { day: at.since } }), at.step),
    ),
    [
      wardPick('cert-all', round, say('ward.act.certify-all', { count: page.of }), zone),
      ...(page.next === null ? [] : [wardPick('certs', round, say('ward.more'), zone, String(page.next))]),
    ],
  );
}

/** Asks for the number of the certificate, or of all of them as they stand in the book. */
export function askNumber(count: number, name: string | null, lead: readonly Phrase[] = []): Message {
  const asked = name === null ? say('ward.ask-numbers', { count }) : say('ward.ask-number', { name });
  return wardMessage([...lead, asked]);
}

/** Asks whether it is right before anybody is told. */
export function sureCertify({ households, number }: Certify): Message {
  const params = { count: households.length, number: number ?? '' };
  return wardMessage([say('ward.certify-sure', params)], [wardPick('do-cert', 0, say('ward.paper.yes'))]);
}
