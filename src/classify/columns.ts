import { devices, type Household, type IncomeSource, type Member } from '../rules/index.ts';
import { householdSchema } from './schema.ts';

/** How a cell of a column is read. */
export type Kind = 'text' | 'year' | 'money' | 'square-metres' | 'age' | 'truth' | 'devices' | 'choice';

/** One column of the template: its field in flattened form, its name in Vietnamese, and whom it is about. */
export type Column = {
  readonly key: string;
  readonly name: string;
  readonly of: 'household' | 'member';
  /** Where its value belongs in a line of NDJSON, and under which name. */
  readonly into: 'record' | 'household' | 'income' | 'member';
  readonly field: string;
  readonly kind: Kind;
  /** A blank cell is the fact that nobody could tell. */
  readonly isFact: boolean;
  /** What can be chosen. */
  readonly values: readonly string[];
  /** The column may be left out: what it asks is then unknown, or the list year that of the command. */
  readonly optional: boolean;
};

type Shape = {
  readonly name: string;
  readonly kind: Kind;
  readonly values?: readonly string[];
  readonly optional?: true;
};

const { shape } = householdSchema;

/** In the order of the template; each must be there, or the compiler refuses it. */
const home: Readonly<Record<Exclude<keyof Household, 'members' | 'income'>, Shape>> = {
  area: { name: 'Khu vực', kind: 'choice', values: shape.area.options },
  walls: { name: 'Tường nhà', kind: 'choice', values: shape.walls.options },
  columns: { name: 'Cột nhà', kind: 'choice', values: shape.columns.options },
  roof: { name: 'Mái nhà', kind: 'choice', values: shape.roof.options },
  floorArea: { name: 'Diện tích nhà (m²)', kind: 'square-metres' },
  water: { name: 'Nước ăn uống', kind: 'choice', values: shape.water.options },
  latrine: { name: 'Nhà tiêu', kind: 'choice', values: shape.latrine.options },
  internet: { name: 'Dùng Internet', kind: 'truth' },
  devices: { name: 'Thiết bị nghe nhìn liên lạc', kind: 'devices', values: devices },
  phone: { name: 'Thuê bao điện thoại', kind: 'truth', optional: true },
  loudspeaker: { name: 'Nghe được loa truyền thanh', kind: 'truth', optional: true },
};

const income: Readonly<Record<IncomeSource, Shape>> = {
  wages: { name: 'Tiền công hoặc tiền lương', kind: 'money' },
  farm: { name: 'Thu trồng trọt và chăn nuôi', kind: 'money' },
  business: { name: 'Thu khác (buôn bán và dịch vụ)', kind: 'money' },
  allowances: { name: 'Lương hưu hoặc trợ cấp', kind: 'money' },
  remittances: { name: 'Người thân gửi hoặc cho', kind: 'money' },
};

const member: Readonly<Record<keyof Member, Shape>> = {
  id: { name: 'Mã người', kind: 'text' },
  age: { name: 'Tuổi', kind: 'age' },
  withoutSecureWork: { name: 'Không có việc hoặc không có hợp đồng', kind: 'truth' },
  socialAllowance: { name: 'Hưởng trợ cấp xã hội hằng tháng', kind: 'truth' },
  undernourished: { name: 'Suy dinh dưỡng', kind: 'truth' },
  healthInsurance: { name: 'Có bảo hiểm y tế', kind: 'truth' },
  learningOrQualified: { name: 'Đang học hoặc có bằng phù hợp tuổi', kind: 'truth' },
  atSchool: { name: 'Trẻ đi học đúng cấp', kind: 'truth' },
  bornYear: { name: 'Năm sinh', kind: 'year', optional: true },
  untreatedIllness: { name: 'Ốm nặng mà không đi khám', kind: 'truth', optional: true },
  lowerSecondaryOrLearning: { name: 'Tốt nghiệp THCS hoặc đang học', kind: 'truth', optional: true },
  inSchool: { name: 'Đang đi học', kind: 'truth', optional: true },
};

/** The template's columns in order: the household's id first, then the household, then the person. */
export const columns: readonly Column[] = [
  column('', 'record', 'id', { name: 'Mã hộ', kind: 'text' }),
  column('', 'record', 'listYear', { name: 'Năm của danh sách', kind: 'year', optional: true }),
  ...Object.entries(home).map(([field, shape]) => column('', 'household', field, shape)),
  ...Object.entries(income).map(([field, shape]) => column('income.', 'income', field, shape)),
  ...Object.entries(member).map(([field, shape]) => column('members.', 'member', field, shape)),
];

function column(prefix: string, into: Column['into'], field: string, shape: Shape): Column {
  const { name, kind, values, optional } = shape;
  return {
    key: prefix + field,
    name,
    of: into === 'member' ? 'member' : 'household',
    into,
    field,
    kind,
    isFact: into !== 'record' && field !== 'area' && field !== 'id',
    values: values ?? [],
    optional: optional ?? false,
  };
}

/** A column as messages name it. */
export function titleOf({ key, name }: Column): string {
  return `${name} (${key})`;
}
