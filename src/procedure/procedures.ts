import type { Known, Source } from '../rules/source.ts';
import { type Forms, forms17, forms24 } from './forms.ts';
import type { Open } from './state.ts';

/** So many days; working days (ngày làm việc) leave out weekends and holidays. The day of the step itself is not counted. */
export type Term = { readonly days: number; readonly kind: 'working' | 'calendar' };

/** A term of the law, or one that the law does not give and every ward plans for itself. */
export type PlannedTerm = Known<Term> | { readonly plan: Term };

export const procedureIds = [
  '24-2021-yearly',
  '24-2021-regular',
  '17-2016-yearly',
  '17-2016-regular',
] as const;
export type ProcedureId = (typeof procedureIds)[number];

/** One procedure of the law (quy trình rà soát), with what it has and how long each step may take. */
export type Procedure = {
  readonly id: ProcedureId;
  readonly source: Source;
  /** Lists of these years are made by it. */
  readonly listYears: { readonly from: number; readonly to: number };
  /** The last list that is within its own scope; for later ones nothing newer was found, and nothing of it is sure. */
  readonly sureUntil: number;
  readonly kind: 'yearly' | 'regular';
  /** A village meeting agrees on the result. */
  readonly meets: boolean;
  /** The share of those present that must agree, in percent; null where we have seen none: then the chair says whether it agreed. */
  readonly share: Known<number> | null;
  /** The list is posted before it is decided. */
  readonly posts: boolean;
  /** Somebody above is asked for an opinion before the decision. */
  readonly asksOpinion: boolean;
  /** From which day of the year, or of the month, to which; `days` counts from the first. */
  readonly window: Known<
    | { readonly kind: 'year'; readonly from: string; readonly to: string }
    | { readonly kind: 'month'; readonly from: number; readonly days: number }
    | { readonly kind: 'request'; readonly term: Term }
  >;
  readonly terms: Readonly<Record<Open, PlannedTerm>>;
  /** The forms (mẫu) that it gives for its papers. */
  readonly forms: Forms;
};

const decision24: Source = { document: 'Quyết định 24/2021/QĐ-TTg' };
const circular17: Source = { document: 'Thông tư 17/2016/TT-BLĐTBXH' };
const circular14: Source = { document: 'Thông tư 14/2018/TT-BLĐTBXH' };

const of24 = (article: string): Source => ({ ...decision24, article });
const working = (days: number): Term => ({ days, kind: 'working' });
/** Ours, for a ward to change; so that nobody waits without a day. */
const plan = (days: number): PlannedTerm => ({ plan: working(days) });
/** Recalled, or seen in a program only. */
const recalled = (days: number, source: Source): PlannedTerm => ({
  value: working(days),
  source,
  certainty: 'unconfirmed',
});

const planned = {
  listed: plan(20),
  interviewed: plan(5),
  returned: plan(5),
  verified: plan(10),
  /** A meeting is due on its own day; one that was put off is called anew within these. */
  meeting: plan(5),
  agreed: plan(3),
  rechecked: plan(2),
  decision: plan(5),
  recognised: plan(10),
} as const;

const yearly24: Procedure = {
  id: '24-2021-yearly',
  source: of24('Điều 4'),
  listYears: { from: 2022, to: 2030 },
  sureUntil: 2025,
  kind: 'yearly',
  meets: true,
  share: { value: 50, source: of24('Điều 4 khoản 3'), certainty: 'verified' },
  posts: true,
  asksOpinion: true,
  window: {
    value: { kind: 'year', from: '09-01', to: '12-14' },
    source: of24('Điều 3'),
    certainty: 'verified',
  },
  terms: {
    ...planned,
    posted: recalled(3, of24('Điều 4 khoản 4')),
    complaint: recalled(7, of24('Điều 4 khoản 4')),
    opinion: recalled(5, of24('Điều 4 khoản 5')),
  },
  forms: forms24,
};

/** The procedures that we know, one literal each. */
export const procedures: Readonly<Record<ProcedureId, Procedure>> = {
  '24-2021-yearly': yearly24,
  '24-2021-regular': {
    ...yearly24,
    id: '24-2021-regular',
    source: of24('Điều 5'),
    kind: 'regular',
    asksOpinion: false,
    window: {
      value: { kind: 'month', from: 15, days: 15 },
      source: of24('Điều 5'),
      certainty: 'verified',
    },
    // Fifteen days hold all of it, so each step is planned shorter.
    terms: {
      ...yearly24.terms,
      listed: plan(2),
      interviewed: plan(1),
      returned: plan(1),
      verified: plan(2),
      agreed: plan(1),
      rechecked: plan(1),
      decision: plan(2),
      recognised: plan(2),
    },
  },
  '17-2016-yearly': {
    id: '17-2016-yearly',
    source: { ...circular17, article: 'Điều 6' },
    listYears: { from: 2016, to: 2021 },
    sureUntil: 2021,
    kind: 'yearly',
    meets: true,
    share: null,
    posts: true,
    asksOpinion: true,
    window: {
      value: { kind: 'year', from: '09-01', to: '12-31' },
      source: { ...circular17, article: 'Điều 4' },
      certainty: 'verified',
    },
    terms: {
      ...planned,
      posted: { value: working(7), source: { ...circular17, article: 'Điều 6' }, certainty: 'secondary' },
      complaint: plan(7),
      opinion: plan(5),
    },
    forms: forms17,
  },
  '17-2016-regular': {
    id: '17-2016-regular',
    source: { ...circular14 },
    listYears: { from: 2016, to: 2021 },
    sureUntil: 2021,
    kind: 'regular',
    meets: false,
    share: null,
    posts: false,
    asksOpinion: false,
    window: {
      value: { kind: 'request', term: working(7) },
      source: { ...circular17, article: 'Điều 5', seenIn: 'bản được Thông tư 14/2018/TT-BLĐTBXH sửa đổi' },
      certainty: 'verified',
    },
    terms: {
      ...planned,
      listed: plan(2),
      interviewed: plan(1),
      returned: plan(1),
      verified: plan(1),
      decision: plan(1),
      posted: plan(1),
      complaint: plan(7),
      opinion: plan(5),
    },
    forms: forms17,
  },
};

/** The procedure by which a list of that year is made; throws where we know none, naming the years that we know. */
export function procedureFor(kind: Procedure['kind'], listYear: number): Procedure {
  const found = procedureIds
    .map((id) => procedures[id])
    .find((each) => each.kind === kind && listYear >= each.listYears.from && listYear <= each.listYears.to);
  if (found !== undefined) return found;
  throw new Error(
    `No procedure is known for the list of ${listYear}; they go from 2016 to 2030. Add one to src/procedure/procedures.ts.`,
  );
}
