import type { ConditionOf, Materials } from './condition.ts';
import type { Fact, Household } from './household.ts';
import { type Reading, readingOf } from './reading.ts';

/** Chất lượng nhà ở: too many of walls, columns and roof are of material that is not durable. */
export function housingQuality(home: Household, condition: ConditionOf<'weak-parts'>): Reading {
  const { atLeast, otherMaterials } = condition;
  const parts = [
    durability(home.walls, condition.walls),
    durability(home.columns, condition.columns),
    durability(home.roof, condition.roof),
  ];
  const count = (kind: Durability) => parts.filter((part) => part === kind).length;
  const weak = count('weak');
  const untold = count('untold');
  const unsettled = count('unsettled');
  const common = {
    members: [],
    measured: { min: weak, max: weak + untold + unsettled, unit: 'count' },
    threshold: { value: atLeast, inclusive: true, unit: 'count' },
    gaps: unsettled > 0 ? [otherMaterials.ask] : [],
  } as const;
  if (weak >= atLeast) return { verdict: 'deprived', ...common };
  if (weak + untold + unsettled < atLeast) return { verdict: 'not-deprived', ...common };
  // If every untold part were weak, or every one durable: would the answer then be clear?
  const factsCouldSettle = weak + untold >= atLeast || weak + unsettled < atLeast;
  return { verdict: 'unknown', why: factsCouldSettle ? 'fact-unknown' : 'law-gap', ...common };
}

/** Diện tích nhà ở bình quân đầu người: fewer square metres for each person than the law asks. */
export function housingArea(
  { members, floorArea }: Household,
  { below }: ConditionOf<'area-per-person'>,
): Reading {
  const people = members.length;
  const threshold = { value: below, inclusive: false, unit: 'm2' } as const;
  if (people === 0 || floorArea === 'unknown') return { ...readingOf('unknown'), threshold };
  // Rounded down for display only: the verdict multiplies instead.
  const perPerson = Math.floor(floorArea / people);
  const measured = { min: perPerson, max: perPerson, unit: 'm2' } as const;
  return { ...readingOf(floorArea < below * people), measured, threshold };
}

/** Nguồn nước sinh hoạt: the source is none of the clean ones. */
export function water({ water }: Household, { clean }: ConditionOf<'no-clean-water'>): Reading {
  return readingOf(water === 'unknown' ? 'unknown' : !clean.includes(water));
}

/** Nhà tiêu hợp vệ sinh: the latrine is none of the hygienic ones. */
export function latrine({ latrine }: Household, { hygienic }: ConditionOf<'no-hygienic-latrine'>): Reading {
  return readingOf(latrine === 'unknown' ? 'unknown' : !hygienic.includes(latrine));
}

/** Sử dụng dịch vụ viễn thông: nobody uses the internet. */
export function telecom({ internet }: Household): Reading {
  return readingOf(internet === 'unknown' ? 'unknown' : !internet);
}

/** Phương tiện phục vụ tiếp cận thông tin: not one of the devices. */
export function infoDevices({ devices }: Household, { anyOf }: ConditionOf<'no-device'>): Reading {
  return readingOf(devices === 'unknown' ? 'unknown' : !devices.some((device) => anyOf.includes(device)));
}

type Durability = 'durable' | 'weak' | 'untold' | 'unsettled';

function durability<M extends string>(material: Fact<M>, { durable, weak }: Materials<M>): Durability {
  if (material === 'unknown') return 'untold';
  if (durable.some((one) => one === material)) return 'durable';
  return weak.some((one) => one === material) ? 'weak' : 'unsettled';
}
