import { encodeButton } from '../button.ts';
import type { Pick } from '../decision.ts';
import { say } from '../decision.ts';

/** A choice of what a household can do with its whole case. */
export function own(context: { readonly case: number }, act: string): Pick {
  return { phrase: say(`acts.${act}`), data: encodeButton({ kind: 'own', case: context.case, act }) };
}
