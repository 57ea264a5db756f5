import { z } from 'zod';
import type { Language } from '../../src/text/language.ts';
import { namedAs } from './compare.ts';
import { afterDevices, asksForDevices, upToDevices } from './one-person.ts';
import type { Player } from './players.ts';
import { bringTo, dossierOfCase } from './round.ts';
import type { Stage } from './stage.ts';
import { operates } from './ward-people.ts';

/** What one does in a step: in one's own words, or what is told elsewhere and only named here. */
const actSchema = z.strictObject({
  by: z.string().optional(),
  says: z.string().optional(),
  presses: z.string().optional(),
  ticks: z.array(z.string()).optional(),
  /** Sends the answers of a household of one, who bears this name, from the link of the zone. */
  sends: z.strictObject({ name: z.string(), zone: z.string() }).optional(),
  /** A head looks through the first case that waits, copies near-poor from its paper form, and signs it. */
  signs: z.literal('near-poor').optional(),
  /** Takes up a post by invitation. */
  joins: z.strictObject({ zone: z.string(), role: z.enum(['head', 'collaborator']) }).optional(),
  joinsWard: z.enum(['officer', 'recorder']).optional(),
  /** A command of the operator, with its options. */
  operator: z.strictObject({ command: z.string(), options: z.record(z.string(), z.string()) }).optional(),
  /** A household that is signed goes along the way as if everybody agreed. */
  brought: z
    .strictObject({
      case: z.number(),
      to: z.enum(['verified', 'meeting', 'agreed', 'posted', 'opinion', 'decision', 'recognised']),
      as: z.enum(['poor', 'near-poor', 'none']).optional(),
    })
    .optional(),
  /** Days go by up to then, with what the program does by the clock. */
  until: z.string().optional(),
});

/** A step of a transcript. */
export const stepSchema = actSchema.extend({
  /** The clock before this step. */
  at: z.string().optional(),
  /** What each person heard, word for word; of what is only named here the one who does it tells the last message. */
  heard: z.record(z.string(), z.array(z.string())).optional(),
});
type Step = z.infer<typeof stepSchema>;

/** What is made at random stands in a transcript by its name. */
export type Made = Readonly<Record<'invitation' | 'code', () => Promise<string>>>;

/** Where a step is played. */
export type Scene = {
  readonly stage: Stage;
  readonly channel: string;
  readonly language: Language;
  readonly made: Made;
};

/** Plays a step. */
export async function act(step: Step, player: Player | undefined, scene: Scene): Promise<void> {
  const { stage, channel, made } = scene;
  if (step.until !== undefined) return stage.passes(new Date(step.until));
  if (step.operator !== undefined) {
    await operates(stage, step.operator.command, step.operator.options);
    return;
  }
  if (step.brought !== undefined) {
    const { id } = await dossierOfCase(stage, step.brought.case);
    await bringTo(stage, id, step.brought.to, step.brought.as);
    return;
  }
  if (player === undefined) throw new Error('Nobody of that name is in the transcript');
  if (isNamedOnly(step)) return inShort(step, player, scene);
  if (step.presses !== undefined) return player.presses(namedAs(step.presses, channel));
  if (step.ticks !== undefined) return player.ticks(step.ticks);
  let text = step.says ?? '';
  for (const [name, make] of Object.entries(made)) {
    if (text.includes(`{${name}}`)) text = text.replace(`{${name}}`, await make());
  }
  return player.says(text);
}

/** Is it told elsewhere? */
export function isNamedOnly({ joins, joinsWard, sends, signs }: Step): boolean {
  return sends !== undefined || signs !== undefined || joins !== undefined || joinsWard !== undefined;
}

const signing = {
  vi: {
    task: '/viec',
    form: 'Ghi điểm, kết quả trên phiếu',
    looked: 'Xác nhận cả 13 câu còn lại',
    words: ['chưa', 'chưa', 'hộ cận nghèo', 'thiếu vốn', 'không ghi chú', 'ký hồ sơ'],
  },
  en: {
    task: '/tasks',
    form: 'Note points and result on paper',
    looked: 'Confirm the other 13',
    words: ['not yet', 'not yet', 'near-poor', 'lack of capital', 'no note', 'sign now'],
  },
} as const;

async function inShort(step: Step, player: Player, { language, stage }: Scene): Promise<void> {
  const says = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await player.says(text);
      await stage.exhaust();
    }
  };
  const { joins, joinsWard, sends, signs } = step;
  const inOwnLanguage = language === 'en' ? ['/language', 'English'] : [];
  if (sends !== undefined) {
    await says(...upToDevices(sends.zone, sends.name));
    if (asksForDevices((await player.hears()).at(-1)?.text ?? '')) await says('1');
    await says(...afterDevices, ...inOwnLanguage, language === 'en' ? 'send' : 'gửi');
  }
  if (signs !== undefined) {
    const { form, looked, task, words } = signing[language];
    await says(task, '1');
    await player.presses(form);
    await stage.exhaust();
    await says(...words.slice(0, 3));
    await player.presses(looked);
    await stage.exhaust();
    await says(...words.slice(3));
  }
  if (joins !== undefined) {
    const args = { zone: joins.zone, ...(joins.role === 'head' ? {} : { role: joins.role }) };
    await accepts(await operates(stage, 'invite', args));
  }
  if (joinsWard !== undefined)
    await accepts(await operates(stage, 'invite', { ward: 'thu', role: joinsWard }));

  async function accepts(invitation: string): Promise<void> {
    await says(`/start ${/moi-\w+/.exec(invitation)![0]}`, '1', ...inOwnLanguage);
  }
}
