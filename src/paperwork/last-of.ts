import type { Command } from '../procedure/command.ts';
import type { KeptStep } from '../store/steps.ts';

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>;

/** The latest step of that kind, and of which more is true. */
export function lastOf<K extends Command['kind']>(
  steps: readonly KeptStep[],
  kind: K,
  isMeant: (command: Of<K>) => boolean = () => true,
): { readonly step: KeptStep; readonly command: Of<K> } | null {
  for (const step of steps.toReversed()) {
    const { command } = step;
    if (isKind(command, kind) && isMeant(command)) return { step, command };
  }
  return null;
}

function isKind<K extends Command['kind']>(command: Command, kind: K): command is Of<K> {
  return command.kind === kind;
}
