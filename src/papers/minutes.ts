import type { Procedure } from '../procedure/procedures.ts';
import { procedures } from '../procedure/procedures.ts';
import type { OfficialClass } from '../review/official.ts';
import type { Source } from '../rules/source.ts';
import { must, optional, type Seen } from './field.ts';
import { headOf, type Setting } from './head.ts';
import { classOrNull } from './household.ts';
import { type OwnValues, paperOf, type Sheet } from './paper.ts';
import { beforeWords, dayLong, numberWords } from './words.ts';

const article: Source = { document: 'Quyết định 24/2021/QĐ-TTg', article: 'Điều 4 khoản 3' };
const seen: Seen = { source: article, certainty: 'verified' };

/** Who takes part (Article 4.3), by the names under which a meeting keeps them. */
const attending = {
  steering: 'Ban Chỉ đạo rà soát',
  officer: 'Công chức giảm nghèo',
  party: 'Bí thư chi bộ',
  unions: 'Đại diện các đoàn thể',
  reviewers: 'Rà soát viên',
  reviewed: 'Đại diện hộ được rà soát',
  others: 'Đại diện hộ khác trong khu',
  front: 'Mặt trận Tổ quốc (được mời giám sát)',
} as const;

/** The minutes of the village meeting (biên bản họp dân), in two copies. */
export const minutes = paperOf(
  {
    name: 'minutes',
    means: {
      vi: 'Biên bản họp dân, mỗi cuộc họp hai bản: một bản lưu ở khu, một bản gửi Ban Chỉ đạo.',
      en: 'The minutes of a village meeting, two copies for each: one stays in the zone, one goes to the steering committee.',
    },
    form: null,
    layout: {
      vi: 'Văn bản nêu 02 bản có chữ ký của chủ trì, thư ký và đại diện hộ dân; chưa thấy mẫu. Chữ ký và tên người ký để trống. Chương trình chỉ in tên hộ và kết quả; ý kiến và ghi chép do chủ trì tự ghi, xin đọc lại trước khi in.',
      en: 'The law asks for two copies signed by chair, secretary and households; no form was seen. Names of those who sign are left open. The program prints names and classes; remarks and notes are what the chair wrote: read them again before printing.',
    },
  },
  {
    copy: must('“Bản thứ nhất” hoặc “Bản thứ hai”.', 'Which of the two copies it is.', seen),
    copyFor: must('Bản này để làm gì.', 'Whom this copy is for.', seen),
    zone: must('Khu, thôn, tổ dân phố.', 'The zone.'),
    meeting: must('Cuộc họp thứ mấy của khu trong đợt.', 'Which meeting of the zone in the round it is.'),
    dateLine: must('Ngày họp, “ngày … tháng … năm …”.', 'The day, “ngày … tháng … năm …”.'),
    time: must('Giờ họp, “19:30”.', 'The time, “19:30”.'),
    where: must('Nơi họp.', 'The place.'),
    present: must(
      'Số người dự họp được tính khi biểu quyết (không kể Mặt trận Tổ quốc; điều này chưa xác nhận).',
      'How many are counted when they vote (without the Fatherland Front, which is not confirmed).',
    ),
    attendance: {
      means: { vi: 'Người dự họp theo thành phần.', en: 'Who took part, by group.' },
      needsRow: true,
      seen,
      columns: {
        group: must('Thành phần.', 'The group.'),
        count: must('Số người.', 'How many.'),
      },
    },
    rule: must(
      'Tỷ lệ cần đồng ý và văn bản, hoặc câu nói chưa thấy tỷ lệ.',
      'The share that must agree and where it stands, or that none was found.',
      seen,
    ),
    households: {
      means: {
        vi: 'Các hộ đã biểu quyết, mỗi hộ một dòng.',
        en: 'The households that were voted on, one in a row.',
      },
      needsRow: true,
      columns: {
        n: must('Số thứ tự.', 'Its number in the list.'),
        name: must('Tên hộ.', 'The household.'),
        before: must('Diện trong danh sách trước.', 'What it is on the last list.'),
        class: must('Kết quả đưa ra họp.', 'The class that was put to the meeting.'),
        inFavour: must('Số người đồng ý.', 'How many agreed.'),
        present: must('Số người biểu quyết.', 'How many voted.'),
        result: must('Thống nhất, hay phải rà soát lại.', 'Agreed, or to be gone through once more.'),
        remark: optional('Ý kiến tại cuộc họp về hộ.', 'What was said of it.'),
      },
    },
    note: optional('Ghi chép chung của cuộc họp.', 'What was said in general.'),
  },
);

/** A household that was voted on, as its steps keep it. */
export type VotedLine = {
  readonly dossier: number;
  readonly name: string | null;
  readonly before: 'poor' | 'near-poor' | null;
  readonly category: OfficialClass | null;
  readonly present: number;
  readonly inFavour: number;
  readonly isAgreed: boolean;
  readonly remark: string | null;
};

/** A meeting as it was written down. Day and time are Vietnam's. */
export type Held = {
  readonly n: number;
  readonly zone: string;
  readonly zoneCode: string;
  readonly on: string;
  readonly time: string;
  readonly place: string;
  readonly attendance: Readonly<Record<string, number>>;
  readonly note: string | null;
  readonly lines: readonly VotedLine[];
};

/** Both copies of the minutes of a meeting. */
export function minutesSheets(setting: Setting, held: Held): readonly Sheet[] {
  const copies = [
    { copy: 'Bản thứ nhất', copyFor: `lưu tại ${held.zone}` },
    { copy: 'Bản thứ hai', copyFor: `gửi Ban Chỉ đạo rà soát ${setting.ward}` },
  ];
  const common = commonOf(setting, held);
  return copies.map((copy, at) => {
    const values: OwnValues<typeof minutes> = { ...common, ...copy };
    const { n, zoneCode } = held;
    return {
      paper: 'minutes',
      of: `meeting ${n} of ${zoneCode}`,
      file: `minutes-${zoneCode}-${n}-${at + 1}`,
      values,
    };
  });
}

function commonOf(setting: Setting, held: Held): Omit<OwnValues<typeof minutes>, 'copy' | 'copyFor'> {
  const { attendance, lines, n, note, on, place, time, zone } = held;
  return {
    ...headOf(setting, minutes.form),
    zone,
    meeting: String(n),
    dateLine: dayLong(on),
    time,
    where: place,
    present: numberWords(Math.max(0, ...lines.map(({ present }) => present))),
    attendance: Object.entries(attending).map(([group, words]) => ({
      group: words,
      count: numberWords(attendance[group] ?? 0),
    })),
    rule: ruleOf(procedures[setting.procedure]),
    households: lines.map((line, at) => ({
      n: String(at + 1),
      name: line.name,
      before: beforeWords(line.before),
      class: classOrNull(line.category),
      inFavour: numberWords(line.inFavour),
      present: numberWords(line.present),
      result: line.isAgreed ? 'thống nhất' : 'chưa thống nhất, rà soát lại',
      remark: line.remark ?? '',
    })),
    note: note ?? '',
  };
}

function ruleOf({ share, source }: Procedure): string {
  if (share === null)
    return `Chưa thấy ${source.document} nêu tỷ lệ cần đồng ý; chủ trì ghi cuộc họp có thống nhất hay không.`;
  const where = share.source.article === undefined ? '' : `${share.source.article}, `;
  return `Cần ít nhất ${share.value} % số người dự họp đồng ý (${where}${share.source.document}).`;
}
