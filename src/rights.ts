import { z } from 'zod';

/** Where a case stands. `reopened`: the household is changing what it had sent. */
export const stageSchema = z.enum([
  'answering',
  'declined',
  'sent',
  'returned',
  'reopened',
  'signed',
  'withdrawn',
]);
export type Stage = z.infer<typeof stageSchema>;

/** Khu trưởng (trưởng thôn), cộng tác viên. */
export const roleSchema = z.enum(['head', 'collaborator']);
export type Role = z.infer<typeof roleSchema>;

/** A post that a person holds in one zone. */
export type Post = { readonly role: Role; readonly zone: number };

/** What somebody is to one case. */
export type Relation = 'household' | Role;

export type Action =
  | 'agree'
  | 'answer'
  | 'revise'
  | 'send'
  | 'withdraw'
  | 'follow'
  | 'read'
  | 'look'
  | 'verify'
  | 'record'
  | 'sign'
  | 'match'
  | 'set-aside'
  | 'step-aside'
  | 'reconnect'
  | 'knock';

type Rule = { readonly who: readonly Relation[]; readonly stages: readonly Stage[] };

/** The one table of rights: role × state × action. Nobody else compares roles or states. */
const rights: Readonly<Record<Action, Rule>> = {
  /** Begin after all, having declined. */
  agree: { who: ['household'], stages: ['declined'] },
  answer: { who: ['household'], stages: ['answering', 'returned', 'reopened', 'sent'] },
  revise: { who: ['household'], stages: ['answering', 'returned', 'reopened', 'sent'] },
  send: { who: ['household'], stages: ['answering', 'returned', 'reopened'] },
  withdraw: { who: ['household'], stages: ['answering', 'sent', 'returned', 'reopened', 'declined'] },
  follow: {
    who: ['household'],
    stages: ['answering', 'declined', 'sent', 'returned', 'reopened', 'signed', 'withdrawn'],
  },
  read: { who: ['head'], stages: ['sent', 'returned', 'reopened', 'signed'] },
  /** See the answers: only as they were sent, never while the household is changing them. */
  look: { who: ['head'], stages: ['sent', 'signed'] },
  verify: { who: ['head'], stages: ['sent'] },
  /** Copy what the paper form says, and the causes where it makes a household poor: the meeting may come after signing. */
  record: { who: ['head'], stages: ['sent', 'signed'] },
  sign: { who: ['head'], stages: ['sent'] },
  /** Say whether a case is of a household on the list, or of one that has sent another case. */
  match: { who: ['head'], stages: ['sent', 'signed'] },
  /** Let the household go on in another case. */
  'set-aside': { who: ['head'], stages: ['sent', 'returned', 'reopened'] },
  /** Say that one is kin of the household, and leave it to another head. */
  'step-aside': { who: ['head'], stages: ['sent', 'returned', 'reopened', 'signed'] },
  /** Give a household that lost its phone a code with which it goes on from another one. */
  reconnect: { who: ['head'], stages: ['answering', 'sent', 'returned', 'reopened', 'signed'] },
  /** Hear that a household has stopped half-way, and how often it was reminded, but nothing that it answered: to call there. */
  knock: { who: ['head', 'collaborator'], stages: ['answering', 'returned', 'reopened'] },
};

/** May somebody with these relations to a case do this while it stands there? */
export function may(relations: readonly Relation[], action: Action, stage: Stage): boolean {
  const rule = rights[action];
  return rule.stages.includes(stage) && relations.some((relation) => rule.who.includes(relation));
}

/** The stages in which anybody may do this. */
export function stagesOf(action: Action): readonly Stage[] {
  return rights[action].stages;
}

/**
 * What a person is to a case. The one whose household it is never verifies it, head of the zone or not, nor do its kin
 * or who helped it to answer: helper, verifier and approver of one case stay different persons.
 */
export function relationsOf(
  person: { readonly id: number; readonly posts: readonly Post[] },
  subject: { readonly owner: number; readonly zone: number | null } & Partial<Apart>,
): readonly Relation[] {
  if (person.id === subject.owner) return ['household'];
  if (subject.kin?.includes(person.id) === true || subject.helpers?.includes(person.id) === true) return [];
  const here = person.posts.filter((post) => post.zone === subject.zone).map((post) => post.role);
  const standsIn = subject.deputies?.includes(person.id) === true && subject.zone !== null;
  return standsIn && !here.includes('head') ? [...here, 'head'] : here;
}

/** Who is apart from the posts of a zone: kin and helpers do not verify, a deputy does in place of a head. */
export type Apart = {
  readonly kin: readonly number[];
  readonly helpers: readonly number[];
  readonly deputies: readonly number[];
};

/** The zones in which the posts of somebody allow this. */
export function zonesWhere(posts: readonly Post[], action: Action): readonly number[] {
  const zones = posts.filter((post) => rights[action].who.includes(post.role)).map((post) => post.zone);
  return [...new Set(zones)];
}

/** The zones that somebody heads. */
export function headed(posts: readonly Post[]): readonly number[] {
  return posts.filter((post) => post.role === 'head').map((post) => post.zone);
}
