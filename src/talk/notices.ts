import { encodeButton } from '../button.ts';
import type { Message, Pick } from '../decision.ts';
import { notice, say } from '../decision.ts';
import type { Due } from '../procedure/deadline.ts';
import type { Office } from '../procedure/party.ts';
import type { State } from '../procedure/state.ts';
import type { Role, Stage } from '../rights.ts';
import { may, stagesOf } from '../rights.ts';
import type { Place } from '../survey/context.ts';
import { own } from '../survey/own.ts';
import { deadEnd, toPerson } from '../survey/person.ts';
import { dueLines, flowPick } from './told-step.ts';

/** A choice open to everybody at any time. */
export function menu(act: string, arg = ''): Pick {
  return { phrase: say(`menu.${act}`), data: encodeButton({ kind: 'menu', act, arg }) };
}

/** What the bot can do for this person. */
export function help(isHead: boolean, isOffice: boolean): Message {
  const parts = [
    say('talk.help'),
    ...(isHead ? [say('talk.help-head')] : []),
    ...(isOffice ? [say('talk.help-office')] : []),
  ];
  return {
    kind: 'help',
    parts,
    options: [
      menu('resume'),
      menu('status'),
      ...(isHead ? [menu('tasks')] : []),
      ...(isOffice ? [flowPick('ward', 'open', 0)] : []),
    ],
    actions: [toPerson, menu('devices'), menu('language')],
  };
}

/** Something came that the bot cannot read: kind, and the place is kept. */
export function unreadable(what: string): Message {
  return deadEnd('unreadable', say(`talk.unreadable.${what}`));
}

/** In a group nothing is asked; there is only the way to talk alone. */
export function privateOnly(link: string | null): Message {
  return notice(
    'private-only',
    link === null ? say('talk.private-only') : say('talk.private-only-link', { link }),
  );
}

/** The languages to choose from, at any time. */
export function languages(): Message {
  return { kind: 'language', parts: [say('talk.language')], options: [menu('vi'), menu('en')], actions: [] };
}

/** Where a household's case is, who has it, and what comes next. */
export function status(
  subject: {
    readonly case: number;
    readonly stage: Stage;
    readonly zone: string | null;
    readonly headed: boolean;
    /** Somebody of the same house has sent a case as well, in which the head goes on. */
    readonly isAside?: boolean;
    /** Where it stands in the round of review, with the day until which that takes. */
    readonly reviewed?: { readonly state: State; readonly due: Due | null } | null;
  } | null,
  place: Place | null = null,
): Message {
  if (subject === null)
    return {
      kind: 'status',
      parts: [say('talk.status.none')],
      options: [menu('resume')],
      actions: [toPerson],
    };
  const waiting = stagesOf('verify').includes(subject.stage);
  const who = subject.headed ? 'talk.status.head' : 'talk.status.no-head';
  const acts = [
    ...(mayGoOn(subject.stage) ? ['resume'] : []),
    ...(may(['household'], 'revise', subject.stage) ? ['edit'] : []),
    ...(may(['household'], 'withdraw', subject.stage) ? ['withdraw'] : []),
  ];
  return {
    kind: 'status',
    parts: [
      say(`talk.status.${subject.stage}`, { case: subject.case }),
      ...(subject.isAside === true ? [say('talk.together')] : []),
      ...(waiting && subject.zone !== null ? [say(who, { zone: subject.zone })] : []),
      ...reviewedLines(subject.reviewed ?? null),
      say('told.next'),
    ],
    options: acts.map((act) => own(subject, act)),
    // A link to a zone was opened: a new case begins there.
    actions: [
      ...(acts.length === 0 ? [menu('new', place === null ? '' : String(place.zone))] : []),
      // Only what was sent can have been read.
      ...(stagesOf('read').includes(subject.stage) ? [menu('readers')] : []),
      toPerson,
    ],
  };
}

function reviewedLines(reviewed: { readonly state: State; readonly due: Due | null } | null) {
  if (reviewed === null) return [];
  return [say(`step.state.${reviewed.state}`), ...dueLines(reviewed.due)];
}

function mayGoOn(stage: Stage): boolean {
  return may(['household'], 'send', stage) || may(['household'], 'agree', stage);
}

/** The words for each post to which somebody can be invited. */
const postWords: Readonly<Record<Role, Readonly<Record<'invitation' | 'accept' | 'welcome', string>>>> = {
  head: { invitation: 'talk.invitation', accept: 'menu.accept', welcome: 'talk.welcome-head' },
  collaborator: {
    invitation: 'talk.invitation-collaborator',
    accept: 'menu.accept-collaborator',
    welcome: 'talk.welcome-collaborator',
  },
};

type Post = { readonly role: Role; readonly zoneName: string; readonly wardName: string };

/** An invitation is shown; only its button uses it up. */
export function invitation(post: Post, code: string): Message {
  const words = postWords[post.role];
  const where = { zone: post.zoneName, ward: post.wardName };
  return {
    kind: 'invitation',
    parts: [say(words.invitation, where)],
    options: [{ ...menu('accept', code), phrase: say(words.accept) }],
    actions: [],
  };
}

/** Somebody has taken a post up: what they do from now on. */
export function welcome(post: Post & { readonly zoneCode: string }): Message {
  const where = { zone: post.zoneName, ward: post.wardName, code: post.zoneCode };
  const parts = [say(postWords[post.role].welcome, where)];
  return { kind: 'welcome', parts, options: [menu('resume')], actions: [] };
}

type OfficePost = { readonly role: Office; readonly wardName: string };

/** An invitation to the office of a ward is shown; only its button uses it up. */
export function officeInvitation({ role, wardName }: OfficePost, code: string): Message {
  return {
    kind: 'invitation',
    parts: [say(`talk.office.invitation-${role}`, { ward: wardName })],
    options: [{ ...menu('accept', code), phrase: say(`talk.office.accept-${role}`) }],
    actions: [],
  };
}

/** Somebody has taken up a post at the office of a ward: what they do from now on. */
export function officeWelcome({ role, wardName }: OfficePost): Message {
  return {
    kind: 'welcome',
    parts: [say(`talk.office.welcome-${role}`, { ward: wardName })],
    options: [flowPick('ward', 'open', 0), menu('resume')],
    actions: [],
  };
}

/** A code that leads nowhere (any more). */
export function badCode(): Message {
  return { kind: 'bad-code', parts: [say('talk.bad-code')], options: [menu('resume')], actions: [toPerson] };
}

/** Something failed inside, and what was wanted was not done. */
export function sorry(): Message {
  return deadEnd('sorry', say('talk.sorry'));
}
