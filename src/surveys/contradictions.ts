import type { Phrase } from '../decision.ts';
import { say } from '../decision.ts';
import type { Household } from '../rules/household.ts';
import type { Answers } from '../survey/answer.ts';
import { namesOf } from './told.ts';

/** What in a household's answers does not fit together: a question to ask at the door, never a verdict. */
export function contradictions(household: Household, answers: Answers): readonly Phrase[] {
  const { income, devices, members } = household;
  const amounts = Object.values(income);
  const found: Phrase[] = [];
  if (
    household.internet === true &&
    devices !== 'unknown' &&
    !devices.some((each) => screens.includes(each))
  ) {
    found.push(say('contradiction.internet-without-device'));
  }
  if (amounts.every((amount) => amount === 0)) found.push(say('contradiction.no-income'));
  const carers = members.filter((member) => member.socialAllowance === true).map((member) => member.id);
  if (carers.length > 0 && income.allowances === 0) {
    found.push(say('contradiction.allowance-without-money', { names: { list: namesOf(carers, answers) } }));
  }
  if (
    income.wages !== 'unknown' &&
    income.wages > 0 &&
    members.every((member) => member.age !== 'unknown' && member.age.max < 15)
  ) {
    found.push(say('contradiction.wages-of-children'));
  }
  if (members.length > 0 && members.every((member) => member.age !== 'unknown' && member.age.max < 18)) {
    found.push(say('contradiction.only-children'));
  }
  return found;
}

const screens: readonly string[] = ['smartphone', 'laptop', 'desktop', 'tablet', 'tv'];
