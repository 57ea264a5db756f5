import type { Table } from './table.ts';
import { byCauses } from './tables/causes.ts';
import { ofChildren } from './tables/children.ts';
import { deprivationsOf, sharesOf } from './tables/deprivations.ts';
import { byEthnicity } from './tables/ethnicity.ts';
import { byGroups } from './tables/groups.ts';
import { movementsOf } from './tables/movements.ts';
import { multidimensional } from './tables/multidimensional.ts';
import { officialResults } from './tables/official-results.ts';

/** The report tables that have a row for each zone, in their order; 14 and 15 are lists of people (list.ts). */
export const tables: readonly Table[] = [
  officialResults,
  movementsOf(2, 'poor'),
  movementsOf(3, 'near-poor'),
  deprivationsOf(4, 'poor'),
  sharesOf(5, 'poor', 4),
  deprivationsOf(6, 'near-poor'),
  sharesOf(7, 'near-poor', 6),
  byGroups,
  byEthnicity,
  byCauses,
  ofChildren,
  multidimensional(12, 'poor'),
  multidimensional(13, 'near-poor'),
];
