import { expect, it } from 'vitest';
import { createFormat } from '../../lib/format.ts';
import { registerWords } from './register-words.ts';

const german = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });

it.each([
  ['2274.679', '2.274,679'],
  ['  2935.6000', '2.935,6000'],
  ['12', '12'],
  ['1,5', '1,5'],
  [null, ''],
])('a register that its meter wrote as %s', (value, words) => {
  expect(registerWords(value, german)).toBe(words);
});
