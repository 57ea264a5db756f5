import type { Source } from '../rules/source.ts';
import { dotted, type ListField, must, type Seen } from './field.ts';
import { beforeWords, classWords } from './words.ts';

/** A member as a paper names them; null is what was not told. */
export type PaperMember = {
  readonly name: string;
  /** As the household said it: to whoever spoke for it, who need not be its head. */
  readonly relation: string | null;
  readonly birth: string | null;
};

/** A household under review as a paper names it. */
export type PaperHousehold = {
  readonly dossier: number;
  readonly zone: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly before: 'poor' | 'near-poor' | null;
  readonly members: readonly PaperMember[];
};

const form1a: Source = {
  document: 'Thông tư 14/2018/TT-BLĐTBXH',
  article: 'Phụ lục 1a',
  url: 'https://nhangiahaki.vn/mau-giay-de-nghi-xet-duyet-bo-sung-ho-ngheo-ho-can-ngheo/',
};
/** Seen on the form of the lists of 2016 to 2021 only; the form in use since 2022 may differ. */
export const seen1a: Seen = { source: form1a, certainty: 'verified' };
const form1b: Source = {
  document: 'Thông tư 14/2018/TT-BLĐTBXH',
  article: 'Phụ lục 1b',
  url: 'https://luatduonggia.vn/mau-giay-de-nghi-xet-duyet-thoat-ngheo-thoat-can-ngheo-moi-nhat',
};
export const seen1b: Seen = { source: form1b, certainty: 'secondary' };
const form2e: Source = {
  document: 'Thông tư 14/2018/TT-BLĐTBXH',
  article: 'Phụ lục 2e',
  url: 'https://hoatieu.vn/mau-giay-chung-nhan-ho-ngheo-ho-can-ngheo-123310',
};
export const seen2e: Seen = { source: form2e, certainty: 'verified' };

/** The fields of papers that are about one household; `seen`: where name and address were seen on its form. */
export function householdFields(seen?: Seen) {
  return {
    dossier: must('Số hồ sơ của hộ trong đợt rà soát.', 'The number of the household in the round.'),
    zone: must('Khu, thôn, tổ dân phố.', 'The zone.'),
    household: must(
      'Tên người đứng đầu hộ, như hộ đã kể hoặc như trong danh sách; xin so với giấy tờ trước khi ký.',
      'The name that the household goes by, as told or as listed; compare it with its papers before signing.',
      seen,
    ),
    address: dotted('Chỗ ở trong khu, như hộ đã kể.', 'Where in the zone it lives, as told.', seen),
    before: must('Hộ ở diện nào trong danh sách trước.', 'What it is on the last list.'),
  } as const;
}

/** The values of those fields. */
export function householdValues({ address, before, dossier, name, zone }: PaperHousehold) {
  return { dossier: String(dossier), zone, household: name, address, before: beforeWords(before) };
}

/** The members of a household, one in a row. */
export function membersField(seen: Seen) {
  return {
    means: {
      vi: 'Các thành viên của hộ, mỗi người một dòng; thiếu thì không in được.',
      en: 'The members of the household, one in a row; without any the paper stops.',
    },
    needsRow: true,
    seen,
    columns: {
      n: must('Số thứ tự.', 'Its number in the list.'),
      name: must('Họ tên, như hộ đã kể.', 'The name, as told.'),
      birth: dotted('Ngày hoặc năm sinh, tuổi, như hộ đã kể.', 'When born, or how old, as told.'),
      relation: dotted(
        'Quan hệ trong hộ, như người trả lời đã kể; có thể chưa phải là quan hệ với chủ hộ.',
        'The relation as it was told: to whoever answered, who need not be the head of the household.',
      ),
    },
  } as const satisfies ListField;
}

/** The values of the rows. */
export function memberRows({ members }: PaperHousehold) {
  return members.map(({ birth, name, relation }, at) => ({ n: String(at + 1), name, birth, relation }));
}

/** A class that may not be known. */
export function classOrNull(category: keyof typeof classWords | null): string | null {
  return category === null ? null : classWords[category];
}
