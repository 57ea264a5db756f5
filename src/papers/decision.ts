import { must, optional } from './field.ts';
import { headOf, procedureWords, type Setting } from './head.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { procedures } from '../procedure/procedures.ts';
import type { Movement } from '../procedure/movement.ts';
import type { OfficialClass } from '../review/official.ts';
import { beforeWords, classWords, dayLong, dayShort, movementWords, numberWords } from './words.ts';

const columns = {
  n: must('Số thứ tự.', 'Its number in the list.'),
  name: must('Tên hộ, như trong danh sách trình.', 'The household, as on the list that went up.'),
  zone: must('Khu, thôn, tổ dân phố.', 'The zone.'),
  before: must('Diện trong danh sách trước.', 'What it is on the last list.'),
  class: must('Kết quả được công nhận.', 'The class as decided.'),
  movement: optional('Diễn biến so với danh sách trước.', 'The movement between the two lists.'),
} as const;
const listOf = (vi: string, en: string) => ({ means: { vi, en }, columns });
const countOf = (vi: string, en: string) => must(`Số hộ: ${vi}.`, `How many households: ${en}.`);

/** Mẫu số 02 (Decision 24/2021): the decision with its lists. */
export const decision = paperOf(
  {
    name: 'decision',
    means: {
      vi: 'Quyết định công nhận với các danh sách, mỗi số quyết định một tệp.',
      en: 'The decision with its lists, one file for each number of a decision.',
    },
    form: 'decision',
    layout: {
      vi: 'Mẫu số 02: chỉ thấy tên mẫu, có bốn danh sách trong tên. Mẫu 2016–2020: chưa tìm thấy. “Thoát nghèo” in hộ không còn là hộ nghèo hay cận nghèo; hộ nghèo lên cận nghèo ở danh sách cận nghèo, vì chưa thấy định nghĩa nào khác.',
      en: 'Mẫu số 02: only its title was seen, which names four lists. Of 2016–2020: not found. “Left poverty” holds those that are neither poor nor near-poor now; poor households that became near-poor are on that list, as no other definition was seen.',
    },
  },
  {
    decision: must('Số quyết định, như đã ghi.', 'The number of the decision.'),
    dateLine: must('Ngày quyết định, “ngày … tháng … năm …”.', 'Its day, “ngày … tháng … năm …”.'),
    decidedOn: must('Ngày quyết định, dd/mm/yyyy.', 'Its day, dd/mm/yyyy.'),
    list: must('Danh sách trình số mấy của đợt.', 'Which list of the round went up.'),
    legalBasis: must('Văn bản về quy trình.', 'The document of the procedure.'),
    opinion: optional(
      'Câu “Căn cứ ý kiến của … tại văn bản số …”; trống khi không xin ý kiến.',
      'The opinion that was given, as a sentence; empty where none was asked.',
    ),
    countPoor: countOf('hộ nghèo', 'poor'),
    poor: listOf('Hộ nghèo.', 'The poor households.'),
    countNearPoor: countOf('hộ cận nghèo', 'near-poor'),
    nearPoor: listOf('Hộ cận nghèo.', 'The near-poor households.'),
    countLeftPoor: countOf('hộ thoát nghèo', 'left poverty'),
    leftPoor: listOf('Hộ thoát nghèo.', 'Those that were poor and are on neither list now.'),
    countLeftNearPoor: countOf('hộ thoát cận nghèo', 'left near-poverty'),
    leftNearPoor: listOf('Hộ thoát cận nghèo.', 'Those that were near-poor and are on neither list now.'),
    countOthers: countOf('hộ khác', 'others'),
    others: listOf(
      'Hộ khác của quyết định: trước không có tên, nay không phải hộ nghèo, hộ cận nghèo (ví dụ mức sống trung bình).',
      'Others of the decision: on no list before and on none now, such as those of an average living standard.',
    ),
  },
);

/** A household as the list keeps it once the chairman has recognised it, poor, near-poor or otherwise. */
export type DecidedLine = {
  readonly name: string;
  readonly zone: string;
  readonly before: 'poor' | 'near-poor' | null;
  readonly category: OfficialClass;
  readonly movement: Movement | null;
};

/** A decision on one list. Its day is Vietnam's. */
export type Decided = {
  /** The number of the list in its round. */
  readonly list: number;
  readonly decision: string;
  readonly on: string;
  readonly opinion: { readonly by: string; readonly number: string; readonly on: string } | null;
  readonly lines: readonly DecidedLine[];
};

/** The decision with its lists. `at`: the first, second, … decision on that list, for the file's name. */
export function decisionSheet(setting: Setting, decided: Decided, at: number): Sheet {
  const { list, lines, on, opinion } = decided;
  const into = (isIn: (line: DecidedLine) => boolean) => lines.filter(isIn);
  const poor = into(({ category }) => category === 'poor');
  const nearPoor = into(({ category }) => category === 'near-poor');
  const left = into(({ category }) => category !== 'poor' && category !== 'near-poor');
  const leftPoor = left.filter(({ before }) => before === 'poor');
  const leftNearPoor = left.filter(({ before }) => before === 'near-poor');
  const others = left.filter(({ before }) => before === null);
  const values: OwnValues<typeof decision> = {
    ...headOf(setting, decision.form),
    decision: decided.decision,
    dateLine: dayLong(on),
    decidedOn: dayShort(on),
    list: String(list),
    legalBasis: procedureWords(procedures[setting.procedure]),
    opinion:
      opinion === null
        ? ''
        : `Căn cứ ý kiến của ${opinion.by} tại văn bản số ${opinion.number} ngày ${dayShort(opinion.on)};`,
    countPoor: numberWords(poor.length),
    poor: poor.map(rowOf),
    countNearPoor: numberWords(nearPoor.length),
    nearPoor: nearPoor.map(rowOf),
    countLeftPoor: numberWords(leftPoor.length),
    leftPoor: leftPoor.map(rowOf),
    countLeftNearPoor: numberWords(leftNearPoor.length),
    leftNearPoor: leftNearPoor.map(rowOf),
    countOthers: numberWords(others.length),
    others: others.map(rowOf),
  };
  return {
    paper: 'decision',
    of: `decision ${at} on list ${list}`,
    file: `decision-${list}-${at}`,
    values,
  };
}

function rowOf({ before, category, movement, name, zone }: DecidedLine, at: number) {
  return {
    n: String(at + 1),
    name,
    zone,
    before: beforeWords(before),
    class: classWords[category],
    movement: movement === null ? '' : movementWords[movement],
  };
}
