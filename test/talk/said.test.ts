import { describe, expect, test } from 'vitest';
import { saidBy } from '../../src/talk/said.ts';

const said = (text: string) => saidBy({ kind: 'text', text });
const code = 'moi-abcdefghjkmnpqrst234';

describe('what is typed', () => {
  test.each([
    code,
    `  ${code}\n`,
    'moi- abcd efgh jkmn pqrs t234',
    'Moi-abcd efgh jkmn pqrs t234',
    `/start ${code}`,
    '/start moi- abcd efgh jkmn pqrs t234',
  ])('"%s" is the invitation that stands on paper', (text) => {
    expect(said(text)).toEqual({ kind: 'start', code });
  });

  test.each(['moi nguoi trong nha toi di lam', 'mọi người - trong nhà tôi đi làm', `${code}x`, 'gặp người'])(
    '"%s" is no invitation',
    (text) => {
      expect(said(text)).toEqual({ kind: 'text', text });
    },
  );

  test.each(['/nguoi', '/person'])('%s asks for somebody to speak to', (text) => {
    expect(said(text)).toEqual({ kind: 'wish', wish: 'person' });
  });
});
