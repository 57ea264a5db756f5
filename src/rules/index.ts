/**
 * The shared rules module: household facts in, explained readings by every poverty standard out.
 * Pure: no clock, no input or output, no dependencies. See README.md beside this file.
 */
export { applicableStandards, NotInForce } from './applicable.ts';
export { assess } from './assess.ts';
export type * from './assessment.ts';
export { isLine } from './assessment.ts';
export type { Sureness } from './certainty.ts';
export { bothSides, compare, type Comparison, type Difference, type LineSide } from './compare.ts';
export type * from './condition.ts';
export { type DecidingFact, decidingFacts } from './deciding.ts';
export { derive, type Overlay } from './derive.ts';
export { type OpenPoint, openPoints, type Reach } from './gaps.ts';
export type * from './household.ts';
export { nearestChanges, type NearestChange } from './nearest.ts';
export { type OpenOfProvince, openOfProvince } from './open-of-province.ts';
export { unusable, type UnusableStandard } from './overlays/unusable.ts';
export {
  checkPointTable,
  type CheckedTable,
  type PointProblem,
  type PointRow,
  type PointTable,
} from './point-table.ts';
export {
  b1Of,
  byCountedPoints,
  byPaperPoints,
  byPoints,
  contradicts,
  type PaperClass,
  type PointAssessment,
  type PointCategory,
  type PointHousehold,
  type PointReading,
  type PointThresholds,
  type TickedItems,
} from './points.ts';
export { national, provincial, register, standardOf } from './register.ts';
export type * from './source.ts';
export type * from './standard.ts';
export * from './values.ts';
export { explainToResident, explainToVerifier, type ExplainOptions } from './explain/explain.ts';
export { conditionWords } from './explain/conditions.ts';
export { factsOf, factsRead, type FactsRead, type ReadFact } from './explain/facts.ts';
export type { Language } from './explain/words.ts';
