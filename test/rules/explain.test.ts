import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { explainToResident, explainToVerifier } from '../../src/rules/explain/explain.ts';
import { nearestChanges } from '../../src/rules/nearest.ts';
import { register, standardOf } from '../../src/rules/register.ts';
import { lastYearOf } from '../../src/rules/years.ts';
import { anyHousehold } from './any-household.ts';
import { householdOf } from './plain-household.ts';

const standard = standardOf('national-2022-2026');
const household = householdOf({
  internet: false,
  latrine: 'unknown',
  members: [{}, {}, { age: 10, atSchool: false }],
  income: { wages: 40_000_000, farm: 5_000_000 },
});
const read = () => assess(household, standard, 2026, '2026-09-15');

test('a verifier is told how the class comes about, each finding with source and certainty, and what is nearest', () => {
  const nearest = nearestChanges(
    householdOf({ income: { wages: 45_000_000 } }),
    standard,
    2026,
    '2026-09-15',
  );
  expect(explainToVerifier(read(), { language: 'vi', standard, nearest })).toEqual([
    'Đọc theo Nghị định 07/2021/NĐ-CP, Nghị định 351/2025/NĐ-CP, cho danh sách năm 2026.',
    'Kết quả: hộ nghèo hoặc hộ cận nghèo (chưa xác định được).',
    'Số chỉ số thiếu hụt: 2–3; ngưỡng: từ 3 chỉ số trở lên.',
    'Đây là kết quả tạm đọc: giá trị yếu nhất được dùng là “chưa được xác nhận”.',
    '- Thu nhập so với mức chuẩn hộ nghèo: từ mức chuẩn trở xuống; 1.250.000 đồng/người/tháng; ngưỡng ≤ 1.500.000 đồng/người/tháng; Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2; đã đối chiếu với trang trích văn bản',
    expect.stringContaining('- Thu nhập so với mức sống trung bình: từ mức chuẩn trở xuống'),
    expect.stringContaining('- Việc làm: không thiếu hụt'),
    expect.stringContaining('- Người phụ thuộc trong hộ gia đình: không thiếu hụt; 33 %; ngưỡng > 50 %'),
    expect.stringContaining('- Dinh dưỡng: không thiếu hụt'),
    expect.stringContaining('- Bảo hiểm y tế: không thiếu hụt'),
    expect.stringContaining('- Trình độ giáo dục của người lớn: không thiếu hụt'),
    '- Tình trạng đi học của trẻ em: thiếu hụt; m3; Nghị định 07/2021/NĐ-CP; chưa được xác nhận',
    expect.stringContaining('- Chất lượng nhà ở: không thiếu hụt; 0; ngưỡng ≥ 2'),
    expect.stringContaining('- Diện tích nhà ở bình quân đầu người: không thiếu hụt; 20 m²; ngưỡng < 8 m²'),
    expect.stringContaining('- Nguồn nước sinh hoạt: không thiếu hụt'),
    expect.stringContaining('- Nhà tiêu hợp vệ sinh: chưa rõ; chưa ai cho biết'),
    expect.stringContaining('- Sử dụng dịch vụ viễn thông: thiếu hụt'),
    expect.stringContaining('- Phương tiện phục vụ tiếp cận thông tin: không thiếu hụt'),
    'Nếu cả hộ trong 12 tháng thu thêm 9.000.001 đồng thì thành hộ có mức sống trung bình.',
    'Nếu thêm 3 chỉ số thiếu hụt thì thành hộ nghèo.',
    '? Thu nhập từ sản xuất nông nghiệp và kinh doanh: trừ những chi phí nào, chứng minh bằng gì?',
  ]);
});

test('a household is told plainly what counts, in its language, and never a class', () => {
  expect(explainToResident(read(), { language: 'en', standard })).toEqual([
    'A first reading by Nghị định 07/2021/NĐ-CP, Nghị định 351/2025/NĐ-CP, for the list of 2026.',
    'Income against the line of the poor: at the line or under it (1,250,000 VND per person per month; threshold ≤ 1,500,000 VND per person per month).',
    'Counts as missing: children at school, use of telecom services.',
    expect.stringContaining('Not missing: employment, dependants in the household'),
    'Not known: hygienic latrine.',
    "This is only a first reading. Only the commune's People's Committee decides.",
  ]);
});

describe('of any household, in either language', () => {
  const given = [
    anyHousehold,
    fc.constantFrom(...register.map(({ id }) => id)),
    fc.constantFrom('vi' as const, 'en' as const),
  ] as const;

  test('the findings listed add up to the count', () => {
    fc.assert(
      fc.property(...given, (any, id, language) => {
        const by = standardOf(id);
        const assessment = assess(any, by, lastYearOf(by), '2026-09-15');
        const lines = explainToVerifier(assessment, { language, standard: by });
        const having = (words: string) =>
          lines.filter((line) => line.startsWith('- ') && line.includes(words)).length;
        const deprived = having(language === 'vi' ? ': thiếu hụt' : ': deprived');
        expect(deprived).toBe(assessment.deprived);
        expect(assessment.count.least).toBeGreaterThanOrEqual(deprived);
        expect(assessment.count.most).toBeLessThanOrEqual(deprived + assessment.unknown);
      }),
    );
  });

  test('nobody is called poor to the face', () => {
    fc.assert(
      fc.property(...given, (any, id, language) => {
        const by = standardOf(id);
        const lines = explainToResident(assess(any, by, lastYearOf(by), '2026-09-15'), {
          language,
          standard: by,
        });
        expect(lines.join('\n')).not.toMatch(/(?<!mức chuẩn )hộ nghèo|hộ cận nghèo|poor household/);
      }),
    );
  });
});
