import { describe, expect, test } from 'vitest';
import { say } from '../../src/decision.ts';
import type { Answers } from '../../src/survey/answer.ts';
import { type Reading, readingOf, readingSchema, type StoredFinding } from '../../src/surveys/reading.ts';
import { toldReadings } from '../../src/surveys/told.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { answered } from '../survey/walk-through.ts';

const speaker = speakerOf(loadTexts());

/** A household of four that told everything, in a province; it has every source of income. */
function answersIn(province: string | null, listYear: number): Answers {
  const through = answered(`${listYear}-11-20`, listYear);
  const { zone, ...answers } = through.interview().answers;
  if (zone?.kind !== 'place') throw new Error('No zone was chosen');
  return { ...answers, zone: province === null ? zone : { ...zone, province } };
}

/** What it is told, in paragraphs. */
function told(reading: Reading, answers: Answers, language: 'vi' | 'en' = 'vi'): readonly string[] {
  const { assessments } = readingSchema.parse(JSON.parse(JSON.stringify(reading)));
  return toldReadings(assessments, answers, 'first').map((phrase) => speaker.say(phrase, language));
}

const incomes = (lines: readonly string[]) => lines.filter((line) => /^(?:Thu nhập|Income):/.test(line));

describe('what a household is told of its answers', () => {
  test('a line drawn for a year is told for a year, beside one drawn for a month', () => {
    const answers = answersIn('ho-chi-minh', 2025);
    const reading = readingOf(answers, '2025-11-20', 2025);
    const [monthly, yearly] = incomes(told(reading, answers));
    expect(monthly).toContain('mỗi người mỗi tháng');
    expect(monthly).toContain('so là 2.000.000 đ');
    expect(yearly).toContain('Thu nhập: mỗi người mỗi năm khoảng từ 9.000.000 đ');
    expect(yearly).toContain('so là 36.000.000 đ');
    expect(yearly).not.toContain('tháng');
    const [, inEnglish] = incomes(told(reading, answers, 'en'));
    expect(inEnglish).toContain('for each person each year');
    expect(inEnglish).not.toContain('month');
  });

  test.each([
    ['under', true, 'ở mức đó trở xuống'],
    ['under', false, 'ở dưới mức đó'],
    ['over', true, 'ở trên mức đó'],
    ['over', false, 'ở mức đó trở lên'],
  ] as const)('%s a line (with those right on it: %s) is told as “%s”', (verdict, inclusive, words) => {
    const answers = answersIn(null, 2025);
    const [assessment] = readingOf(answers, '2025-11-20', 2025).assessments;
    const unit = 'vnd-per-person-month';
    const income = {
      rule: 'income',
      verdict,
      measured: { min: 1_000_000, max: 1_000_000, unit },
      threshold: { value: 2_000_000, inclusive, unit },
    } as Partial<StoredFinding>;
    const [first, ...others] = assessment?.findings ?? [];
    const reading = { assessments: [{ ...assessment, findings: [{ ...first, ...income }, ...others] }] };
    expect(incomes(told(reading as Reading, answers))).toEqual([
      `Thu nhập: mỗi người mỗi tháng khoảng 1.000.000 đ. Mức mà luật đem so là 2.000.000 đ. Nhà mình ${words}.`,
    ]);
  });

  test('what is known from a draft only is marked, and says so; nothing of a decree in force is', () => {
    const asked = ['m1', 'm2', 'm3', 'm4'];
    const work = { kind: 'ticks' as const, picked: ['m1'], asked };
    const answers = { ...answersIn(null, 2027), work };
    const [draft, inForce] = ['2027', '2026'].map((year) =>
      told(readingOf(answers, `${year}-11-20`, Number(year)), answers).join('\n'),
    );
    expect(draft).toContain('• Chưa tìm được việc, hoặc làm công không có hợp đồng bằng giấy: Lan (dự thảo)');
    expect(draft).toContain('• Cân nặng, chiều cao của trẻ (dự thảo)');
    expect(draft).toContain('Chỗ nào ghi “dự thảo” là theo bản viết thử của luật, còn có thể đổi.');
    expect(inForce).toContain('bằng giấy: Lan');
    expect(inForce).not.toContain('dự thảo');
  });

  test.each(['told.provisional', 'told.provisional-signed'])(
    '%s says who decides, and that the rules of this year are not checked',
    (key) => {
      const text = speaker.say(say(key), 'vi');
      expect(text).toContain('Chỉ Chủ tịch Ủy ban nhân dân phường hoặc xã mới quyết định');
      expect(text).toContain(
        'ra cho các năm 2022–2025. Luật của năm nay về các bước thì chương trình chưa xem được',
      );
    },
  );
});
