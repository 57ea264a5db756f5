import { pino } from 'pino';
import { type Content, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { say } from '../../src/decision.ts';
import type { Survey } from '../../src/survey/question.ts';
import { loadTexts } from '../../src/text/load.ts';
import { numbersTo, questionText, ready, thanks, toldIn } from './contender.ts';

/** The whole program, as `npm start` runs it, with other questions. */
const { apiRoot, token, databaseUrl, count } = toldIn(process.env);

const survey: Survey = {
  id: 'bench',
  version: 1,
  consentText: '',
  questions: numbersTo(count).map((n) => ({
    kind: 'choice',
    id: `q${n}`,
    options: ['yes', 'no'],
    yesNo: true,
    mayBeUnknown: true,
    factual: true,
  })),
  toCome: () => 0,
  law: () => say('rules.law.national-2022-2026'),
  atEnd: () => ({ told: [say('survey.bench.thanks')], reading: null }),
};

function content(): Content {
  const { vi, en } = loadTexts();
  const asked = numbersTo(count).map((n) => [
    `q${n}`,
    { name: `Câu ${n}`, ask: questionText(n), why: '', o: { yes: 'Có', no: 'Không' } },
  ]);
  const words = { ...Object.fromEntries(asked), bench: { thanks } };
  const texts = { vi: { ...vi, survey: { ...vi.survey, ...words } }, en };
  return { surveys: [survey], texts };
}

const config = parseConfig({
  DATABASE_URL: databaseUrl,
  TELEGRAM_API_ROOT: apiRoot,
  TELEGRAM_BOT_TOKEN: token,
  PORT: '0',
});
await startApp(config, pino({ level: 'error' }, pino.destination(2)), () => new Date(), content());
ready();
