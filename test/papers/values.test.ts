import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionSheet, type DecidedLine } from '../../src/papers/decision.ts';
import { certificateSheet } from '../../src/papers/certificate.ts';
import { fillingOf, missingIn } from '../../src/papers/complete.ts';
import { headOf, layoutMark } from '../../src/papers/head.ts';
import { minutesSheets } from '../../src/papers/minutes.ts';
import { dayLong, dayShort, dots, numberWords } from '../../src/papers/words.ts';
import { movements } from '../../src/procedure/movement.ts';
import { officialClasses } from '../../src/review/official.ts';

const now = { ward: 'phường Thử', listYear: 2025, procedure: '24-2021-yearly' } as const;
const then = { ward: 'xã Thử', listYear: 2020, procedure: '17-2016-yearly' } as const;
const household = {
  dossier: 12,
  zone: 'Khu 1',
  name: 'Mẫu Thị Lộ',
  address: null,
  before: 'near-poor',
  members: [
    { name: 'Mẫu Thị Lộ', relation: null, birth: '1985' },
    { name: 'bà Mẫu', relation: 'mẹ', birth: null },
  ],
} as const;
const recognised = { category: 'poor', decision: '12/QĐ-UBND', on: '2026-01-05', certificate: null } as const;

describe('words of a paper', () => {
  test('are written as papers of the state write them', () => {
    expect(dayLong('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
    expect(dayLong('2026-11-20')).toBe('ngày 20 tháng 11 năm 2026');
    expect(dayLong('2026-03-01')).toBe('ngày 01 tháng 3 năm 2026');
    expect(dayShort('2026-01-05')).toBe('05/01/2026');
    expect([numberWords(0), numberWords(999), numberWords(1500)]).toEqual(['0', '999', '1.500']);
  });

  test('name the form of the procedure, and say what of it nobody has confirmed', () => {
    expect(headOf(now, 'certificate')).toMatchObject({
      formName: 'Mẫu số 03 – Quyết định 24/2021/QĐ-TTg',
      lawNote: '',
      wardUpper: 'PHƯỜNG THỬ',
      place: 'Thử',
    });
    expect(headOf({ ...now, listYear: 2027 }, null).lawNote).toContain('danh sách năm 2027');
    expect(headOf(then, 'certificate')).toMatchObject({
      formName: 'Phụ lục 2e – Thông tư 14/2018/TT-BLĐTBXH',
      lawNote: '',
    });
    expect(headOf(then, 'leaving-request').lawNote).toBe('Số mẫu “Phụ lục 1b” chưa xác nhận.');
    expect(headOf(then, 'decision')).toMatchObject({ formName: '', lawNote: '' });
  });

  test('of the lists until 2021 name no share of votes as law', () => {
    const [copy] = minutesSheets(then, {
      ...{ n: 1, zone: 'Thôn 1', zoneCode: 'thon-1', on: '2020-11-20', time: '19:30', place: 'Nhà văn hóa' },
      ...{ attendance: {}, note: null, lines: [] },
    });
    expect(copy!.values['rule']).toContain('Chưa thấy Thông tư 17/2016/TT-BLĐTBXH nêu tỷ lệ');
    expect(missingIn(copy!)).toEqual([{ field: 'households', of: 'meeting 1 of thon-1' }]);
  });
});

describe('what is not known', () => {
  test('prints dots, or stops the paper with the field and the number, and never with a name', () => {
    const sheet = certificateSheet(now, household, recognised);
    expect(missingIn(sheet)).toEqual([]);
    expect(fillingOf(sheet, { isConfirmed: false })).toMatchObject({
      address: dots,
      certificate: dots,
      layoutNote: layoutMark,
      members: [{ relation: dots }, { birth: dots, relation: 'mẹ' }],
    });
    expect(fillingOf(sheet, { isConfirmed: true })['layoutNote']).toBe('');
    const nobody = certificateSheet(now, { ...household, name: null, members: [] }, recognised);
    expect(missingIn(nobody)).toEqual([
      { field: 'household', of: 'household 12' },
      { field: 'members', of: 'household 12' },
    ]);
    const unnamed = { ...household, members: [{ name: ' ', relation: null, birth: null }] };
    expect(missingIn(certificateSheet(now, unnamed, recognised))).toEqual([
      { field: 'members.name', of: 'household 12' },
    ]);
  });
});

test('every household of a decision is in exactly one of its lists, and the numbers say how many', () => {
  const line: fc.Arbitrary<DecidedLine> = fc.record({
    name: fc.nat().map((n) => `Mẫu ${n}`),
    zone: fc.constant('Khu 1'),
    before: fc.constantFrom('poor', 'near-poor', null),
    category: fc.constantFrom(...officialClasses),
    movement: fc.constantFrom(...movements, null),
  });
  const parts = ['poor', 'nearPoor', 'leftPoor', 'leftNearPoor', 'others'] as const;
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const decided = { list: 1, decision: '1/QĐ', on: '2026-01-05', opinion: null, lines };
      const sheet = decisionSheet(now, decided, 1);
      const rows = parts.map((part) => sheet.values[part] as readonly { name: string }[]);
      expect(
        rows
          .flat()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(lines.map(({ name }) => name).toSorted());
      expect(parts.map((part) => sheet.values[`count${part[0]!.toUpperCase()}${part.slice(1)}`])).toEqual(
        rows.map(({ length }) => numberWords(length)),
      );
      expect(missingIn(sheet)).toEqual([]);
    }),
  );
});
