import { z } from 'zod';
import { clockOf, pendingBy } from '../handle/procedure/clock.ts';
import { procedureIds, procedures } from '../procedure/procedures.ts';
import { ended, stateSchema } from '../procedure/state.ts';
import type { Database, Query } from '../store/db.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { meetingDay } from '../store/meetings.ts';
import { roundById, setTerm, termsOf } from '../store/rounds.ts';
import { lockPending, ownTerms, saveDue } from '../store/terms.ts';
import { heldWard, wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';

const setArgs = z.object({
  ward: z.string().min(1),
  procedure: z.enum(procedureIds),
  state: stateSchema.exclude(ended),
  days: z.coerce.number().int().min(1).max(366),
  kind: z.enum(['working', 'calendar']),
  document: z.string().trim().min(1),
});

/** Lists how long each step may take in a ward, by whom that is set, and how sure it is. */
export const termsList = command('terms list --ward uong-bi', z.object({ ward: z.string().min(1) }), list);

/** Sets how long a step may take in a ward, by a document of its own; open deadlines are computed anew. */
export const termsSet = command(
  'terms set --ward uong-bi --procedure 24-2021-yearly --state posted --days 5 --kind working|calendar --document "Quyết định …"',
  setArgs,
  set,
);

async function list(db: Database, { ward: code }: { ward: string }): Promise<Answered> {
  const ward = await wardCalled(db, code);
  const own = await ownTerms(db.q, ward.id);
  const all = await Promise.all(
    procedureIds.map(async (procedure) => ({ procedure, terms: await termsOf(db.q, ward.id, procedure) })),
  );
  const data = all.flatMap(({ procedure, terms }) =>
    Object.entries(terms).map(([state, term]) => {
      const document = own.find((each) => each.procedure === procedure && each.state === state)?.document;
      if ('ward' in term) return { procedure, state, ...term.ward, by: `the ward: ${document ?? '?'}` };
      if ('plan' in term) return { procedure, state, ...term.plan, by: 'our plan, not the law' };
      const where = [term.source.document, term.source.article].filter(Boolean).join(', ');
      return { procedure, state, ...term.value, by: `${where} (${term.certainty})` };
    }),
  );
  const lines = data.map(
    ({ by, days, kind, procedure, state }) => `${procedure}  ${state}  ${days} ${kind} day(s)  ${by}`,
  );
  return { lines, data };
}

async function set(
  db: Database,
  { ward: code, ...given }: z.infer<typeof setArgs>,
  { now }: AdminSettings,
): Promise<Answered> {
  return db.tx(async (q) => {
    const ward = await heldWard(q, code);
    await setTerm(q, { ...given, ward: ward.id }, now);
    const rows = await lockPending(q, { ...given, ward: ward.id });
    let changed = 0;
    for (const round of new Set(rows.map((row) => row.round)))
      changed += await reckonAnew(
        q,
        round,
        rows.filter((row) => row.round === round),
      );
    const { days, kind, procedure, state } = given;
    const law = procedures[procedure].source.document;
    return {
      lines: [
        `In ${ward.name} ${state} takes ${days} ${kind} day(s) from now on (${procedure}, ${law}); ${changed} open deadline(s) changed.`,
      ],
      data: { ward: ward.id, ...given, changed },
    };
  });
}

async function reckonAnew(q: Query, id: number, rows: readonly DossierRow[]): Promise<number> {
  const clock = await clockOf(q, await roundById(q, id));
  let changed = 0;
  for (const { dossier, id: household } of rows) {
    const meetsOn = dossier.meeting === null ? null : await meetingDay(q, dossier.meeting);
    changed += await saveDue(q, [household], pendingBy(dossier, { ...clock, meetsOn }));
  }
  return changed;
}
