import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import { surenessOf } from '../rules/certainty.ts';
import type { Cited } from '../rules/source.ts';
import type { Gift, Loan } from './policy.ts';

/** What a policy gives, in half a sentence; what we do not know of it is left out or said to be unknown. */
export function giftPhrase(gift: Gift): Phrase {
  switch (gift.kind) {
    case 'premium':
      return say(gift.orMore ? 'support.gives.premium-or-more' : 'support.gives.premium', {
        percent: gift.percent,
      });
    case 'benefit':
      return say('support.gives.benefit', { percent: gift.percent });
    case 'tuition':
      return gift.percentOff === 100
        ? say('support.gives.tuition-free')
        : say('support.gives.tuition', { percent: gift.percentOff });
    case 'study-costs':
      return say('support.gives.study-costs', {
        monthly: { money: gift.monthly },
        months: gift.monthsAYear,
      });
    case 'electricity':
      return say('support.gives.electricity', {
        kwh: gift.kwhAMonth,
        amount: { phrase: amountPhrase(gift.monthly) },
      });
    case 'loan':
      return loanPhrase(gift);
    case 'house-grant':
      return say('support.gives.house-grant', {
        build: { money: gift.build },
        repair: { money: gift.repair },
      });
    case 'legal-aid':
      return say('support.gives.legal-aid');
    default:
      return gift satisfies never;
  }
}

/** An amount beside a rule that is surer than it. */
function amountPhrase(amount: Cited<number>): Phrase {
  if ('gap' in amount) return say('support.amount.gap');
  return say(`support.amount.${surenessOf(amount)}`, { amount: { money: amount.value } });
}

function loanPhrase({ each, interest, most, percentOfCost, years }: Loan): Phrase {
  const terms = [
    ...(most === null ? [] : [say(`support.loan.${each}`, { most: { money: most } })]),
    ...(percentOfCost === null ? [] : [say('support.loan.share', { percent: percentOfCost })]),
    ...(interest === null ? [] : [say('support.loan.interest', { percent: { phrase: decimal(interest) } })]),
    ...(years === null ? [] : [say('support.loan.years', { years })]),
  ];
  return terms.length === 0
    ? say('support.gives.loan-unknown')
    : say('support.gives.loan', { terms: { list: terms } });
}

/** Hundredths as people write them: 660 is "6,6", 900 is "9". */
function decimal(hundredths: number): Phrase {
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths % 100;
  if (rest === 0) return say('support.whole', { whole });
  const part = String(rest).padStart(2, '0').replace(/0$/, '');
  return say('support.decimal', { whole, part });
}
