import { createInterface } from 'node:readline';
import { decodeButton } from '../button.ts';
import type { Message, Pick } from '../decision.ts';
import { choose } from '../input/choose.ts';
import { isExactly } from '../input/is-said.ts';
import type { InterviewCommand } from '../survey/command.ts';
import type { Place } from '../survey/context.ts';
import { decide } from '../survey/decide.ts';
import { evolve, type Interview, interviewSchema, newInterview } from '../survey/interview.ts';
import { listYearFor } from '../surveys/list-year.ts';
import { surveys } from '../surveys/register.ts';
import { speakerOf } from '../text/i18n.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { plainText } from '../text/plain.ts';
import { render } from '../text/render.ts';
import { vietnamDay } from '../time/vietnam.ts';

/** `npm run chat`: the interview in the terminal, with the pure core alone: no database, no network, nothing kept. */
const speaker = speakerOf(loadTexts());
const [survey] = surveys;
const place: Place = {
  zone: 1,
  ward: 1,
  zoneName: 'Khu 1',
  wardName: 'phường dùng thử',
  area: 'urban',
  province: null,
};
const context = { survey, case: 1, places: [place], words: speaker.words, speaks: false };
const on = vietnamDay(new Date());
let interview: Interview = newInterview({
  survey: survey.id,
  version: survey.version,
  on,
  listYear: listYearFor(on),
});
let language: Language = 'vi';
let shown: Message | null = null;

function run(command: InterviewCommand): void {
  const decision = decide(command, interview, context);
  // Through JSON, as through a database: what is not saved cannot be relied on.
  interview = interviewSchema.parse(JSON.parse(JSON.stringify(decision.events.reduce(evolve, interview))));
  const chosen = interview.answers['language'];
  if (chosen?.kind === 'choice') language = chosen.value === 'en' ? 'en' : 'vi';
  for (const { to, message } of decision.messages) {
    if (to !== 'self') continue;
    shown = message;
    process.stdout.write(`\n${plainText(render(message, language, speaker))}\n> `);
  }
}

/** What was typed: a choice of the message before, by its number or words, else something to say to the open question. */
function commandOf(text: string): InterviewCommand {
  const { options, actions } = shown ?? { options: [], actions: [] };
  const offers = (picks: readonly Pick[]) =>
    picks.map((pick) => ({ value: pick.data, words: speaker.words(pick.phrase) }));
  const picked = choose(text, offers(options.filter((pick) => decodeButton(pick.data)?.kind !== 'answer')));
  const act = offers(actions).find(({ words }) => isExactly(text, words));
  const button = decodeButton(act?.value ?? (picked.kind === 'chosen' ? picked.value : ''));
  if (button?.kind === 'act') return button;
  if (button?.kind === 'edit') return { kind: 'edit', question: button.question };
  if (button?.kind !== 'own') return { kind: 'say', text };
  if (button.act === 'send') return { kind: 'send' };
  if (button.act === 'edit') return { kind: 'edit', question: null };
  return button.act.startsWith('withdraw')
    ? { kind: 'withdraw', sure: button.act.endsWith('sure') }
    : { kind: 'resume', place: null };
}

run({ kind: 'resume', place });
createInterface({ input: process.stdin }).on('line', (line) => run(commandOf(line)));
