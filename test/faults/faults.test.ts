import { test } from 'vitest';
import { limit, play } from './play.ts';

test('no answer is lost or counted twice while the program is killed again and again', limit, () =>
  play('embedded'),
);
