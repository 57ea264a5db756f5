import type { ReportHousehold } from './household.ts';

/** One step of a household as a file tells it; who did it is not in it, for some may not be known. */
export type ReportStep = {
  readonly dossier: number;
  readonly n: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
};

/** What a row of a file is made of. */
export type FileRow = { readonly household: ReportHousehold; readonly zone: string };

type Value = string | number | null;

/** One column of a file; from these the files and their dictionary are made. */
export type FileColumn<Row> = {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly type: 'integer' | 'text' | 'day' | 'yes-no' | 'codes';
  readonly unit: string;
  readonly source: string;
  readonly of: (row: Row) => Value;
};

/** A file by its name, with its columns; `rows` are those that a household has in it. */
export type DataFile<Item> = {
  readonly name: string;
  readonly columns: readonly FileColumn<Item>[];
  readonly rows: (row: FileRow) => readonly Item[];
};

function column<Row>(
  name: string,
  vi: string,
  en: string,
  of: (row: Row) => Value,
  more: Partial<Pick<FileColumn<Row>, 'type' | 'unit' | 'source'>> = {},
): FileColumn<Row> {
  return { name, vi, en, type: 'text', unit: '', source: 'hồ sơ (dossier)', of, ...more };
}

const integer = { type: 'integer' } as const;
const codes = { type: 'codes' } as const;
const day = { type: 'day' } as const;
const yesNo = { type: 'yes-no' } as const;
const dossier = <Row>(of: (row: Row) => number) =>
  column<Row>('dossier', 'Số hồ sơ của hộ trong đợt', 'Number of the household in the round', of, integer);

/** All households of the round, those taken off it too. */
export const householdFile: DataFile<FileRow> = {
  name: 'households',
  rows: (row) => [row],
  columns: [
    dossier(({ household }) => household.dossier),
    column('zone', 'Khu, thôn', 'Zone', ({ zone }) => zone, { source: 'khu của hồ sơ' }),
    column('name', 'Tên gọi của hộ', 'What the household is called', ({ household }) => household.name, {
      source: 'câu trả lời, hoặc danh sách cũ',
    }),
    column('state', 'Bước của quy trình', 'Step of the procedure', ({ household }) => household.state, codes),
    column(
      'twin',
      'Trùng với hồ sơ khác trong đợt, không tính',
      'Same household as another dossier, not counted',
      ({ household }) => bool(household.isTwin),
      yesNo,
    ),
    column(
      'before',
      'Loại hộ trên danh sách trước',
      'Class on the last list',
      ({ household }) => household.before,
      codes,
    ),
    column(
      'after',
      'Loại hộ được công nhận',
      'Class that was recognised',
      ({ household }) => household.after,
      codes,
    ),
    column('movement', 'Diễn biến', 'Movement', ({ household }) => household.movement, codes),
    column('people', 'Số nhân khẩu', 'Number of people', ({ household }) => household.people, {
      ...integer,
      unit: 'người',
      source: 'câu trả lời, hoặc danh sách cũ',
    }),
    column('groups', 'Nhóm đối tượng', 'Groups', ({ household }) => joined(household.groups), {
      ...codes,
      source: 'khu trưởng ghi',
    }),
    column('causes', 'Nguyên nhân', 'Causes', ({ household }) => joined(household.causes), {
      ...codes,
      source: 'khu trưởng ghi',
    }),
  ],
};

/** The people whom households told of. */
export const memberFile: DataFile<{
  readonly dossier: number;
  readonly member: NonNullable<ReportHousehold['members']>[number];
}> = {
  name: 'members',
  rows: ({ household }) =>
    (household.members ?? []).map((member) => ({ dossier: household.dossier, member })),
  columns: [
    dossier((row) => row.dossier),
    column(
      'member',
      'Mã thành viên trong hộ',
      'Id of the person in the household',
      ({ member }) => member.id,
    ),
    column('name', 'Tên gọi', 'Name', ({ member }) => member.name, { source: 'câu trả lời' }),
    column(
      'relation',
      'Quan hệ, theo lời người kể',
      'Relation, as it was told',
      ({ member }) => member.relation,
      {
        source: 'câu trả lời',
      },
    ),
    column(
      'born',
      'Năm sinh',
      'Year of birth',
      ({ member: { birth } }) => (birth?.kind === 'year' ? birth.year : null),
      { ...integer, unit: 'năm', source: 'câu trả lời' },
    ),
    column(
      'age',
      'Tuổi đã nói',
      'Age as it was told',
      ({ member: { birth } }) => (birth?.kind === 'age' ? birth.years : null),
      { ...integer, unit: 'tuổi', source: 'câu trả lời' },
    ),
    column(
      'ageOn',
      'Ngày nói tuổi',
      'Day on which the age was told',
      ({ member: { birth } }) => (birth?.kind === 'age' ? birth.on : null),
      { ...day, source: 'câu trả lời' },
    ),
    column(
      'child',
      'Dưới 16 tuổi vào ngày rà soát; trống là chưa rõ',
      'Under 16 on the day of the review; empty where it is not clear',
      ({ member }) => bool(member.isChild),
      yesNo,
    ),
  ],
};

/** What the standing reading found, indicator by indicator. */
export const indicatorFile: DataFile<{
  readonly dossier: number;
  readonly finding: NonNullable<ReportHousehold['findings']>[number];
}> = {
  name: 'indicators',
  rows: ({ household }) =>
    (household.findings ?? []).map((finding) => ({ dossier: household.dossier, finding })),
  columns: [
    dossier((row) => row.dossier),
    column('indicator', 'Chỉ số', 'Indicator', ({ finding }) => finding.indicator, codes),
    column('verdict', 'Thiếu hụt hay không', 'Deprived or not', ({ finding }) => finding.verdict, {
      ...codes,
      source: 'đọc từ câu trả lời đã xác minh',
    }),
    column(
      'members',
      'Thành viên liên quan',
      'People whose facts decided it',
      ({ finding }) => joined(finding.members),
      codes,
    ),
  ],
};

/** Support that was promised. */
export const supportFile: DataFile<{
  readonly dossier: number;
  readonly support: ReportHousehold['supports'][number];
}> = {
  name: 'supports',
  rows: ({ household }) => household.supports.map((support) => ({ dossier: household.dossier, support })),
  columns: [
    dossier((row) => row.dossier),
    column('policy', 'Chính sách', 'Policy', ({ support }) => support.policy, codes),
    column('promisedOn', 'Ngày hứa', 'Day of the promise', ({ support }) => support.promisedOn, day),
    column('arrivedOn', 'Ngày nhận được', 'Day on which it arrived', ({ support }) => support.arrivedOn, day),
  ],
};

/** Each numbered step of the procedure. */
export const stepColumns: readonly FileColumn<ReportStep>[] = [
  dossier((step) => step.dossier),
  column('n', 'Số thứ tự của bước', 'Number of the step', (step) => step.n, integer),
  column('kind', 'Việc đã làm', 'What was done', (step) => step.kind, codes),
  column('from', 'Từ bước', 'From which state', (step) => step.from, codes),
  column('to', 'Đến bước', 'To which state', (step) => step.to, codes),
  column('on', 'Ngày (giờ Việt Nam)', 'Day (Vietnam time)', (step) => step.on, day),
];

/** The first row of a file. */
export function headerOf<Row>(columns: readonly FileColumn<Row>[]): readonly string[] {
  return columns.map(({ name }) => name);
}

/** A row of a file. */
export function cellsOf<Row>(columns: readonly FileColumn<Row>[], row: Row): readonly Value[] {
  return columns.map(({ of }) => of(row));
}

const described = <Row>(file: string, columns: readonly FileColumn<Row>[]) =>
  columns.map(({ en, name, source, type, unit, vi }) => [`${file}.csv`, name, vi, en, type, unit, source]);

/** The dictionary of all files (từ điển dữ liệu), the header first. */
export const dictionary: readonly (readonly string[])[] = [
  ['file', 'column', 'vi', 'en', 'type', 'unit', 'source'],
  ...described('households', householdFile.columns),
  ...described('members', memberFile.columns),
  ...described('indicators', indicatorFile.columns),
  ...described('supports', supportFile.columns),
  ...described('steps', stepColumns),
];

function bool(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}

function joined(values: readonly string[] | null): string | null {
  return values === null ? null : values.join(';');
}
