import { and, asc, inArray, not, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Review } from '../review/review.ts';
import { reviewSchema } from '../review/review.ts';
import type { Stage } from '../rights.ts';
import { stagesOf } from '../rights.ts';
import { placeOf } from '../survey/answer.ts';
import { isHistory } from '../survey/event.ts';
import type { Interview } from '../survey/interview.ts';
import { interviewSchema } from '../survey/interview.ts';
import type { Query } from './db.ts';
import { rows, statement, value } from './db.ts';
import { stillHeads } from './dossiers.ts';
import { cases } from './schema-cases.ts';
import { seal, type Sealed, sealedSchema, unseal } from './seal.ts';

/** A case as it is kept: whose it is, where it belongs, and both sides of it. */
export type CaseRow = {
  readonly id: number;
  readonly owner: number;
  readonly ward: number | null;
  readonly zone: number | null;
  readonly interview: Interview;
  readonly review: Review;
};

/** The row of a case. */
export const caseRow = z.object({
  id: z.number(),
  owner: z.number(),
  ward: z.number().nullable(),
  zone: z.number().nullable(),
  interview: sealedSchema,
  review: sealedSchema,
});

/** Its columns. */
export const caseColumns = sql`id, person_id as owner, ward_id as ward, zone_id as zone, interview, review`;

/** Takes a case for this transaction, or null. Two people on one case queue behind each other. */
export async function lockCase(q: Query, id: number): Promise<CaseRow | null> {
  const [row] = await rows(
    q,
    sql`select ${caseColumns} from cases where id = ${id} for no key update`,
    caseRow,
  );
  return row === undefined ? null : opened(row);
}

/** Some cases in the order of their ids, from behind one on; they are not held, so whoever changes one locks it first. */
export async function casesAfter(q: Query, id: number, most: number): Promise<readonly CaseRow[]> {
  const found = await rows(
    q,
    sql`select ${caseColumns} from cases where id > ${id} order by id limit ${most}`,
    caseRow,
  );
  return found.map(opened);
}

/** These cases, looked at without being held. */
export async function casesOf(q: Query, ids: readonly number[]): Promise<readonly CaseRow[]> {
  if (ids.length === 0) return [];
  const found = await rows(
    q,
    sql`select ${caseColumns} from cases where id in ${[...ids]} order by id`,
    caseRow,
  );
  return found.map(opened);
}

/** The case of a person's own household that goes on, else the latest, held for this transaction; or null. */
export async function lockOwnCase(q: Query, person: number): Promise<CaseRow | null> {
  const [row] = await rows(
    q,
    sql`select ${caseColumns} from cases where person_id = ${person}
        order by stage in (${sql.join(
          stagesOf('withdraw').map((stage) => sql`${stage}`),
          sql`, `,
        )}) desc, id desc limit 1 for no key update`,
    caseRow,
  );
  return row === undefined ? null : opened(row);
}

/** What is sealed in it is read. */
export function opened({ id, owner, ward, zone, ...row }: z.infer<typeof caseRow>): CaseRow {
  return {
    id,
    owner,
    ward,
    zone,
    interview: latest.get(row.interview) ?? unseal(row.interview, interviewSchema),
    review: unseal(row.review, reviewSchema),
  };
}

/**
 * The interviews that this program sealed last, by their seals. The next answer mostly finds one of them as it was left,
 * and need not read it again, which takes the longer the more was answered.
 */
const latest = new Map<Sealed, Interview>();
const mostLatest = 500;

function sealInterview(interview: Interview): Sealed {
  const sealed = seal(interview);
  const [oldest] = latest.keys();
  if (latest.size >= mostLatest && oldest !== undefined) latest.delete(oldest);
  latest.set(sealed, interview);
  return sealed;
}

/** A new case of a person's own household. */
export async function openCase(
  q: Query,
  owner: number,
  start: { readonly interview: Interview; readonly review: Review },
  now: Date,
): Promise<CaseRow> {
  const { interview, review } = start;
  const [row] = await q
    .insert(cases)
    .values({
      personId: owner,
      stage: interview.stage,
      listYear: interview.listYear,
      interview: seal(interview),
      review: seal(review),
      startedAt: now,
      updatedAt: now,
    })
    .returning({ id: cases.id });
  if (row === undefined) throw new Error('The database gave no id for a new case.');
  return { id: row.id, owner, ward: null, zone: null, interview, review };
}

/** Who acts where nobody that talks with the bot does: the operator, at the command line. */
export const operator = 0;

/** A case as it is now, and what happened to it; `actor` is who did it. */
export type Kept = {
  readonly row: CaseRow;
  readonly happened: readonly { readonly type: string }[];
  readonly actor: number;
};

/**
 * The parts of a statement that keep a case, its history and the entries of the record; without a case they do nothing.
 * What only moved the conversation on is no history, but the case is another than before, and the record says so.
 */
export const keeping = sql`kept as (
        update cases set ward_id = ${value('ward', 'int8')}, zone_id = ${value('zone', 'int8')},
          stage = ${value('stage', 'text')}, list_year = ${value('listYear', 'int8')}, interview = ${value('interview', 'text')}, review = ${value('review', 'text')},
          updated_at = coalesce(${value('updatedAt', 'timestamptz')}, updated_at),
          sent_at = coalesce(sent_at, ${value('sentAt', 'timestamptz')})
        where id = ${value('case', 'int8')}),
      happened as (
        insert into events (ward_id, case_id, person_id, type, body, at)
        select ${value('ward', 'int8')}, ${value('case', 'int8')}, ${value('actor', 'int8')}, each.type, each.body,
          ${value('now', 'timestamptz')}
        from json_to_recordset(${value('events', 'json')}) as each (at int, type text, body text) order by each.at
        returning id, ward_id, case_id, person_id, type),
      noted as (
        insert into record (at, actor, "of", action, case_id, ward_id, ref)
        select ${value('now', 'timestamptz')}, ${value('actor', 'int8')}, kind, action, ${value('case', 'int8')}, ${value('ward', 'int8')}, ref
        from (
          select 'event' as kind, type as action, id as ref from happened
          union all select 'case', 'Moved', null::int8 where ${value('case', 'int8')} is not null and ${value('events', 'json')}::text = '[]') n
        order by ref)`;

/** Their values. */
export function keptValues(kept: Kept | null, now: Date) {
  const none = {
    ward: null,
    zone: null,
    stage: null,
    listYear: null,
    interview: null,
    review: null,
    case: null,
    actor: null,
  };
  if (kept === null) return { ...none, updatedAt: null, sentAt: null, events: '[]', now };
  const { row, happened, actor } = kept;
  const place = placeOf(row.interview.answers);
  const events = happened.filter(isHistory).map((event, at) => ({ at, type: event.type, body: seal(event) }));
  return {
    ward: place?.ward ?? null,
    zone: place?.zone ?? null,
    stage: row.interview.stage,
    listYear: row.interview.listYear,
    interview: sealInterview(row.interview),
    review: seal(row.review),
    case: row.id,
    actor,
    // What the operator does is no word of the household or its head: nobody is reminded by it, or not reminded.
    updatedAt: actor === operator ? null : now,
    sentAt: happened.some((event) => event.type === 'Sent') ? now : null,
    events: JSON.stringify(events),
    now,
  };
}

const keep = statement(sql`with ${keeping} select 1`, z.unknown());

/** Saves a case and what happened to it, in the transaction that decided it. */
export async function saveCase(q: Query, kept: Kept, now: Date): Promise<void> {
  await keep(q, keptValues(kept, now));
}

export type OpenTask = {
  readonly id: number;
  readonly interview: Interview;
  readonly review: Review;
  readonly sentAt: Date | null;
  /** The meeting did not agree, and the head goes through it once more. */
  readonly isAgain: boolean;
};

/**
 * The cases of these zones in those stages, else those that wait for their head, oldest first, and those of other zones in
 * which this head stands in; a head's own household, and that of kin, is not among them.
 */
export async function openTasks(
  q: Query,
  zones: readonly number[],
  head: number,
  stages: readonly Stage[] = stagesOf('verify'),
): Promise<readonly OpenTask[]> {
  if (zones.length === 0) return [];
  const found = await q
    .select({
      id: cases.id,
      interview: cases.interview,
      review: cases.review,
      sentAt: cases.sentAt,
      isAgain: sql<boolean>`exists (select 1 from dossiers d join dossier_steps s on s.dossier_id = d.id and s.n = d.step
        where d.case_id = ${cases.id} and d.state = 'interviewed' and s.kind = 'vote')`,
    })
    .from(cases)
    .where(
      and(
        or(and(inArray(cases.zoneId, [...zones]), not(isRelated(head, 'kin'))), isRelated(head, 'deputy')),
        inArray(cases.stage, [...stages]),
        sql`${cases.personId} <> ${head}`,
      ),
    )
    .orderBy(asc(cases.sentAt), asc(cases.id));
  return found.map((row) => ({
    ...row,
    interview: unseal(row.interview, interviewSchema),
    review: unseal(row.review, reviewSchema),
  }));
}

/** What somebody is to the dossier of a case that goes on, else its latest, as in `dossierOf`. */
function isRelated(person: number, as: 'kin' | 'deputy') {
  return sql`exists (select 1 from kin k where k.person_id = ${person} and k."as" = ${as}
    and ${as === 'deputy' ? stillHeads : sql`true`} and k.dossier_id = (
    select d.id from dossiers d where d.case_id = ${cases.id} order by (d.acts_next is not null) desc, d.id desc limit 1))`;
}
