import type { Certainty, Gap, Source } from '../rules/source.ts';
import { formKinds, layoutGap } from './forms.ts';
import { type Procedure, procedureIds, procedures, type Term } from './procedures.ts';
import { isEnded, type Open, states } from './state.ts';

/** How long a step may take, as nobody has verified it. */
export type UnsureTerm = {
  readonly state: Open;
  readonly term: Term;
  readonly source: Source;
  readonly certainty: Exclude<Certainty, 'verified'>;
};

/** What is missing about the procedures, as questions for an authority. */
export function missingProcedure(): readonly Gap[] {
  return [
    ...all.flatMap(scopeOf),
    opinion,
    ...all.flatMap(shareOf),
    layoutGap,
    ...all.flatMap(formsOf),
  ].filter(({ ask }, at, gaps) => gaps.findIndex((each) => each.ask === ask) === at);
}

/** The terms of the procedures that are only recalled, or were not seen in the document itself, each once. */
export function unsureTerms(): readonly UnsureTerm[] {
  const found = all.flatMap(({ terms }) =>
    states.flatMap((state): readonly UnsureTerm[] => {
      const term = isEnded(state) ? null : terms[state];
      if (term === null || 'plan' in term || term.certainty === 'verified' || isEnded(state)) return [];
      return [{ state, term: term.value, source: term.source, certainty: term.certainty }];
    }),
  );
  const key = ({ source, state }: UnsureTerm) => `${source.document}|${state}`;
  return found.filter((each, at) => found.findIndex((other) => key(other) === key(each)) === at);
}

const all: readonly Procedure[] = procedureIds.map((id) => procedures[id]);

/** For lists behind the scope of a decision we go by it still, and say so. */
function scopeOf({ listYears, source, sureUntil }: Procedure): readonly Gap[] {
  if (sureUntil >= listYears.to) return [];
  const scope = `${source.document} chỉ áp dụng cho giai đoạn ${listYears.from}–${sureUntil}`;
  const ask = `${scope}: rà soát lập danh sách từ năm ${sureUntil + 1} theo quy trình của văn bản nào? Còn theo quyết định này không?`;
  return [{ gap: 'not found', ask }];
}

function shareOf({ meets, share, source }: Procedure): readonly Gap[] {
  if (!meets || share !== null) return [];
  const ask = `Họp dân theo ${source.document} cần bao nhiêu phần trăm người dự họp đồng ý?`;
  return [{ gap: 'not found', ask }];
}

function formsOf({ forms }: Procedure): readonly Gap[] {
  return formKinds.flatMap((kind) => {
    const form = forms[kind];
    return 'gap' in form ? [form] : [];
  });
}

const opinion: Gap = {
  gap: 'not found',
  ask: 'Từ ngày 01/7/2025 không còn cấp huyện: ai cho ý kiến về kết quả rà soát trước khi Chủ tịch UBND cấp xã công nhận, theo văn bản nào?',
};
