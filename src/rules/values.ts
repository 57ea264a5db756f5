import type {
  ColumnMaterial,
  Device,
  IncomeSource,
  Latrine,
  RoofMaterial,
  WallMaterial,
  WaterSource,
} from './household.ts';

/** All members of a union, in the order written down; the compiler refuses one that is missing. */
function every<T extends string>(all: Readonly<Record<T, true>>): readonly T[] {
  const isOne = (key: string): key is T => key in all;
  return Object.keys(all).filter(isOne);
}

export const wallMaterials = every<WallMaterial>({
  concrete: true,
  brick: true,
  'durable-wood': true,
  'weak-wood': true,
  'bamboo-earth': true,
  makeshift: true,
});
export const columnMaterials = every<ColumnMaterial>({
  concrete: true,
  brick: true,
  'steel-durable-wood': true,
  'weak-wood-bamboo': true,
  none: true,
});
export const roofMaterials = every<RoofMaterial>({
  concrete: true,
  tile: true,
  sheet: true,
  'leaf-thatch': true,
  makeshift: true,
});
export const waterSources = every<WaterSource>({
  piped: true,
  'drilled-well': true,
  'protected-well': true,
  'protected-spring': true,
  rain: true,
  bottled: true,
  'open-well': true,
  'open-spring': true,
  'river-pond': true,
  other: true,
});
export const latrines = every<Latrine>({
  septic: true,
  'pour-flush': true,
  ventilated: true,
  'pit-with-slab': true,
  'two-vault': true,
  'open-pit': true,
  'over-water': true,
  none: true,
});
export const devices = every<Device>({
  tv: true,
  radio: true,
  desktop: true,
  phone: true,
  laptop: true,
  tablet: true,
  smartphone: true,
});
export const incomeSources = every<IncomeSource>({
  wages: true,
  farm: true,
  business: true,
  allowances: true,
  remittances: true,
});
