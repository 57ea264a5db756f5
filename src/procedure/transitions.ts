import type { CommandKind } from './command.ts';
import type { Party } from './party.ts';
import type { State } from './state.ts';

/** Who is told of a step. `complainants`: those who objected; `heads` and `officers`: whoever acts there on that day. */
export type Audience =
  'household' | 'heads' | 'officers' | 'recorders' | 'rechecker' | 'complainants' | 'former-rechecker';

/** Who did one of these to the same household may not do this: helper, verifier, re-checker and approver are different persons. */
export type Hand = 'helper' | 'verifier' | 'rechecker' | 'approver';

type Rule = {
  readonly from: readonly State[];
  /** Where it may lead; which of them, `decide` says. */
  readonly to: readonly State[];
  readonly who: readonly Party[];
  readonly tells: readonly Audience[];
  /** In whose hand it lies from here on, and from whose it must differ. */
  readonly hand?: Hand;
};

/** The one table of the procedure: command × state × party, what it leads to, and whom it tells. */
export const transitions: Readonly<Record<CommandKind, Rule>> = {
  interview: {
    from: ['listed', 'returned'],
    to: ['interviewed'],
    who: ['household', 'collaborator'],
    tells: [],
    hand: 'helper',
  },
  return: { from: ['interviewed'], to: ['returned'], who: ['head'], tells: [] },
  reopen: { from: ['interviewed'], to: ['returned'], who: ['household'], tells: [] },
  verify: { from: ['interviewed'], to: ['verified'], who: ['head'], tells: [], hand: 'verifier' },
  /** A meeting that is put off is called anew. */
  summon: { from: ['verified', 'meeting'], to: ['meeting'], who: ['head', 'officer'], tells: ['household'] },
  /** Where less than half agree, the answers are gone through again and a new meeting is held (Article 4.3). */
  vote: { from: ['meeting'], to: ['agreed', 'interviewed'], who: ['head', 'officer'], tells: ['household'] },
  post: { from: ['agreed', 'rechecked'], to: ['posted'], who: ['officer'], tells: ['household'] },
  complain: {
    from: ['posted', 'complaint'],
    to: ['complaint'],
    who: ['household', 'neighbour'],
    tells: ['household', 'officers', 'heads'],
  },
  assign: {
    from: ['complaint'],
    to: ['complaint'],
    who: ['officer'],
    tells: ['rechecker', 'former-rechecker'],
  },
  unassign: { from: ['complaint'], to: ['complaint'], who: ['officer'], tells: ['officers'] },
  recheck: {
    from: ['complaint'],
    to: ['rechecked'],
    who: ['rechecker'],
    tells: ['household', 'complainants', 'officers'],
    hand: 'rechecker',
  },
  submit: {
    from: ['posted', 'verified'],
    to: ['opinion', 'decision'],
    who: ['officer'],
    tells: ['recorders'],
  },
  advise: { from: ['opinion'], to: ['decision', 'complaint'], who: ['officer'], tells: ['recorders'] },
  recognise: {
    from: ['decision'],
    to: ['recognised', 'released'],
    who: ['recorder'],
    tells: ['household', 'heads', 'officers'],
    hand: 'approver',
  },
  decline: {
    from: ['decision'],
    to: ['declined'],
    who: ['recorder'],
    tells: ['household', 'heads', 'officers'],
    hand: 'approver',
  },
  certify: { from: ['recognised'], to: ['certified'], who: ['officer'], tells: ['household'] },
  /** The heads hear of it with the case. */
  withdraw: {
    from: ['listed', 'interviewed', 'returned'],
    to: ['withdrawn', 'listed'],
    who: ['household'],
    tells: [],
  },
  remove: {
    from: [
      'listed',
      'interviewed',
      'returned',
      'verified',
      'meeting',
      'agreed',
      'posted',
      'complaint',
      'rechecked',
      'opinion',
      'decision',
    ],
    to: ['removed'],
    who: ['officer'],
    tells: ['household', 'heads'],
  },
};
