import { openPoints } from '../rules/gaps.ts';
import { register } from '../rules/register.ts';

const points = openPoints(register);
for (const state of ['gap', 'unconfirmed', 'secondary']) {
  const ofState = points.filter((point) => point.state === state);
  if (ofState.length === 0) continue;
  console.log(`\n${state} (${ofState.length})`);
  for (const { ask, standards } of ofState) console.log(`- ${ask}  [${standards.join(', ')}]`);
}
