import { z } from 'zod';
import { isSelf } from '../input/relation.ts';

const birthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('age'), years: z.number().int(), saidOn: z.string() }),
  /** `month` is null when it was asked for and is not known. */
  z.object({
    kind: z.literal('born'),
    year: z.number().int(),
    month: z.number().int().nullable().optional(),
  }),
  z.object({ kind: z.literal('unknown') }),
]);

/** A person of the household as told: a name to speak of them by, and how old they are; nothing else is asked. */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.string().optional(),
  /** Told as "tôi" alone: the name is still to be asked. */
  unnamed: z.literal(true).exactOptional(),
  /** Absent until told. */
  birth: birthSchema.optional(),
});
export type ToldMember = z.infer<typeof memberSchema>;

/** The zone chosen, with what was known of it then. */
export const placeSchema = z.object({
  kind: z.literal('place'),
  zone: z.number().int(),
  ward: z.number().int(),
  zoneName: z.string(),
  wardName: z.string(),
  area: z.enum(['rural', 'urban']),
  /** Not there when it was not known. */
  province: z.string().exactOptional(),
});
export type ToldPlace = z.infer<typeof placeSchema>;

/** One answer, by the kind of its question. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('choice'), value: z.string() }),
  /** `asked` are the options that stood there: a list that has grown since is asked again. */
  z.object({ kind: z.literal('ticks'), picked: z.array(z.string()), asked: z.array(z.string()) }),
  z.object({ kind: z.literal('count'), value: z.number().int() }),
  /** VND over the last 12 months. */
  z.object({ kind: z.literal('money'), yearly: z.number().int() }),
  z.object({
    kind: z.literal('members'),
    members: z.array(memberSchema),
    next: z.number().int(),
    done: z.boolean(),
  }),
  placeSchema,
  z.object({ kind: z.literal('text'), value: z.string() }),
  z.object({ kind: z.literal('confirmed'), digest: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const answersSchema = z.record(z.string(), answerSchema);
/** Answers by question id; those of a branch no longer taken stay, and are simply not reached. */
export type Answers = Readonly<Record<string, Answer>>;

/** The members told so far, in the order they were told. */
export function membersOf(answers: Answers): readonly ToldMember[] {
  const answer = answers['members'];
  return answer?.kind === 'members' ? answer.members : [];
}

/** What goes before a name in Vietnamese, as one speaks of an elder. */
const titles: readonly string[] = [
  'ông',
  'bà',
  'cụ',
  'bác',
  'chú',
  'cô',
  'dì',
  'cậu',
  'mợ',
  'thím',
  'anh',
  'chị',
];

/** By what a member is called: "bà Sáu", "Lan". */
export function nameOf(member: ToldMember): string {
  const { name, relation } = member;
  return relation !== undefined && relation !== name && titles.includes(relation.toLowerCase())
    ? `${relation} ${name}`
    : name;
}

/** A relation that is not already in the name, and says something to others: "chồng". */
export function relationTold(member: ToldMember): string | undefined {
  const { name, relation } = member;
  return relation === undefined || isSelf(relation) || relation === name || nameOf(member) !== name
    ? undefined
    : relation;
}

/** Is it the answer that stands? Both are as their schema orders them. */
export function isSameAnswer(standing: Answer | undefined, now: Answer): boolean {
  return JSON.stringify(standing) === JSON.stringify(now);
}

/** Where in its zone the house is, as it was told; null when it was not. */
export function addressOf(answers: Answers): string | null {
  const answer = answers['address'];
  return answer?.kind === 'text' ? answer.value : null;
}

/** The zone the household belongs to, once chosen. */
export function placeOf(answers: Answers): ToldPlace | null {
  const answer = answers['zone'];
  return answer?.kind === 'place' ? answer : null;
}
