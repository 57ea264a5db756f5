import type { OfficialClass } from '../review/official.ts';
import { must, optional } from './field.ts';
import { headOf, type Setting } from './head.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { classWords, dayShort, numberWords } from './words.ts';

/** The list of a zone as it hangs (niêm yết): names and classes, nothing of incomes, illness or reasons. */
export const postedList = paperOf(
  {
    name: 'posted-list',
    means: {
      vi: 'Danh sách niêm yết của một khu, đúng như đã niêm yết.',
      en: 'The posted list of a zone, just as it was posted.',
    },
    form: null,
    layout: {
      vi: 'Văn bản nêu việc niêm yết; chưa thấy mẫu danh sách. Chỉ in tên hộ và kết quả.',
      en: 'The law has the list posted; no form of it was seen. Only names and classes are printed.',
    },
  },
  {
    zone: must('Khu, thôn, tổ dân phố.', 'The zone.'),
    posting: must('Lần niêm yết thứ mấy của khu trong đợt.', 'Which posting of the zone in the round it is.'),
    from: must('Ngày đầu niêm yết, dd/mm/yyyy.', 'The first day on which it hangs, dd/mm/yyyy.'),
    until: must('Ngày cuối niêm yết, dd/mm/yyyy.', 'The last day on which it hangs, dd/mm/yyyy.'),
    daysNote: optional(
      'Câu nói số ngày niêm yết chưa xác nhận; trống khi đã chắc.',
      'That the number of days is not confirmed; empty where it is.',
    ),
    count: must('Số hộ trong danh sách.', 'How many households are on it.'),
    households: {
      means: { vi: 'Các hộ, mỗi hộ một dòng.', en: 'The households, one in a row.' },
      needsRow: true,
      columns: {
        n: must('Số thứ tự.', 'Its number in the list.'),
        name: must('Tên hộ.', 'The household.'),
        class: must('Kết quả rà soát.', 'The class.'),
      },
    },
  },
);

/** A list as it hung. Days are Vietnam's, both included. */
export type Hung = {
  readonly n: number;
  readonly zone: string;
  readonly zoneCode: string;
  readonly from: string;
  readonly until: string;
  readonly untilConfirmed: boolean;
  readonly lines: readonly { readonly name: string; readonly category: OfficialClass }[];
};

/** The page of a list that hangs, or hung. */
export function postedListSheet(setting: Setting, hung: Hung): Sheet {
  const { from, lines, n, until, untilConfirmed, zone, zoneCode } = hung;
  const values: OwnValues<typeof postedList> = {
    ...headOf(setting, postedList.form),
    zone,
    posting: String(n),
    from: dayShort(from),
    until: dayShort(until),
    daysNote: untilConfirmed ? '' : 'Số ngày niêm yết chưa xác nhận với văn bản gốc.',
    count: numberWords(lines.length),
    households: lines.map(({ category, name }, at) => ({
      n: String(at + 1),
      name,
      class: classWords[category],
    })),
  };
  return {
    paper: 'posted-list',
    of: `posting ${n} of ${zoneCode}`,
    file: `posted-list-${zoneCode}-${n}`,
    values,
  };
}
