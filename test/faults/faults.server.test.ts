import { test } from 'vitest';
import { limit, play } from './play.ts';

test('no answer is lost or counted twice on PostgreSQL either', limit, () => play('postgres'));
