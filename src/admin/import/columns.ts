import type { Column } from './sheet.ts';

/** A table that can be imported: its columns, and rows that are plainly made up, for the template. */
export type Layout = {
  readonly columns: readonly Column[];
  readonly examples: readonly (readonly string[])[];
};

const zone = {
  key: 'zone',
  name: 'Khu',
  also: ['thôn', 'xóm', 'bản', 'ấp', 'tổ dân phố', 'tên khu', 'khu thôn', 'thôn tổ dân phố'],
  optional: false,
} as const;

/** A ward's zones. */
export const zoneLayout = {
  columns: [zone, { key: 'code', name: 'Mã', also: ['mã khu'], optional: true }],
  examples: [
    ['Khu 1', ''],
    ['Khu 2', 'khu-2-vi-du'],
  ],
} satisfies Layout;

/** The households of a list. */
export const householdLayout = {
  columns: [
    zone,
    {
      key: 'name',
      name: 'Chủ hộ',
      also: ['họ tên chủ hộ', 'họ và tên chủ hộ', 'tên chủ hộ'],
      optional: false,
    },
    { key: 'category', name: 'Phân loại', also: ['loại hộ', 'diện', 'diện hộ'], optional: false },
    { key: 'address', name: 'Địa chỉ', also: ['nơi ở', 'nơi ở hiện tại'], optional: true },
    { key: 'code', name: 'Mã hộ', also: ['mã số hộ', 'household'], optional: true },
    { key: 'people', name: 'Nhân khẩu', also: ['số nhân khẩu', 'số khẩu'], optional: true },
  ],
  examples: [
    ['Khu 1', 'Nguyễn Văn Ví Dụ', 'nghèo', 'số 1, ngõ 2', 'H-001', '4'],
    ['Khu 2', 'Trần Thị Ví Dụ', 'cận nghèo', '', 'H-002', ''],
  ],
} satisfies Layout;

/** Heads and collaborators. */
export const staffLayout = {
  columns: [
    zone,
    { key: 'role', name: 'Vai trò', also: ['chức danh', 'chức vụ', 'nhiệm vụ'], optional: false },
    { key: 'name', name: 'Họ tên', also: ['họ và tên', 'tên'], optional: false },
    { key: 'phone', name: 'Điện thoại', also: ['số điện thoại', 'sđt', 'đt'], optional: false },
    { key: 'hours', name: 'Giờ', also: ['giờ gọi', 'giờ gọi được'], optional: true },
  ],
  examples: [
    ['Khu 1', 'khu trưởng', 'Nguyễn Văn Ví Dụ', '0900000001', '18:00–20:00'],
    ['Khu 1; Khu 2', 'cộng tác viên', 'Trần Thị Ví Dụ', '0900000002', ''],
  ],
} satisfies Layout;

/** The templates by their names, the titles first. */
export const importTemplates: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'template zones': templateOf(zoneLayout),
  'template households': templateOf(householdLayout),
  'template staff': templateOf(staffLayout),
};

function templateOf({ columns, examples }: Layout): readonly (readonly string[])[] {
  return [columns.map(({ name }) => name), ...examples];
}
