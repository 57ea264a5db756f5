import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { commandSchema } from '../procedure/command.ts';
import { type Dossier, dossierSchema } from '../procedure/dossier.ts';
import type { ReportStep } from '../report/files.ts';
import type { Zone } from '../report/rows.ts';
import { type Review, reviewSchema } from '../review/review.ts';
import { type Interview, interviewSchema } from '../survey/interview.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { type Query, rows } from './db.ts';
import { type ListedDetails, listedDetailsSchema } from './listed.ts';
import { type Sealed, sealedSchema, unseal } from './seal.ts';

/** Of which households a report is: those of a round that are its ward's still, or of one zone of them. */
export type ReportScope = {
  readonly round: number;
  readonly ward: number;
  readonly listYear: number;
  readonly zone: number | null;
};

/** A household of a round with all that is kept of it. */
export type ReportRow = {
  readonly id: number;
  readonly zone: number;
  readonly dossier: Dossier;
  /** Why it was taken off the round; null where it was not. */
  readonly removedFor: string | null;
  readonly told: { readonly interview: Interview; readonly review: Review } | null;
  readonly listed: ListedDetails | null;
  /** It stood on a list before the last one. */
  readonly stoodEarlier: boolean;
  readonly groups: readonly string[] | null;
  readonly supports: readonly {
    readonly policy: string;
    readonly promisedOn: string;
    readonly arrivedOn: string | null;
  }[];
};

const kept = z.object({
  id: z.number(),
  zone: z.number(),
  body: sealedSchema,
  removal: sealedSchema.nullable(),
  interview: sealedSchema.nullable(),
  review: sealedSchema.nullable(),
  details: sealedSchema.nullable(),
  stoodEarlier: z.boolean(),
  groups: sealedSchema.nullable(),
  supports: z.array(
    z.object({ policy: z.string(), promisedOn: z.string(), arrivedOn: z.string().nullable() }),
  ),
});

/** As many as one page holds: a household with its readings is some ten thousand characters. */
const perPage = 200;

/** The households of a scope, zone by zone and in the order of their numbers; read page by page, so that memory stays flat. */
export async function* reportRows(q: Query, scope: ReportScope): AsyncGenerator<ReportRow> {
  for (const { id: zone } of await reportZones(q, scope)) {
    let after = 0;
    for (;;) {
      const page = await rows(
        q,
        sql`select d.id, d.zone_id as zone, d.body, d.groups, c.interview, c.review, l.details,
              (select s.body from dossier_steps s where s.dossier_id = d.id and d.state = 'removed'
                order by s.n desc limit 1) as removal,
              exists (select 1 from listed_households e where e.ward_id = l.ward_id and e.key = l.key
                and e.list_year < ${scope.listYear - 1}) as "stoodEarlier",
              coalesce((select json_agg(json_build_object('policy', s.policy, 'promisedOn', s.promised_on::text,
                'arrivedOn', s.arrived_on::text) order by s.id) from supports s where s.dossier_id = d.id), '[]') as supports
            from dossiers d left join cases c on c.id = d.case_id left join listed_households l on l.id = d.listed_id
            where ${within({ ...scope, zone })} and d.id > ${after} order by d.id limit ${perPage}`,
        kept,
      );
      for (const row of page) yield opened(row);
      const last = page.at(-1);
      if (last === undefined || page.length < perPage) break;
      after = last.id;
    }
  }
}

function opened({
  body,
  details,
  groups,
  interview,
  removal,
  review,
  ...row
}: z.infer<typeof kept>): ReportRow {
  return {
    ...row,
    dossier: unseal(body, dossierSchema),
    removedFor: reasonIn(removal),
    told:
      interview === null || review === null
        ? null
        : { interview: unseal(interview, interviewSchema), review: unseal(review, reviewSchema) },
    listed: details === null ? null : unseal(details, listedDetailsSchema),
    groups: groups === null ? null : unseal(groups, z.array(z.string())),
  };
}

function reasonIn(removal: Sealed | null): string | null {
  if (removal === null) return null;
  const command = unseal(removal, commandSchema);
  return command.kind === 'remove' ? command.reason : null;
}

/** The zones that a report has a row for: those of the ward, those that the round is limited to where it is, and wherever a household of it lives. */
export async function reportZones(q: Query, scope: ReportScope): Promise<readonly Zone[]> {
  const { round, ward, zone } = scope;
  return rows(
    q,
    sql`select z.id, z.name from zones z where z.ward_id = ${ward} and ${zone === null ? sql`true` : sql`z.id = ${zone}`}
          and (exists (select 1 from dossiers d where d.zone_id = z.id and d.round_id = ${round} and d.ward_id = ${ward})
            or (z.merged_into is null and (not exists (select 1 from round_zones r where r.round_id = ${round})
              or exists (select 1 from round_zones r where r.round_id = ${round} and r.zone_id = z.id))))
        order by z.id`,
    z.object({ id: z.number(), name: z.string() }),
  );
}

const counted = z.object({
  zones: z.number(),
  households: z.number(),
  recognised: z.number(),
  supports: z.number(),
  steps: z.number(),
  hasList: z.boolean(),
  /** Only those who asked, or only some zones: a part of the ward. */
  isRegular: z.boolean(),
  isLimited: z.boolean(),
});

/** What the database itself counts of a scope, without reading a household: what an export must have. */
export type ReportCounts = z.infer<typeof counted>;

/** Counts a scope. */
export async function reportCounts(q: Query, scope: ReportScope): Promise<ReportCounts> {
  const zones = (await reportZones(q, scope)).length;
  const of = (table: string) =>
    sql`(select count(*) from ${sql.identifier(table)} s join dossiers d on d.id = s.dossier_id where ${within(scope)})`;
  const [found] = await rows(
    q,
    sql`select ${zones}::int8 as zones, count(*) as households,
          count(*) filter (where d.state in ('recognised', 'certified')) as recognised,
          ${of('supports')} as supports, ${of('dossier_steps')} as steps,
          exists (select 1 from listed_households l where l.ward_id = ${scope.ward}
            and l.list_year < ${scope.listYear})
            or exists (select 1 from dossiers d where ${within(scope)} and d.listed_id is not null) as "hasList",
          exists (select 1 from rounds r where r.id = ${scope.round} and r.kind = 'regular') as "isRegular",
          exists (select 1 from round_zones r where r.round_id = ${scope.round}) as "isLimited"
        from dossiers d where ${within(scope)}`,
    counted,
  );
  if (found === undefined) throw new Error('The database counted nothing, not even none.');
  return found;
}

const stepRow = z.object({
  dossier: z.number(),
  n: z.number(),
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  at: z.date(),
});
const stepsPerPage = 2000;

/** The steps of the households of a scope, by household and number. */
export async function* reportSteps(q: Query, scope: ReportScope): AsyncGenerator<ReportStep> {
  let after = { dossier: 0, n: 0 };
  for (;;) {
    const page = await rows(
      q,
      sql`select s.dossier_id as dossier, s.n, s.kind, s.from_state as "from", s.to_state as "to", s.at
          from dossier_steps s join dossiers d on d.id = s.dossier_id
          where ${within(scope)} and (s.dossier_id, s.n) > (${after.dossier}, ${after.n})
          order by s.dossier_id, s.n limit ${stepsPerPage}`,
      stepRow,
    );
    for (const { at, ...step } of page) yield { ...step, on: vietnamDay(at) };
    const last = page.at(-1);
    if (last === undefined || page.length < stepsPerPage) return;
    after = last;
  }
}

function within({ round, ward, zone }: ReportScope): SQL {
  const here = zone === null ? sql`true` : sql`d.zone_id = ${zone}`;
  return sql`d.round_id = ${round} and d.ward_id = ${ward} and ${here}`;
}

/** The households of a scope in which somebody should have acted before that day. */
export async function lateDossiers(q: Query, scope: ReportScope, today: string): Promise<readonly number[]> {
  const found = await rows(
    q,
    sql`select d.id from dossiers d where ${within(scope)} and d.acts_next is not null and d.due_on < ${today}::date`,
    z.object({ id: z.number() }),
  );
  return found.map(({ id }) => id);
}
