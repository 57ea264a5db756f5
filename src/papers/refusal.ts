import { must } from './field.ts';
import { headOf, procedureWords, type Setting } from './head.ts';
import { householdFields, householdValues, type PaperHousehold } from './household.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { procedures } from '../procedure/procedures.ts';
import { dayLong, dayShort } from './words.ts';

/** The written answer to a household that is not recognised, with its reasons (Decision 24/2021, Articles 5 and 6). */
export const refusal = paperOf(
  {
    name: 'refusal',
    means: {
      vi: 'Văn bản trả lời hộ không được công nhận, nêu rõ lý do, mỗi hộ một tệp.',
      en: 'The written refusal with its reasons, one file for each household.',
    },
    form: null,
    layout: {
      vi: 'Văn bản chỉ nêu phải trả lời bằng văn bản và nêu rõ lý do; chưa thấy mẫu nào.',
      en: 'The law only says that it is written and gives reasons; no form was seen.',
    },
  },
  {
    ...householdFields(),
    refused: must(
      'Điều không được công nhận: “là hộ nghèo, hộ cận nghèo”, hoặc “thoát nghèo, thoát cận nghèo” khi hộ đề nghị ra khỏi danh sách.',
      'What is not recognised: that it is poor or near-poor, or that it left, where it asked to leave the list.',
    ),
    decision: must('Số văn bản của Chủ tịch đã ghi.', 'The number of the chairman’s paper.'),
    dateLine: must('Ngày của văn bản, “ngày … tháng … năm …”.', 'Its day, “ngày … tháng … năm …”.'),
    decidedOn: must('Ngày của văn bản, dd/mm/yyyy.', 'Its day, dd/mm/yyyy.'),
    reasons: must('Lý do, như đã ghi.', 'The reasons, as written down.'),
    legalBasis: must('Văn bản về quy trình.', 'The document of the procedure.'),
  },
);

/** What the chairman's paper says. */
export type Declined = {
  readonly decision: string;
  readonly on: string;
  readonly reasons: string;
  /** It asked to leave the list. */
  readonly isLeaving: boolean;
};

/** The refusal for a household. */
export function refusalSheet(setting: Setting, household: PaperHousehold, declined: Declined): Sheet {
  const values: OwnValues<typeof refusal> = {
    ...headOf(setting, refusal.form),
    ...householdValues(household),
    refused: declined.isLeaving ? 'thoát nghèo, thoát cận nghèo' : 'là hộ nghèo, hộ cận nghèo',
    decision: declined.decision,
    dateLine: dayLong(declined.on),
    decidedOn: dayShort(declined.on),
    reasons: declined.reasons,
    legalBasis: procedureWords(procedures[setting.procedure]),
  };
  const { dossier } = household;
  return { paper: 'refusal', of: `household ${dossier}`, file: `refusal-${dossier}`, values };
}
