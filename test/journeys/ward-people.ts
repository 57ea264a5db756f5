import { runAdmin } from '../../src/admin/run.ts';
import { give, pendingOf } from '../../src/handle/procedure/give.ts';
import { newDossier } from '../../src/procedure/dossier.ts';
import type { Person } from '../../src/procedure/party.ts';
import type { OfficialClass } from '../../src/review/official.ts';
import { placeByCode } from '../../src/store/areas.ts';
import { lockDossier, openDossiers } from '../../src/store/dossiers.ts';
import { vietnamDay } from '../../src/time/vietnam.ts';
import { bringTo } from './round.ts';
import type { Stage } from './stage.ts';
import type { Talk } from './talk.ts';

/** Carries a command of the operator out; gives its lines. */
export async function operates(stage: Stage, name: string, args: object): Promise<string> {
  const { lines } = await runAdmin(stage.db, name, args, {
    now: stage.clock,
    baseUrl: '',
    quiet: stage.quiet,
  });
  await stage.exhaust();
  return lines.join('\n');
}

/** Takes up a post at the office of the ward of the test. */
export async function joinsOffice(
  stage: Stage,
  talk: Talk,
  address: string,
  role: 'officer' | 'recorder',
): Promise<void> {
  const invitation = await operates(stage, 'invite', { ward: 'thu', role });
  await talk.says(address, `/start ${/moi-\w+/.exec(invitation)![0]}`);
  await talk.presses(address, 'Nhận');
}

/** Puts a household of last year's list into the round, and has it signed by somebody; gives its dossier. */
export async function signed(
  stage: Stage,
  { by = 800_001, name, round, zone }: { round: number; zone: string; name: string; by?: number },
): Promise<number> {
  const place = (await placeByCode(stage.db.q, zone))!;
  const at = { zone: place.zone };
  const { listed } = await stage.listed(zone, { name, address: null, people: null });
  const today = vietnamDay(stage.clock);
  return stage.db.tx(async (q) => {
    const dossier = newDossier({
      procedure: '24-2021-yearly',
      origin: 'listed',
      before: 'near-poor',
      since: today,
    });
    const pending = await pendingOf(q, { dossier, round });
    const [id] = await openDossiers(
      q,
      [{ ward: place.ward, ...at, round, case: null, listed, dossier, ...pending }],
      stage.clock,
    );
    const acting = { q, now: stage.clock, today, quiet: null };
    const asks: Person = { id: 800_000, posts: [{ role: 'collaborator', ...at }], wardPosts: [] };
    const signs: Person = { id: by, posts: [{ role: 'head', ...at }], wardPosts: [] };
    for (const [person, kind] of [
      [asks, 'interview'],
      [signs, 'verify'],
    ] as const) {
      const row = (await lockDossier(q, id!))!;
      const command = kind === 'verify' ? { kind } : { kind, helper: person.id };
      const outcome = await give({ ...acting, person }, { row, command, step: null });
      if (outcome.kind === 'refused') throw new Error(outcome.why);
    }
    return id!;
  });
}

/** The same, posted, and its posting over. */
export async function posted(
  stage: Stage,
  household: { round: number; zone: string; name: string; by?: number },
  category: OfficialClass = 'poor',
): Promise<number> {
  const id = await signed(stage, household);
  await bringTo(stage, id, 'posted', category);
  await stage.exhaust();
  return id;
}
