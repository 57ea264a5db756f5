import { headed } from '../rights.ts';
import { lockOwnCase } from '../store/cases.ts';
import { contactsOf } from '../store/contacts.ts';
import { placeOf } from '../survey/answer.ts';
import { people } from '../talk/person.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** Whom the speaker can speak to: by the zone of the own household, else by the zone that is headed. */
export async function onPerson(turn: Turn): Promise<Reply> {
  const row = await lockOwnCase(turn.q, turn.speaker.id);
  const chosen = row === null ? null : (placeOf(row.interview.answers)?.zone ?? row.zone);
  const [headedZone] = headed(turn.speaker.posts);
  return toSelf(people(await contactsOf(turn.q, chosen ?? headedZone ?? null)));
}
