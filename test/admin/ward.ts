import { addWard } from '../../src/store/areas.ts';
import type { Database } from '../../src/store/db.ts';
import { runAdmin } from '../../src/admin/run.ts';

/** A table of a made-up ward, the titles first. */
export type Cells = readonly (readonly string[])[];

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Đức'];
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Hoà', 'Lan', 'Mai', 'Nam', 'Phúc', 'Yến'];

/** The name of the n-th made-up person; after 500 they come again. */
function person(n: number): string {
  const [family, middle, last] = [
    families[n % 10],
    middles[Math.floor(n / 10) % 5],
    given[Math.floor(n / 50) % 10],
  ];
  return `${family} ${middle} ${last}`;
}

const zoneOf = (n: number) => `Khu ${(n % 30) + 1}`;

/** Thirty zones. */
export const zones: Cells = [['Khu'], ...Array.from({ length: 30 }, (_, n) => [zoneOf(n)])];

/** So many households in them, each with a number. */
export function households(many: number): Cells {
  const header = ['Mã hộ', 'Chủ hộ', 'Khu', 'Phân loại', 'Địa chỉ', 'Nhân khẩu'];
  const rows = Array.from({ length: many }, (_, n) => [
    `H-${n + 1}`,
    person(n),
    zoneOf(n),
    n % 3 === 0 ? 'Cận nghèo' : 'Nghèo',
    `số ${n + 1}, ngõ thử`,
    String((n % 7) + 1),
  ]);
  return [header, ...rows];
}

/** A head and a collaborator for each zone. */
export const staff: Cells = [
  ['Họ và tên', 'Vai trò', 'Khu', 'SĐT', 'Giờ'],
  ...Array.from({ length: 60 }, (_, n) => [
    person(n),
    n < 30 ? 'Khu trưởng' : 'CTV',
    zoneOf(n),
    `09000000${String(n).padStart(2, '0')}`,
    n < 30 ? '18:00–20:00' : '',
  ]),
];

/** A table as it comes out of a file. */
export const rowsOf = (cells: Cells) => cells.map((each, at) => ({ row: at + 1, cells: each, wrong: null }));

/** A table with some cells written over: row (as the file counts), column, text. */
export function spoiled(cells: Cells, spoils: readonly (readonly [number, number, string])[]): Cells {
  return cells.map((row, at) =>
    row.map((cell, column) => spoils.find((each) => each[0] === at + 1 && each[1] === column)?.[2] ?? cell),
  );
}

export const now = new Date('2026-09-15T08:00:00+07:00');

/** Imports into the ward `thu`, and gives the counts. */
export async function imports(db: Database, what: string, cells: Cells, more: object = {}): Promise<object> {
  const args = {
    ward: 'thu',
    file: rowsOf(cells),
    ...(what === 'households' ? { 'list-year': '2025' } : {}),
    ...more,
  };
  const { data } = await runAdmin(db, `import ${what}`, args, {
    now,
    baseUrl: 'https://example.vn',
    quiet: null,
  });
  return Object(data);
}

/** What an import that is refused says. */
export async function refusal(db: Database, what: string, cells: Cells, more: object = {}): Promise<string> {
  return imports(db, what, cells, more).then(
    () => 'it was not refused',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** The ward `thu`, without zones. */
export async function ward(db: Database): Promise<number> {
  return addWard(db.q, { code: 'thu', name: 'phường Thử', area: 'urban', demo: false });
}
