import { z } from 'zod';
import type { Post } from '../rights.ts';

/**
 * What somebody is to one household under review. `neighbour`: anybody who lives in its zone; `rechecker`: named by the
 * officer to check once more; `officer`: công chức giảm nghèo, for the steering committee of the ward; `recorder`: writes
 * down what the chairman decides.
 */
export const parties = [
  'household',
  'neighbour',
  'collaborator',
  'head',
  'rechecker',
  'officer',
  'recorder',
] as const;
export type Party = (typeof parties)[number];

/** The posts at the office of a ward. */
export const officeSchema = z.enum(['officer', 'recorder']);
export type Office = z.infer<typeof officeSchema>;

/** A post at the office of a ward. */
export type WardPost = { readonly role: Office; readonly ward: number };

/** Somebody with all the posts they hold on that day. */
export type Person = {
  readonly id: number;
  readonly posts: readonly Post[];
  readonly wardPosts: readonly WardPost[];
};

/** What of a household under review decides who is what to it. */
export type Concern = {
  /** Whose household it is; null while nobody has spoken for it. */
  readonly owner: number | null;
  readonly ward: number;
  readonly zone: number;
  /** Who declared to be kin of the household. */
  readonly kin: readonly number[];
  /** Heads of other zones who stand in for a head that is kin. */
  readonly deputies: readonly number[];
  /** Who checks once more, while that is open. */
  readonly rechecker: number | null;
};

/**
 * What somebody is to a household: its own people and their kin never act for the office in it. Everybody may be a
 * neighbour besides, since everybody may object.
 */
export function partiesOf(person: Person, concern: Concern): readonly Party[] {
  if (person.id === concern.owner) return ['household', 'neighbour'];
  if (concern.kin.includes(person.id)) return ['neighbour'];
  const inZone = person.posts.filter(({ zone }) => zone === concern.zone).map(({ role }) => role);
  const isDeputy = concern.deputies.includes(person.id) && !inZone.includes('head');
  return [
    'neighbour',
    ...new Set<Party>(inZone),
    ...(isDeputy ? (['head'] as const) : []),
    ...(concern.rechecker === person.id ? (['rechecker'] as const) : []),
    ...person.wardPosts.filter(({ ward }) => ward === concern.ward).map(({ role }) => role),
  ];
}

/** The wards at whose office somebody holds that post. */
export function wardsAs(office: Office, posts: readonly WardPost[]): readonly number[] {
  return posts.flatMap(({ role, ward }) => ([office].includes(role) ? [ward] : []));
}
