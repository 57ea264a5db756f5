import { describe, expect, test } from 'vitest';
import { card } from '../../src/desk/card.ts';
import { readingLines } from '../../src/desk/findings.ts';
import type { Subject } from '../../src/desk/subject.ts';
import type { Official } from '../../src/review/official.ts';
import { evolve, newReview } from '../../src/review/review.ts';
import type { Answer } from '../../src/survey/answer.ts';
import { readingOf, readingSchema, type StoredAssessment } from '../../src/surveys/reading.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { answered, context } from '../survey/walk-through.ts';

const speaker = speakerOf(loadTexts());
const everybody = ['m1', 'm2', 'm3', 'm4'];

/** A case of a household of four on a head's desk; `changed` answers stand instead of the plain ones. */
function caseOf(listYear: number, changed: Readonly<Record<string, Answer>> = {}): Subject {
  const on = `${listYear}-11-20`;
  const through = answered(on, listYear);
  through.press('send');
  const interview = { ...through.interview(), answers: { ...through.interview().answers, ...changed } };
  const reading = readingOf(interview.answers, on, listYear);
  const review = evolve(newReview, { type: 'CaseReceived', reading, changed: [], on });
  return { interview, review, relations: ['head'], context, today: on };
}

const onPaper = (subject: Subject, form: Partial<Official>): Subject => {
  const official = { b1: 150, b2: 20, category: null, reason: null, on: subject.today, ...form };
  return { ...subject, review: { ...subject.review, official } };
};

const cardOf = (subject: Subject, language: 'vi' | 'en' = 'vi'): string =>
  card(subject, [])
    .parts.map((phrase) => speaker.say(phrase, language))
    .join('\n');

const firstOf = (subject: Subject): StoredAssessment => {
  const reading = readingSchema.parse(subject.review.readings[0]?.reading);
  return reading.assessments[0]!;
};

/** Answers by which several things are lacking. */
const lacking: Readonly<Record<string, Answer>> = {
  water: { kind: 'choice', value: 'river-pond' },
  latrine: { kind: 'choice', value: 'none' },
  internet: { kind: 'choice', value: 'no' },
  'floor-area': { kind: 'count', value: 10 },
  insurance: { kind: 'ticks', picked: ['m1'], asked: everybody },
};

describe('the card of a case', () => {
  test('marks how sure the result itself is, names the law’s indicators, and cites articles', () => {
    const text = cardOf(caseOf(2026, lacking));
    expect(text).toContain('Tạm đọc: hộ nghèo °°. Thiếu hụt 5 chỉ số, chưa rõ 0.');
    expect(text).toContain('• Sử dụng dịch vụ viễn thông: thiếu hụt (');
    expect(text).toContain('Phương tiện phục vụ tiếp cận thông tin °°');
    expect(text).toContain('Căn cứ: Nghị định 07/2021/NĐ-CP (Điều 3 khoản 2');
    expect(cardOf(caseOf(2026, lacking), 'en')).not.toMatch(/lacking/i);
  });

  test('marks what was seen in a draft only where it stands', () => {
    const work: Answer = { kind: 'ticks', picked: ['m1'], asked: everybody };
    const text = cardOf(caseOf(2027, { work }));
    expect(text).toMatch(/• Việc làm: thiếu hụt \(Lan\) °+ \(dự thảo\)/);
    expect(text).toContain(
      'Không thiếu hụt: Người phụ thuộc trong hộ gia đình ° (dự thảo), Dinh dưỡng ° (dự thảo)',
    );
    expect(cardOf(caseOf(2026, { work }))).not.toContain('dự thảo');
  });

  test.each([
    ['under', true, '• Thu nhập: từ mức chuẩn trở xuống (', 'chuẩn: từ 2.000.000 đ/người/tháng trở xuống'],
    ['under', false, '• Thu nhập: dưới mức chuẩn (', 'chuẩn: dưới 2.000.000 đ/người/tháng'],
    ['over', true, '• Thu nhập: trên mức chuẩn (', 'chuẩn: từ 2.000.000 đ/người/tháng trở xuống'],
    ['over', false, '• Thu nhập: từ mức chuẩn trở lên (', 'chuẩn: dưới 2.000.000 đ/người/tháng'],
  ] as const)(
    'says of %s a line whether those right on it belong to it (%s)',
    (verdict, inclusive, side, line) => {
      const subject = caseOf(2026);
      const assessment = firstOf(subject);
      const [income, ...others] = assessment.findings;
      const threshold = { value: 2_000_000, inclusive, unit: 'vnd-per-person-month' } as const;
      const findings = [{ ...income!, verdict, threshold }, ...others];
      const text = readingLines({ ...assessment, findings }, subject.interview.answers)
        .map((phrase) => speaker.say(phrase, 'vi'))
        .join('\n');
      expect(text).toContain(side);
      expect(text).toContain(line);
    },
  );

  test('says of a floor and of the house’s parts on which side one is deprived', () => {
    const walls = { kind: 'choice', value: 'makeshift' } as const;
    const text = cardOf(caseOf(2026, { ...lacking, walls, roof: walls }));
    expect(text).toContain('2 m²/người; thiếu hụt khi dưới 8 m²/người');
    expect(text).toContain('2 phần không bền; thiếu hụt khi từ 2 phần không bền trở lên');
  });

  test('names the standard of a first reading where there are several', () => {
    const before = caseOf(2027);
    const { interview, review } = caseOf(2027, lacking);
    const reading = review.readings[0]?.reading;
    const after = evolve(before.review, { type: 'CaseReceived', reading, changed: [], on: before.today });
    const text = cardOf({ ...before, interview, review: after });
    const firsts = text.split('\n').filter((line) => line.startsWith('Lần đọc đầu'));
    expect(firsts).toEqual([
      expect.stringMatching(/^Lần đọc đầu, theo lời hộ – Chuẩn quốc gia theo Nghị định 07\/2021\/NĐ-CP/),
    ]);
  });

  describe('says of the points on paper', () => {
    test('by which circular and which thresholds they are read, and what they and the program say', () => {
      const text = cardOf(onPaper(caseOf(2026, lacking), { b1: 150, b2: 20 }));
      expect(text).toContain(
        'Theo Thông tư 07/2021/TT-BLĐTBXH – Chuẩn quốc gia theo Nghị định 07/2021/NĐ-CP (dùng đến hết năm 2026): ' +
          'B1 150, ngưỡng 175 điểm; B2 20, ngưỡng 30 điểm: hộ cận nghèo.',
      );
      expect(text).toContain('Phiếu cho hộ cận nghèo, chương trình đọc hộ nghèo °°. Xin xem lại cả hai.');
      expect(text).toContain('Số chỉ số thiếu hụt: theo B2 trên phiếu là 2, chương trình thấy 5.');
      expect(text).not.toContain('theo thu nhập (');
    });

    test('nothing of the number where both find the same, and nothing by a standard whose thresholds are a gap', () => {
      const same = cardOf(onPaper(caseOf(2026, lacking), { b1: 150, b2: 50 }));
      expect(same).not.toContain('Phiếu cho');
      expect(same).not.toContain('Số chỉ số thiếu hụt:');
      const lines = cardOf(onPaper(caseOf(2027), {})).split('\n');
      expect(lines.filter((line) => line.startsWith('Theo Thông tư'))).toEqual([
        expect.stringContaining('Nghị định 07/2021/NĐ-CP (dùng đến hết năm 2026)'),
      ]);
    });
  });

  test('asks for a member’s fact in words of its own', () => {
    const unknown: Answer = { kind: 'unknown' };
    const text = cardOf(
      caseOf(2026, { insurance: unknown, nutrition: unknown, 'floor-area': { kind: 'count', value: 10 } }),
    );
    expect(text).toContain('• Lan: có thẻ bảo hiểm y tế không');
    expect(text).not.toContain(' của Lan');
  });
});
