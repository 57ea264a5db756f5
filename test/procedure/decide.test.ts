import { describe, expect, test } from 'vitest';
import { type Command, commandKinds } from '../../src/procedure/command.ts';
import { decide, type Refusal, type View } from '../../src/procedure/decide.ts';
import type { Dossier } from '../../src/procedure/dossier.ts';
import { parties, partiesOf } from '../../src/procedure/party.ts';
import { isEnded, states } from '../../src/procedure/state.ts';
import { transitions } from '../../src/procedure/transitions.ts';
import { as, commands, listed } from './samples.ts';

const standing: Dossier = { ...listed, meeting: 1, proposed: 'poor', step: 7 };

function outcome(command: Command, dossier: Dossier, view: View): string {
  const verdict = decide(command, dossier, view);
  return verdict.kind === 'done' ? verdict.step.to : `refused: ${verdict.why}`;
}

describe('every command of every party in every state', () => {
  const triples = states.flatMap((state) =>
    parties.flatMap((party) => commandKinds.map((kind) => ({ state, party, kind }))),
  );

  test.each(triples)('$kind by $party while $state', ({ state, party, kind }) => {
    const dossier = { ...standing, state };
    const verdict = decide(commands[kind], dossier, as(party));
    const rule = transitions[kind];
    const allowed = rule.who.includes(party) && rule.from.includes(state);
    // A procedure with a meeting sends nothing up before it.
    const isTooEarly = kind === 'submit' && state === 'verified';
    if (!allowed || isTooEarly) {
      const why: Refusal = !rule.who.includes(party)
        ? 'not-yours'
        : isEnded(state)
          ? 'ended'
          : isTooEarly
            ? 'meeting-needed'
            : 'not-now';
      expect(verdict).toEqual({ kind: 'refused', why });
      return;
    }
    if (verdict.kind === 'refused') throw new Error(verdict.why);
    // A further complaint, or another person to check, gives nobody more days.
    const kept = state === 'complaint' && ['complain', 'assign', 'unassign'].includes(kind);
    expect(rule.to).toContain(verdict.step.to);
    expect(verdict.step).toMatchObject({ n: 8, from: state, command: commands[kind], on: '2026-11-02' });
    expect(verdict.dossier).toMatchObject({
      state: verdict.step.to,
      step: 8,
      since: kept ? standing.since : '2026-11-02',
      last: kind,
    });
    expect(verdict.tells).toEqual(rule.tells);
  });
});

describe('a step is done once', () => {
  const agreed: Dossier = { ...standing, state: 'posted', last: 'post', step: 8 };

  test('the same command for a step that was done already is refused as repeated', () => {
    expect(decide(commands.post, agreed, as('officer', { step: 7 }))).toEqual({
      kind: 'refused',
      why: 'repeated',
    });
  });

  test('another command for an old step is refused as stale', () => {
    expect(decide(commands.remove, agreed, as('officer', { step: 7 }))).toEqual({
      kind: 'refused',
      why: 'stale',
    });
  });

  test('a second meeting and a second posting are new steps', () => {
    const meeting = { ...standing, state: 'meeting' as const };
    const again = decide({ ...commands.summon, kind: 'summon', meeting: 2 } as Command, meeting, as('head'));
    expect(again).toMatchObject({ kind: 'done', dossier: { meeting: 2, step: 8 } });
    const rechecked = { ...standing, state: 'rechecked' as const };
    expect(decide({ kind: 'post', posting: 2 }, rechecked, as('officer'))).toMatchObject({
      kind: 'done',
      dossier: { posting: 2, step: 8 },
    });
  });
});

describe('the meeting', () => {
  const meeting: Dossier = { ...standing, state: 'meeting' };
  const vote = (present: number, inFavour: number, agreed: boolean | null = null): Command => ({
    kind: 'vote',
    meeting: 1,
    present,
    inFavour,
    agreed,
  });

  test.each([
    { present: 20, inFavour: 10, leads: 'agreed' },
    { present: 20, inFavour: 9, leads: 'interviewed' },
    { present: 21, inFavour: 10, leads: 'interviewed' },
    { present: 21, inFavour: 11, leads: 'agreed' },
    { present: 1, inFavour: 1, leads: 'agreed' },
    { present: 20, inFavour: 0, leads: 'interviewed' },
    { present: 20, inFavour: 21, leads: 'refused: no-votes' },
    { present: 0, inFavour: 0, leads: 'refused: no-votes' },
    { present: 20, inFavour: -1, leads: 'refused: no-votes' },
  ])('$inFavour of $present lead to $leads', ({ present, inFavour, leads }) => {
    expect(outcome(vote(present, inFavour), meeting, as('head'))).toBe(leads);
  });

  test('for the lists until 2021 no share is known: the chair says whether the meeting agreed', () => {
    const old: Dossier = { ...meeting, procedure: '17-2016-yearly' };
    expect(outcome(vote(20, 15, false), old, as('head'))).toBe('interviewed');
    expect(outcome(vote(20, 9, true), old, as('head'))).toBe('agreed');
    expect(outcome(vote(20, 15), old, as('head'))).toBe('refused: no-votes');
  });

  test('takes no household without the class on its paper form, and no vote of another meeting', () => {
    const verified: Dossier = { ...standing, state: 'verified' };
    const unclassed: Command = { kind: 'summon', meeting: 1, on: '2026-10-01', category: null };
    expect(outcome(unclassed, verified, as('head'))).toBe('refused: no-class');
    expect(outcome({ ...vote(20, 20), meeting: 2 } as Command, meeting, as('head'))).toBe(
      'refused: wrong-meeting',
    );
  });
});

describe('after the posting', () => {
  const posted: Dossier = { ...standing, state: 'posted' };

  test('nothing goes up before the last day of the posting is over', () => {
    const on = (today: string) => as('officer', { today, postedUntil: '2026-11-05' });
    expect(outcome(commands.submit, posted, on('2026-11-05'))).toBe('refused: posting-runs');
    expect(outcome(commands.submit, posted, on('2026-11-06'))).toBe('opinion');
  });

  test('the regular review asks no opinion', () => {
    expect(outcome(commands.submit, { ...posted, procedure: '24-2021-regular' }, as('officer'))).toBe(
      'decision',
    );
  });

  test('an ad hoc review until 2021 has neither meeting nor posting', () => {
    const verified: Dossier = { ...standing, state: 'verified', procedure: '17-2016-regular' };
    expect(outcome(commands.submit, verified, as('officer'))).toBe('decision');
    expect(outcome(commands.summon, verified, as('officer'))).toBe('refused: no-meeting');
  });

  test('an opinion that objects needs its reason and leads to a check once more', () => {
    const opinion: Dossier = { ...standing, state: 'opinion' };
    const advise = (agrees: boolean, note: string): Command => ({ kind: 'advise', agrees, note });
    expect(outcome(advise(false, ' '), opinion, as('officer'))).toBe('refused: no-reason');
    expect(outcome(advise(false, 'Thiếu điểm B1'), opinion, as('officer'))).toBe('complaint');
    expect(outcome(advise(true, ''), opinion, as('officer'))).toBe('decision');
  });
});

describe('the decision', () => {
  const decision: Dossier = { ...standing, state: 'decision' };
  const recognise = (category: 'near-poor' | 'none'): Command => ({
    kind: 'recognise',
    category,
    decision: '12/QĐ-UBND',
    on: '2026-12-10',
  });

  test('recognises who is near-poor, releases who stood on the list, and cannot do so with who never did', () => {
    expect(outcome(recognise('near-poor'), decision, as('recorder'))).toBe('recognised');
    expect(outcome(recognise('none'), decision, as('recorder'))).toBe('released');
    expect(outcome(recognise('none'), { ...decision, before: null }, as('recorder'))).toBe(
      'refused: not-poor',
    );
  });

  test('declines only with reasons', () => {
    const mute: Command = { kind: 'decline', reasons: '', decision: '1', on: '2026-12-10' };
    expect(outcome(mute, decision, as('recorder'))).toBe('refused: no-reason');
  });
});

describe('different persons', () => {
  const by = (id: number, party: 'head' | 'rechecker' | 'recorder' | 'officer') => ({
    ...as(party),
    actor: { id, parties: [party] },
  });
  const hands = { helper: [10], verifier: [20], rechecker: [40], approver: [] };

  test.each([
    { what: 'the helper does not verify', state: 'interviewed', command: 'verify', who: by(10, 'head') },
    {
      what: 'the verifier does not check once more',
      state: 'complaint',
      command: 'recheck',
      who: by(20, 'rechecker'),
    },
    {
      what: 'the helper does not check once more',
      state: 'complaint',
      command: 'recheck',
      who: by(10, 'rechecker'),
    },
    {
      what: 'the verifier does not decide',
      state: 'decision',
      command: 'recognise',
      who: by(20, 'recorder'),
    },
    {
      what: 'the re-checker does not decide',
      state: 'decision',
      command: 'decline',
      who: by(40, 'recorder'),
    },
  ] as const)('$what', ({ state, command, who }) => {
    expect(outcome(commands[command], { ...standing, state, hands }, who)).toBe('refused: same-person');
  });

  test('a head verifies again what the head verified before', () => {
    expect(outcome(commands.verify, { ...standing, state: 'interviewed', hands }, by(20, 'head'))).toBe(
      'verified',
    );
  });

  test('an officer names nobody to check once more who verified or helped', () => {
    const complaint = { ...standing, state: 'complaint' as const, hands };
    expect(outcome({ kind: 'assign', rechecker: 20 }, complaint, by(30, 'officer'))).toBe(
      'refused: not-eligible',
    );
    expect(outcome({ kind: 'assign', rechecker: 41 }, complaint, by(30, 'officer'))).toBe('complaint');
  });

  test('nobody is anything official to the own household or to kin, whatever posts they hold', () => {
    const all = {
      id: 20,
      posts: [
        { role: 'head', zone: 1 },
        { role: 'collaborator', zone: 1 },
      ] as const,
      wardPosts: [
        { role: 'officer', ward: 1 },
        { role: 'recorder', ward: 1 },
      ] as const,
    };
    const of = { owner: 1, ward: 1, zone: 1, kin: [], deputies: [], rechecker: null };
    expect(partiesOf(all, of)).toEqual(['neighbour', 'head', 'collaborator', 'officer', 'recorder']);
    expect(partiesOf(all, { ...of, owner: 20 })).toEqual(['household', 'neighbour']);
    expect(partiesOf(all, { ...of, kin: [20] })).toEqual(['neighbour']);
    expect(partiesOf(all, { ...of, zone: 2, ward: 2 })).toEqual(['neighbour']);
    const other = { id: 21, posts: [{ role: 'head', zone: 2 }] as const, wardPosts: [] };
    expect(partiesOf(other, { ...of, kin: [20], deputies: [21] })).toEqual(['neighbour', 'head']);
  });
});

test('who stands on the last list is reviewed all the same; who asked is free to go', () => {
  const interviewed: Dossier = { ...standing, state: 'interviewed' };
  expect(outcome(commands.withdraw, interviewed, as('household'))).toBe('listed');
  expect(outcome(commands.withdraw, { ...interviewed, before: null, origin: 'asked' }, as('household'))).toBe(
    'withdrawn',
  );
  const leaving: Dossier = { ...interviewed, procedure: '24-2021-regular', origin: 'leaving' };
  expect(outcome(commands.withdraw, leaving, as('household'))).toBe('withdrawn');
});
