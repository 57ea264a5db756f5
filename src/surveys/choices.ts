import type {
  ColumnMaterial,
  Device,
  Latrine,
  RoofMaterial,
  WallMaterial,
  WaterSource,
} from '../rules/household.ts';

/** Of what the walls are, as the interview offers it. */
export const walls: readonly WallMaterial[] = [
  'concrete',
  'brick',
  'durable-wood',
  'weak-wood',
  'bamboo-earth',
  'makeshift',
];
/** Of what the columns are. */
export const columns: readonly ColumnMaterial[] = [
  'concrete',
  'brick',
  'steel-durable-wood',
  'weak-wood-bamboo',
  'none',
];
/** Of what the roof is. */
export const roofs: readonly RoofMaterial[] = ['concrete', 'tile', 'sheet', 'leaf-thatch', 'makeshift'];
/** Where the water for drinking and cooking comes from. */
export const waters: readonly WaterSource[] = [
  'piped',
  'drilled-well',
  'protected-well',
  'protected-spring',
  'rain',
  'bottled',
  'open-well',
  'open-spring',
  'river-pond',
  'other',
];
/** What latrine the household uses. */
export const latrines: readonly Latrine[] = [
  'septic',
  'pour-flush',
  'ventilated',
  'pit-with-slab',
  'two-vault',
  'open-pit',
  'over-water',
  'none',
];
/** Devices for news and talk, the commonest first. */
export const devices: readonly Device[] = [
  'smartphone',
  'phone',
  'tv',
  'radio',
  'laptop',
  'desktop',
  'tablet',
];
