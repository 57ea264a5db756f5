import { expect, test } from 'vitest';
import { interviewSchema } from '../../src/survey/interview.ts';
import { answered } from './walk-through.ts';

test('what was stored before the zone was kept counts as sent to where it belongs, and else as sent to nobody', () => {
  const through = answered();
  const { sentTo: before, ...old } = through.interview();
  expect(before).toBeNull();
  expect(interviewSchema.parse({ ...old, everSent: true }).sentTo).toBe(1);
  expect(interviewSchema.parse({ ...old, everSent: false }).sentTo).toBeNull();
  through.press('send');
  expect(through.interview().sentTo).toBe(1);
});
