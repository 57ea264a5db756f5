import { say } from '../decision.ts';
import { freeRechecks } from '../handle/procedure/free-rechecks.ts';
import { type Moment, tell } from '../handle/tell.ts';
import type { Role } from '../rights.ts';
import { operator } from '../store/cases.ts';
import { record } from '../store/changes.ts';
import type { Query } from '../store/db.ts';
import { holdAccount } from '../store/devices.ts';
import { endPost } from '../store/posts.ts';
import { deadEnd } from '../survey/person.ts';

/** A post that somebody holds, and where. */
export type HeldPost = {
  readonly person: number;
  readonly role: Role;
  readonly zone: number;
  readonly ward: number;
  readonly zoneName: string;
  readonly wardName: string;
};

/** Ends a post, writes it down, and tells the one who held it. */
export async function finishPost(q: Query, held: HeldPost, moment: Moment): Promise<void> {
  const { person, role, ward, zone, zoneName, wardName } = held;
  await holdAccount(q, person);
  await endPost(q, { person, zone, role }, moment.now);
  await record(q, { ward, zone, type: 'PostEnded', body: { person, role }, actor: operator }, moment.now);
  await freeRechecks(q, { person, ward }, moment);
  const told = deadEnd('post-ended', say('talk.post-ended', { zone: zoneName, ward: wardName }));
  await tell(q, [person], told, { ward, case: null }, moment);
}
