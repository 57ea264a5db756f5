import type { z } from 'zod';
import type { Fault } from './problem.ts';

/** Where a fault lies: the index of the member it is about, if any, and the field in flattened form (`members.age`). */
export type Located = Fault & { readonly member: number | null };

/** What zod found, field by field; the household's own fields are named as in the table, without `household.`. */
export function faultsOf({ issues }: z.ZodError): readonly Located[] {
  return issues.flatMap((issue) => {
    const path = issue.path[0] === 'household' ? issue.path.slice(1) : issue.path;
    const member = path[0] === 'members' && typeof path[1] === 'number' ? path[1] : null;
    const steps = path.filter((step) => typeof step === 'string');
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...steps, key]) : [steps];
    return fields.map((names) => ({ member, field: names.join('.') || null, say: issue.message }));
  });
}

/** As a line of NDJSON names it: a member's field with the member's place, `members[1].age`. */
export function inRecord({ member, field, say }: Located): Fault {
  if (member === null || field === null) return { field, say };
  return { field: field.replace(/^members/, `members[${member}]`), say };
}
