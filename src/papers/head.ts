import type { FormKind } from '../procedure/forms.ts';
import { type Procedure, type ProcedureId, procedures } from '../procedure/procedures.ts';
import { must, optional } from './field.ts';
import { placeIn } from './words.ts';

/** The round that a paper belongs to. */
export type Setting = {
  readonly ward: string;
  readonly listYear: number;
  readonly procedure: ProcedureId;
};

/** What stands on a page whose layout nobody has compared with the official form yet. */
export const layoutMark = 'Bố cục chưa đối chiếu với mẫu chính thức';

/** The fields of every paper. */
export const everyPaper = {
  layoutNote: optional(
    `“${layoutMark}”; trống khi cơ quan đã xác nhận đúng tệp mẫu này. Mẫu nào cũng phải có, nên có cả ở cuối trang.`,
    `“${layoutMark}” (layout not compared with the official form); empty once an office confirmed this very file. Every template must have it, best in the footer too.`,
  ),
  lawNote: optional(
    'Điều chưa xác nhận về căn cứ pháp lý hoặc số mẫu; trống khi không có. Mẫu in formName hoặc legalBasis thì phải có.',
    'What is not confirmed of the legal basis or the number of the form; empty where nothing is. A template that prints formName or legalBasis must have it.',
  ),
  formName: optional(
    'Số mẫu theo văn bản, ví dụ “Mẫu số 03 – Quyết định 24/2021/QĐ-TTg”; trống khi không biết mẫu nào.',
    'The number of the form and its document; empty where we know of no form.',
  ),
  ward: must('Tên phường, xã: “phường Uông Bí”.', 'The ward: “phường Uông Bí”.'),
  wardUpper: must('Tên phường, xã bằng chữ hoa.', 'The ward in capitals.'),
  place: must('Địa danh trước ngày: “Uông Bí”.', 'The name of the place before a date: “Uông Bí”.'),
  listYear: must('Năm của danh sách được lập.', 'The year of the list that is made.'),
} as const;

/** The values that every paper has, but the mark of its layout. */
export function headOf({ listYear, procedure: id, ward }: Setting, form: FormKind | null) {
  const procedure = procedures[id];
  return {
    lawNote: lawNoteOf(procedure, listYear, form),
    formName: formNameOf(procedure, form),
    ward,
    wardUpper: ward.toLocaleUpperCase('vi'),
    place: placeIn(ward),
    listYear: String(listYear),
  };
}

/** The procedure that a paper goes by: "Quyết định 24/2021/QĐ-TTg, Điều 4". */
export function procedureWords({ source }: Procedure): string {
  return source.article === undefined ? source.document : `${source.document}, ${source.article}`;
}

function formNameOf({ forms }: Procedure, kind: FormKind | null): string {
  const form = kind === null ? null : forms[kind];
  if (form === null || 'gap' in form) return '';
  const { number } = form;
  return `${number.value} – ${number.source.document}`;
}

/** What nobody has confirmed: that the procedure holds for a list of that year, and the number of the form. */
function lawNoteOf(procedure: Procedure, listYear: number, kind: FormKind | null): string {
  const { forms, source, sureUntil } = procedure;
  const form = kind === null ? null : forms[kind];
  const notes = [
    ...(listYear > sureUntil
      ? [
          `${source.document} nêu giai đoạn đến năm ${sureUntil}; chưa xác nhận văn bản áp dụng cho danh sách năm ${listYear}.`,
        ]
      : []),
    ...(form !== null && !('gap' in form) && form.number.certainty !== 'verified'
      ? [`Số mẫu “${form.number.value}” chưa xác nhận.`]
      : []),
  ];
  return notes.join(' ');
}
