import type { Command, CommandKind } from '../../src/procedure/command.ts';
import type { View } from '../../src/procedure/decide.ts';
import { type Dossier, newDossier } from '../../src/procedure/dossier.ts';
import type { Party } from '../../src/procedure/party.ts';

/** One household in the yearly round of 2026, poor on the last list. */
export const listed: Dossier = newDossier({
  procedure: '24-2021-yearly',
  origin: 'listed',
  before: 'poor',
  since: '2026-09-01',
});

/** One command of each kind that needs nothing more than to be allowed. */
export const commands: Readonly<Record<CommandKind, Command>> = {
  interview: { kind: 'interview', helper: null },
  return: { kind: 'return' },
  reopen: { kind: 'reopen' },
  verify: { kind: 'verify' },
  summon: { kind: 'summon', meeting: 1, on: '2026-10-01', category: 'poor' },
  vote: { kind: 'vote', meeting: 1, present: 20, inFavour: 10, agreed: true },
  post: { kind: 'post', posting: 1 },
  complain: { kind: 'complain', complaint: 1 },
  assign: { kind: 'assign', rechecker: 40 },
  unassign: { kind: 'unassign' },
  recheck: { kind: 'recheck', category: 'near-poor', reason: 'Nhà mới xây' },
  submit: { kind: 'submit', list: 1 },
  advise: { kind: 'advise', agrees: true, note: '' },
  recognise: { kind: 'recognise', category: 'poor', decision: '12/QĐ-UBND', on: '2026-12-10' },
  decline: { kind: 'decline', reasons: 'Thu nhập trên chuẩn', decision: '12/QĐ-UBND', on: '2026-12-10' },
  certify: { kind: 'certify', certificate: '7' },
  withdraw: { kind: 'withdraw' },
  remove: { kind: 'remove', reason: 'Chuyển đi' },
};

/** Each party by a person of its own, so that hands differ. */
export const personOf: Readonly<Record<Party, number>> = {
  household: 1,
  neighbour: 2,
  collaborator: 10,
  head: 20,
  officer: 30,
  rechecker: 40,
  recorder: 50,
};

/** What that party looks at on a day after the posting. */
export function as(party: Party, change: Partial<View> = {}): View {
  return {
    actor: { id: personOf[party], parties: [party] },
    today: '2026-11-02',
    step: null,
    postedUntil: null,
    ...change,
  };
}
