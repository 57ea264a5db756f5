import type { OfficialClass } from '../review/official.ts';
import { dotted, must } from './field.ts';
import { headOf, type Setting } from './head.ts';
import {
  classOrNull,
  householdFields,
  householdValues,
  memberRows,
  membersField,
  type PaperHousehold,
  seen2e,
} from './household.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { dayShort } from './words.ts';

/** Mẫu số 03 (Decision 24/2021), form 2e (2016–2021): the certificate of one household. */
export const certificate = paperOf(
  {
    name: 'certificate',
    means: {
      vi: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo, mỗi hộ một tệp.',
      en: 'The certificate, one file for each household.',
    },
    form: 'certificate',
    layout: {
      vi: 'Mẫu số 03: chỉ thấy tên mẫu. Phụ lục 2e (2016–2021): thấy số “…/GCN-HN.HCN” và bảng các thành viên.',
      en: 'Mẫu số 03: only its title was seen. Form 2e (2016–2021): its number “…/GCN-HN.HCN” and its table of members were seen.',
    },
  },
  {
    ...householdFields(),
    certificate: dotted(
      'Số giấy chứng nhận đã ghi; để chấm khi chưa ghi.',
      'The number of the certificate; dots while it is not written down.',
      seen2e,
    ),
    class: must('Hộ nghèo hay hộ cận nghèo, theo quyết định.', 'Poor or near-poor, as decided.', seen2e),
    decision: must('Số quyết định công nhận.', 'The number of the decision.'),
    decidedOn: must('Ngày của quyết định, dd/mm/yyyy.', 'The day of the decision, dd/mm/yyyy.'),
    members: membersField(seen2e),
  },
);

/** What was decided of a recognised household, and the number of its certificate; null while none was written down. */
export type Recognised = {
  readonly category: OfficialClass;
  readonly decision: string;
  readonly on: string;
  readonly certificate: string | null;
};

/** The certificate of a household. */
export function certificateSheet(setting: Setting, household: PaperHousehold, recognised: Recognised): Sheet {
  const values: OwnValues<typeof certificate> = {
    ...headOf(setting, certificate.form),
    ...householdValues(household),
    certificate: recognised.certificate,
    class: classOrNull(recognised.category),
    decision: recognised.decision,
    decidedOn: dayShort(recognised.on),
    members: memberRows(household),
  };
  const { dossier } = household;
  return { paper: 'certificate', of: `household ${dossier}`, file: `certificate-${dossier}`, values };
}
