import type { Seen } from './field.ts';
import {
  membersField,
  memberRows,
  householdFields,
  householdValues,
  type PaperHousehold,
  seen1a,
  seen1b,
} from './household.ts';
import { headOf, type Setting } from './head.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';

/** Both say the same of a household; form 1b is known from a page that explains it. */
const fieldsOf = (seen: Seen) => ({ ...householdFields(seen), members: membersField(seen) });

/** Mẫu số 01 (Decision 24/2021), form 1a (2016–2021): a household asks to be reviewed. */
export const reviewRequest = paperOf(
  {
    name: 'review-request',
    means: {
      vi: 'Giấy đề nghị rà soát, theo lời hộ đã đề nghị trong trò chuyện; hộ ký.',
      en: 'The request for a review that a household made in chat, for it to sign.',
    },
    form: 'review-request',
    layout: {
      vi: 'Mẫu số 01: chỉ thấy tên mẫu và đoạn đầu. Phụ lục 1a (2016–2021): thấy các mục đến bảng thành viên, phần sau bị cắt. Những ô chúng tôi không có dữ liệu (giới tính, số định danh, dân tộc, lý do) để chấm cho người điền.',
      en: 'Mẫu số 01: only its title and beginning were seen. Form 1a (2016–2021): its items up to the table of members were seen, the rest was cut. What we hold no data for (sex, ID number, ethnicity, reason) is dots to be filled in.',
    },
  },
  fieldsOf(seen1a),
);

/** Mẫu số 04 (Decision 24/2021), form 1b (2016–2021): a household asks to leave the list. */
export const leavingRequest = paperOf(
  {
    name: 'leaving-request',
    means: {
      vi: 'Giấy đề nghị công nhận thoát nghèo, thoát cận nghèo, theo lời hộ đã đề nghị; hộ ký.',
      en: 'The request to be taken off the list that a household made in chat, for it to sign.',
    },
    form: 'leaving-request',
    layout: {
      vi: 'Mẫu số 04: chỉ thấy tên mẫu. Phụ lục 1b (2016–2021, số mẫu nhớ lại): thấy thêm mục “là hộ nghèo, hộ cận nghèo từ năm … đến năm …”, để chấm cho người điền.',
      en: 'Mẫu số 04: only its title was seen. Form 1b (2016–2021, its number recalled) also has “poor or near-poor from year … to year …”, left as dots.',
    },
  },
  fieldsOf(seen1b),
);

/** The request of a household to be reviewed. */
export function reviewRequestSheet(setting: Setting, household: PaperHousehold): Sheet {
  return sheetOf(reviewRequest, setting, household);
}

/** The request of a household to leave the list. */
export function leavingRequestSheet(setting: Setting, household: PaperHousehold): Sheet {
  return sheetOf(leavingRequest, setting, household);
}

function sheetOf(paper: typeof reviewRequest, setting: Setting, household: PaperHousehold): Sheet {
  const values: OwnValues<typeof paper> = {
    ...headOf(setting, paper.form),
    ...householdValues(household),
    members: memberRows(household),
  };
  const { dossier } = household;
  return { paper: paper.name, of: `household ${dossier}`, file: `${paper.name}-${dossier}`, values };
}
