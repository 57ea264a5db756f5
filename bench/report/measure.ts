import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { newDossier } from '../../src/procedure/dossier.ts';
import { newReview } from '../../src/review/review.ts';
import { addWard, addZone } from '../../src/store/areas.ts';
import { type Database, openDatabase } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openRound } from '../../src/store/rounds.ts';
import { persons } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import { readingOf } from '../../src/surveys/reading.ts';
import { answered } from '../../test/survey/walk-through.ts';

const [households = '100000', heapMib = '64'] = process.argv.slice(2);
const zones = 50;
const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';

const db = await openDatabase({ databaseUrl, dataDir: folder });
await migrate(db);
const round = await fill(db, Number(households));
await db.close();

/** A ward of so many recognised households, each with the whole interview of a family of four and two readings of it. */
async function fill({ q }: Database, count: number): Promise<number> {
  const now = new Date('2026-12-01T02:00:00Z');
  const ward = await addWard(q, { code: 'lon', name: 'phường Lớn', area: 'urban', demo: false });
  const ids: number[] = [];
  for (let n = 1; n <= zones; n += 1)
    ids.push(await addZone(q, { wardId: ward, name: `Khu ${n}`, code: `khu-${n}` }));
  const window = { startsOn: '2026-09-01', endsOn: '2026-12-14' };
  const id = await openRound(
    q,
    { ward, kind: 'yearly', procedure: '24-2021-yearly', listYear: 2026, ...window },
    now,
  );
  const [person] = await q.insert(persons).values({ createdAt: now }).returning({ id: persons.id });
  if (id === null || person === undefined) throw new Error('The database is not a new one.');
  const interview = answered('2026-09-10', 2026).interview();
  const reading = readingOf(interview.answers, interview.on, 2026);
  const kept = { by: 'household' as const, on: '2026-09-10', reading };
  const review = { ...newReview, causes: ['capital' as const], readings: [kept, kept] };
  const start = { procedure: '24-2021-yearly', origin: 'asked', before: null, since: '2026-11-10' } as const;
  const dossier = { ...newDossier(start), state: 'certified' as const, decided: 'poor' as const };
  const first = Math.min(...ids);
  await q.execute(sql`
    insert into cases (ward_id, zone_id, person_id, stage, list_year, interview, review, started_at, updated_at)
    select ${ward}, ${first} + n % ${zones}, ${person.id}, 'signed', 2026, ${seal(interview)}, ${seal(review)}, now(), now()
    from generate_series(0, ${count - 1}::int) n`);
  await q.execute(sql`
    insert into dossiers (ward_id, zone_id, round_id, case_id, state, step, body, opened_at, updated_at)
    select ward_id, zone_id, ${id}, id, 'certified', 9, ${seal(dossier)}, now(), now() from cases`);
  await q.execute(sql`analyze`);
  return id;
}

for (const out of ['report.xlsx', 'report']) {
  const path = join(folder, out);
  const heap = [`--max-old-space-size=${heapMib}`, '--max-semi-space-size=1'];
  const args = [
    ...heap,
    '--import',
    'tsx',
    'src/bin/admin.ts',
    'report',
    '--round',
    String(round),
    '--out',
    path,
  ];
  const began = performance.now();
  const said = execFileSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const size = out.endsWith('.xlsx') ? `, ${Math.round(statSync(path).size / 1024 / 1024)} MiB` : '';
  console.log(`${households} households, heap limit ${heapMib} MiB: ${out} in ${seconds} s${size}`);
  console.log(said);
}
rmSync(folder, { recursive: true });
