import { describe, expect, test } from 'vitest';
import type { Phrase } from '../../src/decision.ts';
import { policies } from '../../src/support/policies.ts';
import { groupLines, openLines, supportLine, supportLines, visitLines } from '../../src/support/lines.ts';
import { openQuestions } from '../../src/support/open-questions.ts';
import { type Need, supportsFor } from '../../src/support/supports-for.ts';
import { visitOrder } from '../../src/support/visit-order.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { languages } from '../../src/text/language.ts';
import { loadTexts } from '../../src/text/load.ts';

const { say } = speakerOf(loadTexts());
const vi = (phrases: readonly Phrase[]) => phrases.map((phrase) => say(phrase, 'vi')).join('\n');

const poor: Need = {
  on: '2026-11-26',
  area: 'rural',
  category: 'poor',
  leftPovertyOn: null,
  deprived: ['housing-quality', 'waste'],
  causes: ['capital', 'skills'],
  groups: [],
};

test('a head reads what fits first, with the amounts and the documents', () => {
  expect(vi(supportLines(supportsFor({ ...poor, on: '2025-10-15' }))))
    .toBe(`Hỗ trợ hợp với điều hộ đang thiếu:
• Vay làm nhà, sửa nhà: được vay nhiều nhất 1.000.000.000 đ một hộ, không quá 70% số tiền cần, lãi 6,6% một năm, trả trong 25 năm. Theo Chương trình cho vay của Ngân hàng Chính sách xã hội; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Vay vốn làm ăn: được vay nhiều nhất 100.000.000 đ một hộ, lãi 6,6% một năm, trả trong 10 năm. Theo Chương trình cho vay của Ngân hàng Chính sách xã hội; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Tiền xóa nhà tạm, nhà dột nát (chưa được xác nhận): nghe nói là 60.000.000 đ để làm mới, 30.000.000 đ để sửa. Văn bản cần xem lại: Chương trình xóa nhà tạm, nhà dột nát 2024–2025. Xin hỏi lại trước khi nói với hộ.
Hỗ trợ khác mà hộ có thể hỏi:
• Học phí mầm non và phổ thông: không phải đóng học phí ở trường công lập. Theo Nghị định 238/2025/NĐ-CP.
• Tiền điện: mỗi tháng bằng tiền 30 kWh điện theo giá bậc 1 (nghe nói 59.520 đ, số tiền chưa được xác nhận). Theo Quyết định 28/2014/QĐ-TTg.
• Trợ giúp pháp lý miễn phí: được tư vấn, bào chữa mà không mất tiền. Theo Luật 11/2017/QH14, Điều 7.
• Khám chữa bệnh bằng thẻ bảo hiểm y tế: bảo hiểm trả 100% tiền khám chữa bệnh. Theo Nghị quyết 261/2025/QH15; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Vay cho học sinh, sinh viên đi học: được vay nhiều nhất 4.000.000 đ một tháng cho mỗi người đi học, lãi 6,6% một năm. Theo Quyết định 05/2022/QĐ-TTg; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Vay để đi làm việc ở nước ngoài: được vay không quá 100% số tiền cần, lãi 6,6% một năm. Theo Chương trình cho vay của Ngân hàng Chính sách xã hội; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Vay làm nước sạch và nhà vệ sinh ở nông thôn: được vay nhiều nhất 25.000.000 đ một công trình, lãi 9% một năm, trả trong 5 năm. Theo Chương trình cho vay của Ngân hàng Chính sách xã hội; mới thấy qua báo chí hoặc phần mềm, xin đối chiếu văn bản.
• Tiền đóng bảo hiểm y tế (chưa được xác nhận): nghe nói là Nhà nước đóng 100%. Văn bản cần xem lại: Nghị định 188/2025/NĐ-CP. Xin hỏi lại trước khi nói với hộ.
• Tiền sách vở, đồ dùng học tập (chưa được xác nhận): nghe nói là 150.000 đ một tháng cho mỗi cháu, nhiều nhất 9 tháng một năm. Văn bản cần xem lại: Nghị định 238/2025/NĐ-CP. Xin hỏi lại trước khi nói với hộ.`);
});

test('what no support is known for is said, and where to ask', () => {
  expect(vi(openLines(openQuestions(poor)))).toBe(
    'Chưa biết hỗ trợ nào cho: Xử lý chất thải, Thiếu kỹ năng lao động. Xin hỏi phường, xã hoặc hội, đoàn thể.',
  );
  expect(openLines({ indicators: [], causes: [] })).toEqual([]);
  expect(vi(supportLines([]))).toContain('Xin hỏi lại phường, xã.');
});

test('what is given on a condition of which we know nothing names it', () => {
  const nearPoor = supportsFor({ ...poor, category: 'near-poor' });
  expect(vi(nearPoor.filter(({ policy }) => policy.name === 'legal-aid').map(supportLine))).toContain(
    'chỉ khi là người bị buộc tội',
  );
  const average = supportsFor({ ...poor, category: 'average' });
  expect(vi(average.filter(({ policy }) => policy.name === 'insurance-premium').map(supportLine))).toContain(
    'ít nhất 30%, chỉ khi hộ làm nông, lâm, ngư nghiệp',
  );
});

describe.each(languages)('in %s', (language) => {
  const unsure = { vi: /chưa được xác nhận/, en: /not confirmed/ }[language];
  const lines = policies.flatMap((policy) =>
    policy.recipients.map((recipient) => ({
      certainty: recipient.gives.certainty,
      text: say(supportLine({ policy, recipient, certainty: recipient.gives.certainty }), language),
    })),
  );

  test('every unconfirmed policy says so before it names an amount', () => {
    const recalled = lines.filter(({ certainty }) => certainty === 'unconfirmed');
    expect(recalled.length).toBeGreaterThan(5);
    for (const { text } of recalled) expect(text.split(':')[0]).toMatch(unsure);
  });

  test('no line has a hole or a word of our data left in it', () => {
    for (const { text } of lines) expect(text).not.toMatch(/\{\{|null|undefined|\[object/);
  });
});

test('groups and the order of visits are said to be proposals', () => {
  expect(vi(groupLines({ proposed: ['unable-to-work'], notAsked: ['ethnic-minority', 'merit'] }))).toBe(
    `Theo câu trả lời, hộ có thể thuộc nhóm: Hộ không có khả năng lao động. Đây chỉ là gợi ý, anh/chị quyết định.
Chương trình không hỏi hộ về các nhóm: Hộ dân tộc thiểu số, Hộ có thành viên là người có công với cách mạng. Xin anh/chị xem giúp.`,
  );
  const order = visitOrder([
    { id: 1, category: 'near-poor', groups: [], causes: [], deprived: [] },
    { id: 2, category: 'poor', groups: [], causes: ['illness'], deprived: ['child-school'] },
  ]);
  expect(vi(visitLines(order, (id) => `Nhà ${id}`)))
    .toBe(`Thứ tự đến thăm dưới đây là gợi ý của chương trình, không phải quy định. Anh/chị quyết định.
Khác:
• Nhà 2 (có người ốm đau, trẻ em chậm lớn hoặc không đi học đúng bậc, hộ nghèo)
• Nhà 1`);
});
