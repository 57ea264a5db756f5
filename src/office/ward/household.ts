import type { Due } from '../../procedure/deadline.ts';
import { actsNext } from '../../procedure/deadline.ts';
import type { Dossier } from '../../procedure/dossier.ts';
import { type Procedure, procedures } from '../../procedure/procedures.ts';
import { isEnded, type State } from '../../procedure/state.ts';
import type { Official, OfficialClass } from '../../review/official.ts';

/** What a household lacks on its way to the list, or where what was entered does not agree. */
export const lacks = ['differs', 'moved', 'no-class', 'no-causes'] as const;
export type Lack = (typeof lacks)[number];

/** One household of a round as the office of its ward sees it: never an answer, never an income. */
export type Household = {
  readonly dossier: number;
  readonly zone: number;
  readonly at: Dossier;
  /** What people entered: on the agenda of the meeting, when it was checked again, or on the paper form. */
  readonly category: OfficialClass | null;
  /** Until when what comes next takes; null when nothing does. */
  readonly due: Due | null;
  /** The last day of the posting it is on. */
  readonly postedUntil: string | null;
  /** The one who looks is of the household or its kin, and so does nothing with it. */
  readonly isOwn: boolean;
  /** Its heads are of the household or its kin, and nobody stands in yet. */
  readonly needsDeputy: boolean;
  readonly lacks: readonly Lack[];
};

/** A household with what it and its zone are called, for a message. */
export type Named = Household & { readonly name: string; readonly zoneName: string };

/** What waits at the office of a ward, in the order in which it is shown. */
export const works = [
  'post',
  'assign',
  'deputy',
  'submit',
  'opinion',
  'certify',
  'contradictory',
  'incomplete',
  'late',
] as const;
export type Work = (typeof works)[number];

const isWaiting: Readonly<Record<Work, (household: Household, today: string) => boolean>> = {
  post: ({ at }) => at.state === 'agreed' || at.state === 'rechecked',
  assign: ({ at }) => at.state === 'complaint' && at.rechecker === null,
  deputy: ({ needsDeputy }) => needsDeputy,
  submit: (household, today) => !household.isOwn && heldBack(household, today) === null,
  opinion: ({ at }) => at.state === 'opinion',
  certify: ({ at }) => at.state === 'recognised',
  contradictory: (household) => household.lacks.some((lack) => lack === 'differs' || lack === 'moved'),
  incomplete: (household) => household.lacks.some((lack) => lack === 'no-class' || lack === 'no-causes'),
  late: ({ at, due }, today) => !isEnded(at.state) && due !== null && due.on < today,
};

/** The households of which that waits. */
export function waitingFor<Each extends Household>(
  work: Work,
  households: readonly Each[],
  today: string,
): readonly Each[] {
  return households.filter((household) => isWaiting[work](household, today));
}

/** Why a household does not go up with the list today. */
export const holds = ['posting-runs', 'complaint', 'to-post', 'earlier', 'no-class', 'own'] as const;
export type Hold = (typeof holds)[number];

/** Why a household that is under way does not go up today; null for one that does, and `gone` for one that went. */
export function heldBack(
  { at, category, isOwn, postedUntil }: Household,
  today: string,
): Hold | 'gone' | null {
  const { meets, posts } = procedures[at.procedure];
  switch (at.state) {
    case 'posted':
      if (postedUntil !== null && today <= postedUntil) return 'posting-runs';
      break;
    case 'verified':
      if (meets || posts) return 'earlier';
      break;
    case 'complaint':
      return 'complaint';
    case 'agreed':
    case 'rechecked':
      return 'to-post';
    case 'listed':
    case 'interviewed':
    case 'returned':
    case 'meeting':
      return 'earlier';
    default:
      return 'gone';
  }
  if (category === null) return 'no-class';
  return isOwn ? 'own' : null;
}

/** States in which the paper form must say what goes on the list. */
const onPaper: readonly State[] = [
  'verified',
  'meeting',
  'agreed',
  'posted',
  'complaint',
  'rechecked',
  'opinion',
  'decision',
];

/** What a household lacks. `form`: what its head recorded; null where nobody has spoken for it. */
export function lacksOf(
  { proposed, state, wasRechecked }: Dossier,
  form: {
    readonly official: Official | null;
    readonly causes: readonly string[];
    readonly isDiffering: boolean;
  } | null,
): readonly Lack[] {
  if (!onPaper.includes(state)) return [];
  const onForm = form?.official?.category ?? null;
  const category = proposed ?? onForm;
  const isPoor = category === 'poor' || category === 'near-poor';
  const found: Readonly<Record<Lack, boolean>> = {
    differs: form !== null && form.isDiffering && (form.official?.reason ?? null) === null,
    // Checked once more it may be another one, with its reason.
    moved: !wasRechecked && proposed !== null && onForm !== null && proposed !== onForm,
    'no-class': category === null,
    'no-causes': isPoor && form?.causes.length === 0,
  };
  return lacks.filter((lack) => found[lack]);
}

/** Must a head act next on it? */
export function isWithHead({ at }: Pick<Household, 'at'>): boolean {
  return actsNext(at, procedures[at.procedure]) === 'head';
}

/** By which procedure a household is reviewed. */
export function procedureOf({ at }: Pick<Household, 'at'>): Procedure {
  return procedures[at.procedure];
}
