import type { OfficialClass } from '../review/official.ts';
import { must } from './field.ts';
import { headOf, type Setting } from './head.ts';
import { classOrNull } from './household.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { dayLong, dayShort } from './words.ts';

/** The answer to somebody who objected to a household on a posted list (phúc tra). Who that was is printed nowhere. */
export const complaintAnswer = paperOf(
  {
    name: 'complaint-answer',
    means: {
      vi: 'Văn bản trả lời ý kiến, khiếu nại về một hộ trong danh sách niêm yết, mỗi ý kiến một tệp. Tên người có ý kiến không in: để chấm, chỉ người ký điền.',
      en: 'The answer to an objection, one file for each. Who objected is not printed: dots, for whoever signs to fill in.',
    },
    form: null,
    layout: {
      vi: 'Văn bản chỉ nêu phải phúc tra và trả lời; chưa thấy mẫu nào.',
      en: 'The law only asks for a re-check and an answer; no form was seen.',
    },
  },
  {
    complaint: must('Số của ý kiến.', 'The number of the objection.'),
    zone: must('Khu, thôn, tổ dân phố của hộ.', 'The zone of the household.'),
    household: must('Tên hộ trong danh sách niêm yết.', 'The household, as on the posted list.'),
    saidOn: must('Ngày nhận ý kiến, dd/mm/yyyy.', 'The day of the objection, dd/mm/yyyy.'),
    said: must('Nội dung ý kiến, như người đó đã nói.', 'The objection, in their own words.'),
    posted: must('Kết quả đã niêm yết khi có ý kiến.', 'The class that was posted when they objected.'),
    found: must('Kết quả sau khi xem lại.', 'The class found when it was checked once more.'),
    foundOn: must('Ngày xem lại xong, dd/mm/yyyy.', 'The day on which that was found, dd/mm/yyyy.'),
    dateLine: must('Ngày đó, “ngày … tháng … năm …”.', 'That day, “ngày … tháng … năm …”.'),
    reason: must('Lý do, như đã trả lời.', 'The reason, as it was answered.'),
  },
);

/** An objection that was answered. Days are Vietnam's. */
export type Answered = {
  readonly complaint: number;
  readonly dossier: number;
  readonly zone: string;
  readonly household: string | null;
  readonly saidOn: string;
  readonly said: string;
  readonly posted: OfficialClass | null;
  readonly found: OfficialClass | null;
  readonly foundOn: string | null;
  readonly reason: string;
};

/** The answer to one objection. */
export function complaintAnswerSheet(setting: Setting, answered: Answered): Sheet {
  const { complaint, dossier, found, foundOn, household, posted, reason, said, saidOn, zone } = answered;
  const values: OwnValues<typeof complaintAnswer> = {
    ...headOf(setting, complaintAnswer.form),
    complaint: String(complaint),
    zone,
    household,
    saidOn: dayShort(saidOn),
    said,
    posted: classOrNull(posted),
    found: classOrNull(found),
    foundOn: foundOn === null ? null : dayShort(foundOn),
    dateLine: foundOn === null ? null : dayLong(foundOn),
    reason,
  };
  return {
    paper: 'complaint-answer',
    of: `objection ${complaint} about household ${dossier}`,
    file: `complaint-answer-${complaint}`,
    values,
  };
}
