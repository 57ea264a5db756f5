import type { Person } from '../../procedure/party.ts';
import { operator } from '../../store/cases.ts';

/** The operator, who acts for the office of a ward where nobody does. */
export function operatorOf(ward: number): Person {
  return { id: operator, posts: [], wardPosts: [{ role: 'officer', ward }] };
}
