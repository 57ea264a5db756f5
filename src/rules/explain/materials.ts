import type {
  ColumnMaterial,
  Device,
  Latrine,
  RoofMaterial,
  WallMaterial,
  WaterSource,
} from '../household.ts';
import type { Language } from './words.ts';

/** A material of the house, a source of water, a latrine or a device, as the facts name it. */
export type Named = WallMaterial | ColumnMaterial | RoofMaterial | WaterSource | Latrine | Device;

const named: Readonly<Record<Named, Readonly<Record<Language, string>>>> = {
  concrete: { vi: 'bê tông', en: 'concrete' },
  brick: { vi: 'gạch đá', en: 'brick or stone' },
  'durable-wood': { vi: 'gỗ bền chắc', en: 'durable wood' },
  'weak-wood': { vi: 'gỗ tạp', en: 'weak wood' },
  'bamboo-earth': { vi: 'tre nứa hoặc đất', en: 'bamboo or earth' },
  makeshift: { vi: 'vật liệu tạm', en: 'makeshift material' },
  'steel-durable-wood': { vi: 'sắt thép hoặc gỗ bền chắc', en: 'steel or durable wood' },
  'weak-wood-bamboo': { vi: 'gỗ tạp hoặc tre', en: 'weak wood or bamboo' },
  tile: { vi: 'ngói', en: 'tile' },
  sheet: { vi: 'tôn hoặc fibrô xi măng', en: 'metal or cement sheet' },
  'leaf-thatch': { vi: 'lá hoặc rơm rạ', en: 'leaves or thatch' },
  piped: { vi: 'nước máy', en: 'piped water' },
  'drilled-well': { vi: 'giếng khoan', en: 'drilled well' },
  'protected-well': { vi: 'giếng đào được bảo vệ', en: 'protected well' },
  'protected-spring': { vi: 'nước khe hoặc mó được bảo vệ', en: 'protected spring' },
  rain: { vi: 'nước mưa', en: 'rain' },
  bottled: { vi: 'nước đóng chai hoặc đóng bình', en: 'bottled water' },
  'open-well': { vi: 'giếng đào không được bảo vệ', en: 'open well' },
  'open-spring': { vi: 'nước khe hoặc mó không được bảo vệ', en: 'open spring' },
  'river-pond': { vi: 'sông suối hoặc ao hồ', en: 'river or pond' },
  other: { vi: 'nguồn nước khác', en: 'other water' },
  septic: { vi: 'tự hoại hoặc bán tự hoại', en: 'septic tank' },
  'pour-flush': { vi: 'thấm dội', en: 'pour-flush' },
  ventilated: { vi: 'hố xí cải tiến có ống thông hơi', en: 'ventilated pit' },
  'pit-with-slab': { vi: 'hố xí đào có bệ ngồi', en: 'pit with a slab' },
  'two-vault': { vi: 'hai ngăn', en: 'two vaults' },
  'open-pit': { vi: 'hố đào hở', en: 'open pit' },
  'over-water': { vi: 'cầu tiêu trên ao hoặc sông', en: 'over water' },
  none: { vi: 'không có', en: 'none' },
  smartphone: { vi: 'điện thoại thông minh', en: 'smartphone' },
  phone: { vi: 'điện thoại', en: 'telephone' },
  tv: { vi: 'ti vi', en: 'TV' },
  radio: { vi: 'radio', en: 'radio' },
  laptop: { vi: 'máy tính xách tay', en: 'laptop' },
  desktop: { vi: 'máy tính để bàn', en: 'desktop computer' },
  tablet: { vi: 'máy tính bảng', en: 'tablet' },
};

/** Whether a value is one of them. */
export function isNamed(value: unknown): value is Named {
  return typeof value === 'string' && Object.hasOwn(named, value);
}

/** Several of them in words, with commas. */
export function namesOf(values: readonly Named[], language: Language): string {
  return values.map((value) => named[value][language]).join(', ');
}
