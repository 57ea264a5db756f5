import { type Message, type Phrase, say } from '../decision.ts';
import { menu } from './notices.ts';
import { spokenPhone } from './phone.ts';

/** Somebody to speak to, as far as it is known. */
export type Contact = {
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
};

/** Whom a household can speak to: the heads of its zone, and the office of its ward. */
export type Contacts = {
  readonly zoneName: string | null;
  readonly wardName: string | null;
  readonly heads: readonly Contact[];
  readonly ward: Contact | null;
};

/** Name, number and hours of those who can help; said openly where nobody is known. */
export function people(contacts: Contacts): Message {
  const lines = contactLines(contacts);
  return {
    kind: 'person',
    parts: lines.length === 0 ? [say('talk.person.nobody')] : [say('talk.person.list', { lines: { lines } })],
    options: [],
    actions: [menu('resume')],
  };
}

/** A line for each of them, the heads first. */
export function contactLines({ zoneName, wardName, heads, ward }: Contacts): readonly Phrase[] {
  const zone = zoneName ?? '';
  return [
    ...heads.map((head) => say('talk.person.head', { zone, who: { phrase: contactWords(head) } })),
    ...(ward === null
      ? []
      : [say('talk.person.ward', { ward: wardName ?? '', who: { phrase: contactWords(ward) } })]),
  ];
}

function contactWords({ name, phone, hours }: Contact): Phrase {
  if (phone === null)
    return hours === null
      ? say('talk.person.name', { name })
      : say('talk.person.name-hours', { name, hours });
  const number = spokenPhone(phone);
  return hours === null
    ? say('talk.person.phone', { name, phone: number })
    : say('talk.person.phone-hours', { name, phone: number, hours });
}
