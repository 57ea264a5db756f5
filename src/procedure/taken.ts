import type { Stage } from '../rights.ts';
import type { Command } from './command.ts';
import { type Dossier, evolve, type Step } from './dossier.ts';
import type { State } from './state.ts';

/** A household as a round finds it, and the steps that led there. */
export type Taken = { readonly dossier: Dossier; readonly steps: readonly Step[] };

type Move = readonly [Command, State];
const came: Move = [{ kind: 'interview', helper: null }, 'interviewed'];
const moves: Readonly<Record<Stage, readonly Move[]>> = {
  answering: [],
  declined: [],
  withdrawn: [],
  sent: [came],
  returned: [came, [{ kind: 'return' }, 'returned']],
  reopened: [came, [{ kind: 'reopen' }, 'returned']],
  signed: [came, [{ kind: 'verify' }, 'verified']],
};

/**
 * Takes a case into a round where its stage has brought it, so that its days count from the day of taking it in. Who
 * signed it stays its verifier: whoever checks it once more must be somebody else.
 */
export function takenFrom(
  start: Dossier,
  { owner, signer, stage }: { readonly owner: number; readonly signer: number; readonly stage: Stage },
): Taken {
  const by: Partial<Record<Command['kind'], number>> = { interview: owner, reopen: owner, verify: signer };
  return moves[stage].reduce<Taken>(
    ({ dossier, steps }, [command, to]) => {
      const step: Step = {
        n: dossier.step + 1,
        command,
        from: dossier.state,
        to,
        by: by[command.kind] ?? 0,
        on: start.since,
      };
      return { dossier: evolve(dossier, step), steps: [...steps, step] };
    },
    { dossier: start, steps: [] },
  );
}

/** The reason of a step that took a household off because another dossier of the round is of the same one. Stored, so never changed. */
export const sameHousehold = 'Cùng một hộ với hồ sơ khác trong đợt';
