import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { IncomeSource } from '../rules/household.ts';
import type { Answer } from '../survey/answer.ts';
import type { Look, ReadBack } from '../survey/question.ts';

/** The sources of income that are asked for; which of them count by law is a declared gap. */
export const incomeSources: readonly IncomeSource[] = [
  'wages',
  'farm',
  'business',
  'allowances',
  'remittances',
];

/** All amounts read back together before they count. */
export function incomeReadBack(look: Look): ReadBack {
  const picked = look.answers['income'];
  const given = incomeSources.filter((source) => picked?.kind === 'ticks' && picked.picked.includes(source));
  const amounts = given.map((source) => ({ source, answer: look.answers[`income-${source}`] }));
  const total = amounts.reduce(
    (sum, each) => sum + (each.answer?.kind === 'money' ? each.answer.yearly : 0),
    0,
  );
  const open = amounts.some((each) => each.answer?.kind !== 'money');
  return {
    digest: amounts.map((each) => `${each.source}=${digestOf(each.answer)}`).join(';'),
    lines: amounts.map((each) => line(each.source, each.answer)),
    total: say(open ? 'survey.income-check.total-open' : 'survey.income-check.total', {
      total: { money: total },
      month: { money: Math.floor(total / 12) },
    }),
  };
}

function line(source: IncomeSource, answer: Answer | undefined): Phrase {
  const name = { phrase: say(`survey.income.o.${source}`) };
  return answer?.kind === 'money'
    ? say('survey.income-check.line', {
        name,
        amount: { money: answer.yearly },
        month: { money: Math.floor(answer.yearly / 12) },
      })
    : say('survey.income-check.line-unknown', { name });
}

function digestOf(answer: Answer | undefined): string {
  return answer?.kind === 'money' ? String(answer.yearly) : 'unknown';
}
