import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';

/** A moment as it is hashed: in UTC, to the microsecond, whatever the session's own zone and style are. */
const moment = (column: SQL) => sql`to_json(${column} at time zone 'UTC') #>> '{}'`;

/** The columns of an entry, of the row that is called r. */
export const entryColumns = sql`r.n, r.id, ${moment(sql`r.at`)} as at, r.actor, r."as", r."of", r.action,
  r.case_id as "case", r.dossier_id as dossier, r.ward_id as ward, r.ref`;

/** The row of an entry, however it was tampered with. */
export const entryRow = z.object({
  n: z.number(),
  id: z.number(),
  at: z.string().nullable(),
  actor: z.number().nullable(),
  as: z.string().nullable(),
  of: z.string().nullable(),
  action: z.string().nullable(),
  case: z.number().nullable(),
  dossier: z.number().nullable(),
  ward: z.number().nullable(),
  ref: z.number().nullable(),
  digest: z.string().nullable(),
  state: z.string().nullable(),
  mark: z.string().nullable(),
});

const text = (...columns: readonly SQL[]) => sql`json_build_array(${sql.join([...columns], sql`, `)})::text`;
const columns = (...names: readonly string[]) => names.map((name) => sql`x.${sql.identifier(name)}`);

/** What an entry r added, which is never changed; null where that is not there (any more). */
export const contentOf = sql`case r."of"
  when 'event' then (select ${text(...columns('ward_id', 'case_id', 'person_id', 'type', 'body'), moment(sql`x.at`))}
    from events x where x.id = r.ref)
  when 'step' then (select ${text(...columns('dossier_id', 'n', 'ward_id', 'kind', 'from_state', 'to_state', 'actor', 'body'), moment(sql`x.at`))}
    from dossier_steps x where x.dossier_id = r.dossier_id and x.n = r.ref)
  when 'change' then (select ${text(...columns('ward_id', 'zone_id', 'type', 'body', 'actor'), moment(sql`x.at`))}
    from changes x where x.id = r.ref)
  when 'posting' then (select ${text(...columns('ward_id', 'zone_id', 'round_id', 'n', 'token', 'from_day', 'until_day', 'until_confirmed', 'body', 'posted_by'), moment(sql`x.posted_at`))}
    from postings x where x.id = r.ref)
  when 'visit' then (select ${text(...columns('dossier_id', 'person_id', 'on_day', 'next_day', 'note'))}
    from visits x where x.id = r.ref)
end`;

/** The kinds whose rows are added once and never changed, and those whose rows are changed. */
export const addedKinds = ['event', 'step', 'change', 'posting', 'visit'] as const;
export const changedKinds = [
  'event',
  'case',
  'step',
  'dossier',
  'list',
  'meeting',
  'complaint',
  'support',
  'match',
] as const;

/** Which row an entry r changed, as a text; null where it changed none. */
export const changedBy = sql`case
  when r."of" in ('event', 'case') then concat('case ', r.case_id)
  when r."of" in ('step', 'dossier') then concat('dossier ', r.dossier_id)
  when r."of" in ('list', 'meeting', 'complaint', 'support', 'match') then concat(r."of", ' ', r.ref)
end`;

/**
 * That row as it stands: all of it that only changes with an entry. What the program counts or reckons by itself
 * (reminders, deadlines, the ward that a zone has gone to) is not in it.
 */
export const stateOf = sql`case
  when r."of" in ('event', 'case') then (select ${text(...columns('person_id', 'ward_id', 'zone_id', 'stage', 'list_year', 'interview', 'review'), moment(sql`x.sent_at`))}
    from cases x where x.id = r.case_id)
  when r."of" in ('step', 'dossier') then (select ${text(...columns('case_id', 'listed_id', 'round_id', 'zone_id', 'state', 'step', 'body', 'groups'))}
    from dossiers x where x.id = r.dossier_id)
  when r."of" = 'list' then (select ${text(...columns('ward_id', 'round_id', 'n', 'body', 'made_by'))} from lists x where x.id = r.ref)
  when r."of" = 'meeting' then (select ${text(...columns('ward_id', 'round_id', 'n', 'on_day', 'state', 'body', 'called_by'))}
    from meetings x where x.id = r.ref)
  when r."of" = 'complaint' then (select ${text(...columns('dossier_id', 'person_id', 'body', 'answer'))} from complaints x where x.id = r.ref)
  when r."of" = 'support' then (select ${text(...columns('dossier_id', 'year', 'policy', 'promised_by', 'promised_on', 'arrived_on', 'note'))}
    from supports x where x.id = r.ref)
  when r."of" = 'match' then (select ${text(...columns('case_id', 'listed_id', 'other_case_id', 'state', 'decided_by'))} from matches x where x.id = r.ref)
end`;

/** A salted hash of a text, or null of nothing. */
export const hashed = (salt: SQL, content: SQL) =>
  sql`encode(sha256(convert_to(${salt} || ${content}, 'UTF8')), 'hex')`;

/** Was what the entry r is about erased, so that it may be gone? An erasure is an entry itself; `erasures` has all of them. */
export const isErased = sql`exists (select 1 from erasures e where e.id > r.id and (
  e.case_id = r.case_id or e.dossier_id = r.dossier_id or (e.case_id is null and e.dossier_id is null and e.ward_id = r.ward_id)))`;
