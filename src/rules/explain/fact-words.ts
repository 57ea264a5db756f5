import type { ReadFact } from './facts.ts';
import { isNamed, namesOf } from './materials.ts';
import { type Language, number } from './words.ts';

const names: Readonly<Record<ReadFact['fact'], Readonly<Record<Language, string>>>> = {
  area: { vi: 'khu vực', en: 'area' },
  members: { vi: 'số người', en: 'people' },
  walls: { vi: 'tường', en: 'walls' },
  columns: { vi: 'cột', en: 'columns' },
  roof: { vi: 'mái', en: 'roof' },
  floorArea: { vi: 'diện tích (m²)', en: 'floor area (m²)' },
  water: { vi: 'nước ăn uống', en: 'water' },
  latrine: { vi: 'nhà tiêu', en: 'latrine' },
  internet: { vi: 'dùng internet', en: 'uses the internet' },
  phone: { vi: 'thuê bao điện thoại', en: 'telephone subscription' },
  devices: { vi: 'phương tiện', en: 'devices' },
  loudspeaker: { vi: 'nghe được loa đài', en: 'hears the loudspeaker' },
  wages: { vi: 'tiền công và tiền lương', en: 'wages' },
  farm: { vi: 'nông lâm thủy sản', en: 'farm' },
  business: { vi: 'kinh doanh và thu khác', en: 'business' },
  allowances: { vi: 'lương hưu và trợ cấp', en: 'pensions and allowances' },
  remittances: { vi: 'người thân gửi hoặc cho', en: 'remittances and gifts' },
  age: { vi: 'tuổi', en: 'age' },
  bornYear: { vi: 'năm sinh', en: 'year of birth' },
  withoutSecureWork: { vi: 'không có việc hoặc không có hợp đồng', en: 'no work or no contract' },
  socialAllowance: { vi: 'hưởng trợ cấp xã hội hằng tháng', en: 'monthly social allowance' },
  undernourished: { vi: 'y tế nói thấp hoặc nhẹ so với tuổi', en: 'said to be too short or too light' },
  healthInsurance: { vi: 'bảo hiểm y tế', en: 'health insurance' },
  learningOrQualified: {
    vi: 'đang học hoặc có bằng theo tuổi',
    en: 'learns or has the certificate for the age',
  },
  atSchool: { vi: 'học đúng cấp', en: 'at school at the level of the age' },
  inSchool: { vi: 'đi học', en: 'at school' },
  untreatedIllness: { vi: 'ốm nặng không được khám chữa', en: 'gravely ill and not treated' },
  lowerSecondaryOrLearning: {
    vi: 'tốt nghiệp trung học cơ sở hoặc đang học',
    en: 'finished lower secondary school or learns',
  },
};

const words = {
  vi: {
    unknown: 'chưa rõ',
    yes: 'có',
    no: 'không',
    none: 'không có',
    rural: 'nông thôn',
    urban: 'thành thị',
  },
  en: { unknown: 'not known', yes: 'yes', no: 'no', none: 'none', rural: 'rural', urban: 'urban' },
} as const;

/** A fact as it was told: "m3 tuổi: 10", "tường: gạch, đá xây", "dùng internet: không". */
export function factWords({ fact, member, value }: ReadFact, language: Language): string {
  const whose = member === null ? '' : `${member} `;
  // A year has no separators.
  const told = fact === 'bornYear' && typeof value === 'number' ? String(value) : valueWords(value, language);
  return `${whose}${names[fact][language]}: ${told}`;
}

function valueWords(value: unknown, language: Language): string {
  const say = words[language];
  if (typeof value === 'number') return number(value, language);
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (Array.isArray(value)) return value.length === 0 ? say.none : namesOf(value.filter(isNamed), language);
  if (value === 'rural' || value === 'urban' || value === 'unknown') return say[value];
  if (isNamed(value)) return namesOf([value], language);
  return isRange(value) ? (value.min === value.max ? String(value.min) : `${value.min}–${value.max}`) : '';
}

function isRange(value: unknown): value is { readonly min: number; readonly max: number } {
  return typeof value === 'object' && value !== null && 'min' in value && 'max' in value;
}
