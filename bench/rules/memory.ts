import { assess } from '../../src/rules/assess.ts';
import { standard2022 } from '../../src/rules/standards/2022-2026.ts';
import { halfToldHousehold } from './households.ts';
import { Random } from './random.ts';

/** Assesses a million households one after the other; what is kept after each hundred thousand, in bytes. */
export function memoryOfAMillion(collect: () => void): readonly number[] {
  const random = new Random(3);
  const kept: number[] = [];
  let findings = 0;
  for (let count = 0; count <= 1_000_000; count += 1) {
    findings += assess(halfToldHousehold(random), standard2022, 2026, '2025-11-15').findings.length;
    if (count % 100_000 !== 0) continue;
    collect();
    kept.push(process.memoryUsage().heapUsed);
  }
  if (findings === 0) throw new Error('Nothing was found.');
  return kept;
}
