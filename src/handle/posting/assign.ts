import type { Phrase } from '../../decision.ts';
import { apartFrom, assigned, type Candidate, toAssign, whoRechecks } from '../../office/assign.ts';
import { notOfficer } from '../../office/post.ts';
import { partiesOf } from '../../procedure/party.ts';
import { zonesOf } from '../../store/areas.ts';
import { complainantsOf } from '../../store/complaints.ts';
import { type DossierRow, dossiersOfWard, lockDossier } from '../../store/dossiers.ts';
import { reach } from '../../store/people.ts';
import { holdersIn } from '../../store/posts.ts';
import { holdersOfOffice } from '../../store/ward-posts.ts';
import { zoneNames } from '../../store/zones.ts';
import { refusedStep } from '../../talk/refused-step.ts';
import { type FlowInput, keep } from '../flow-state.ts';
import { actingFrom } from '../procedure/follow.ts';
import { type Acting, give } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';
import { type Reply, toSelf, type Turn } from '../turn.ts';
import { shownToCheck } from './to-check.ts';

/** An officer asks somebody to check a household once more. */
export async function assign(turn: Turn, input: FlowInput): Promise<Reply> {
  await keep(turn, null);
  const acting = await actingFrom(turn);
  if (input.kind !== 'press' || input.id === 0) return waiting(acting);
  const row = await lockDossier(turn.q, input.id);
  if (row === null || !isTheirs(acting, row)) return toSelf(notOfficer());
  if (row.dossier.state !== 'complaint') return waiting(acting);
  if (input.act !== 'to') return toSelf(await card(acting, row));
  return choose(acting, row, { rev: input.rev, person: Number.parseInt(input.arg, 36) });
}

function isTheirs({ person }: Acting, row: DossierRow): boolean {
  return partiesOf(person, { ...row, rechecker: null }).includes('officer');
}

/** The households to which somebody objects, and for which nobody was asked yet. */
async function waiting(acting: Acting): Promise<Reply> {
  const { person, q } = acting;
  const wards = [...new Set(person.wardPosts.map(({ ward }) => ward))];
  const open = await Promise.all(wards.map((ward) => dossiersOfWard(q, ward, ['complaint'])));
  const rows = open.flat().filter((row) => row.dossier.rechecker === null && isTheirs(acting, row));
  const names = await namesOf(q, rows);
  const zones = await zoneNames(
    q,
    rows.map(({ zone }) => zone),
  );
  return toSelf(
    toAssign(
      rows.map(({ id, zone }) => ({
        dossier: id,
        name: names.get(id) ?? '?',
        zone: zones.get(zone) ?? '?',
      })),
    ),
  );
}

async function choose(
  acting: Acting,
  row: DossierRow,
  { person, rev }: { readonly person: number; readonly rev: number },
): Promise<Reply> {
  const who = (await candidatesFor(acting, row)).find((each) => each.person === person);
  if (who === undefined) return toSelf(await card(acting, row, [refusedStep('not-eligible')]));
  const outcome = await give(acting, { row, command: { kind: 'assign', rechecker: person }, step: rev });
  if (outcome.kind === 'refused') return toSelf(await card(acting, row, [refusedStep(outcome.why)]));
  const name = (await namesOf(acting.q, [row])).get(row.id) ?? '?';
  return toSelf(assigned(name, who, acting.person.id, row.id));
}

async function card(acting: Acting, row: DossierRow, lead: readonly Phrase[] = []) {
  const all = await everybody(acting, row.ward);
  const candidates = await candidatesFor(acting, row);
  const now = all.find(({ person }) => person === row.dossier.rechecker) ?? null;
  const shown = await shownToCheck(acting.q, row);
  return whoRechecks({ ...shown, now, candidates }, acting.person.id, lead);
}

/** Whoever holds a post in the ward, is there, and is not too near to the household. */
async function candidatesFor(acting: Acting, row: DossierRow): Promise<readonly Candidate[]> {
  const complainants = await complainantsOf(acting.q, row.id);
  const apart = apartFrom(row.dossier, { ...row, complainants });
  const free = (await everybody(acting, row.ward)).filter(
    ({ person }) => !apart.has(person) && person !== row.dossier.rechecker,
  );
  const reached = await reach(
    acting.q,
    free.map(({ person }) => person),
  );
  return free.filter((each) => reached.some(({ person }) => person === each.person));
}

/** The heads, collaborators and officers of a ward who are there today, each once. */
async function everybody({ q, today }: Acting, ward: number): Promise<readonly Candidate[]> {
  const zones = (await zonesOf(q, ward)).filter(({ mergedInto }) => mergedInto === null);
  const inZones = await Promise.all(
    zones.map(async ({ id, name: zone }) => {
      const here = await holdersIn(q, id, today);
      return here
        .filter(({ awayUntil }) => awayUntil === null || awayUntil < today)
        .map(({ name, person, role }) => ({ name, person, role, zone }));
    }),
  );
  const officers = await holdersOfOffice(q, ward, 'officer', today);
  const atOffice = officers.map((person) => ({ name: null, person, role: 'officer', zone: null }) as const);
  const all: readonly Candidate[] = [...inZones.flat(), ...atOffice];
  return all.filter(({ person }, at) => all.findIndex((each) => each.person === person) === at);
}
