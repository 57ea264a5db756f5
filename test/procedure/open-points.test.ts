import { expect, test } from 'vitest';
import { missingProcedure, unsureTerms } from '../../src/procedure/open-points.ts';

test('an authority is asked what holds behind the scope of Decision 24, who advises, which share must agree, and how the forms look', () => {
  expect(missingProcedure().map(({ ask }) => ask)).toEqual([
    expect.stringMatching(
      /^Quyết định 24\/2021\/QĐ-TTg chỉ áp dụng cho giai đoạn 2022–2025: .* từ năm 2026 /,
    ),
    expect.stringContaining('không còn cấp huyện: ai cho ý kiến'),
    expect.stringMatching(/^Họp dân theo Thông tư 17\/2016/),
    expect.stringMatching(/^Toàn văn Mẫu số 01 đến 04/),
    expect.stringContaining('giai đoạn 2016–2020 theo mẫu nào'),
  ]);
});

test('the days that are only recalled are to be confirmed, each once', () => {
  const asked = unsureTerms().map(({ certainty, source, state, term }) => [
    source.document.split(' ').at(-1),
    state,
    term.days,
    certainty,
  ]);
  expect(asked).toEqual([
    ['24/2021/QĐ-TTg', 'posted', 3, 'unconfirmed'],
    ['24/2021/QĐ-TTg', 'complaint', 7, 'unconfirmed'],
    ['24/2021/QĐ-TTg', 'opinion', 5, 'unconfirmed'],
    ['17/2016/TT-BLĐTBXH', 'posted', 7, 'secondary'],
  ]);
});
