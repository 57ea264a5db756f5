import { assert, constantFrom, property, record, array, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandKind, commandKinds } from '../../src/procedure/command.ts';
import { actsNext, dueOf } from '../../src/procedure/deadline.ts';
import { decide } from '../../src/procedure/decide.ts';
import { type Dossier, dossierSchema, evolve, newDossier, type Step } from '../../src/procedure/dossier.ts';
import { type Party, parties } from '../../src/procedure/party.ts';
import { procedureIds, procedures } from '../../src/procedure/procedures.ts';
import { isEnded, type State, states } from '../../src/procedure/state.ts';
import { transitions } from '../../src/procedure/transitions.ts';
import { as, commands, personOf } from './samples.ts';

const starts = procedureIds.flatMap((procedure) =>
  ([null, 'poor'] as const).map((before) =>
    newDossier({ procedure, origin: before === null ? 'asked' : 'listed', before, since: '2026-09-01' }),
  ),
);
const moves = array(
  record({
    kind: constantFrom(...commandKinds),
    party: constantFrom(...parties),
    inFavour: integer({ min: 0, max: 20 }),
  }),
  { maxLength: 40 },
);

/** The steps that were taken of those tried, with the dossier after each. */
function play(
  start: Dossier,
  tried: readonly { readonly kind: CommandKind; readonly party: Party; readonly inFavour: number }[],
) {
  const taken: { readonly step: Step; readonly dossier: Dossier }[] = [];
  let dossier = start;
  for (const { kind, party, inFavour } of tried) {
    const command =
      kind === 'vote'
        ? { ...commands.vote, kind, inFavour, meeting: 1, present: 20, agreed: inFavour > 9 }
        : commands[kind];
    const verdict = decide(command, dossier, as(party));
    if (verdict.kind === 'refused') continue;
    dossier = verdict.dossier;
    taken.push({ step: verdict.step, dossier });
  }
  return taken;
}

const clockwork = (dossier: Dossier) => ({
  terms: procedures[dossier.procedure].terms,
  startsOn: '2026-09-01',
  endsOn: '2026-12-14',
  endIs: { by: 'law', isConfirmed: true } as const,
  meetsOn: '2026-10-01',
});

describe('on any way through the procedure', () => {
  test('steps are numbered one by one, and the dossier is what its steps make it, also through JSON', () => {
    assert(
      property(constantFrom(...starts), moves, (start, tried) => {
        const taken = play(start, tried);
        expect(taken.map(({ step }) => step.n)).toEqual(taken.map((_, at) => at + 1));
        const again = taken.reduce((dossier, { step }) => evolve(dossier, step), start);
        expect(again).toEqual(taken.at(-1)?.dossier ?? start);
        expect(dossierSchema.parse(JSON.parse(JSON.stringify(again)))).toEqual(again);
      }),
    );
  });

  test('exactly one party must act while it is open, with one deadline, and that party can do something', () => {
    assert(
      property(constantFrom(...starts), moves, (start, tried) => {
        for (const { dossier } of [{ dossier: start }, ...play(start, tried)]) {
          const due = dueOf(dossier, clockwork(dossier));
          const party = actsNext(dossier, procedures[dossier.procedure]);
          expect(party === null).toBe(isEnded(dossier.state));
          expect(due === null).toBe(isEnded(dossier.state));
          if (party === null) continue;
          const can = commandKinds.filter((kind) => {
            const { from, who } = transitions[kind];
            return (
              from.includes(dossier.state) &&
              who.includes(party === 'head' && dossier.state === 'listed' ? 'collaborator' : party)
            );
          });
          expect(can, `${party} while ${dossier.state}`).not.toEqual([]);
        }
      }),
    );
  });

  test('nobody had it in two hands', () => {
    assert(
      property(constantFrom(...starts), moves, (start, tried) => {
        for (const { dossier } of play(start, tried)) {
          const { approver, helper, rechecker, verifier } = dossier.hands;
          const all = [...new Set(approver), ...new Set(helper), ...new Set(rechecker), ...new Set(verifier)];
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });
});

describe.each(procedureIds)('in the procedure %s', (procedure) => {
  const reached = reachable(procedure);

  test('every state that can be reached can still end', () => {
    const stuck = reached.filter((state) => !isEnded(state) && !endsFrom(state, procedure));
    expect(stuck).toEqual([]);
  });

  test('every state is reached, but for those that this procedure leaves out', () => {
    const { asksOpinion, meets, posts } = procedures[procedure];
    const left = [
      ...(meets ? [] : ['meeting', 'agreed']),
      ...(posts ? [] : ['posted', 'complaint', 'rechecked']),
      ...(asksOpinion ? [] : ['opinion']),
    ];
    expect(states.filter((state) => !reached.includes(state)).sort()).toEqual(left.sort());
  });
});

/** All states one can come to, each command tried in each with every outcome that it may have. */
function reachable(procedure: (typeof procedureIds)[number]): readonly State[] {
  const seen = new Set<State>(['listed']);
  for (const state of seen) for (const next of nextOf(state, procedure)) seen.add(next);
  return [...seen];
}

function endsFrom(state: State, procedure: (typeof procedureIds)[number]): boolean {
  const seen = new Set<State>([state]);
  for (const each of seen) for (const next of nextOf(each, procedure)) seen.add(next);
  return [...seen].some(isEnded);
}

function nextOf(state: State, procedure: (typeof procedureIds)[number]): readonly State[] {
  const variants = ([null, 'poor'] as const).map((before) => ({
    ...newDossier({ procedure, origin: before === null ? 'asked' : 'listed', before, since: '2026-09-01' }),
    state,
    meeting: 1,
    rechecker: personOf.rechecker,
  }));
  const tried = [
    ...commandKinds.map((kind) => commands[kind]),
    { ...commands.vote, inFavour: 0, agreed: false },
    { ...commands.advise, agrees: false, note: 'x' },
    { ...commands.recognise, category: 'none' },
  ] as (typeof commands.vote)[];
  return variants.flatMap((dossier) =>
    tried.flatMap((command) =>
      transitions[command.kind].who.flatMap((party) => {
        const verdict = decide(command, dossier, as(party));
        return verdict.kind === 'done' ? [verdict.step.to] : [];
      }),
    ),
  );
}
