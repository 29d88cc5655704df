import { expect, test } from 'vitest';
import { passwordWeakness } from './password-weakness.ts';

const words = ['Werk Süd', 'Mara Weber'];

test.each([
  '1234567890',
  'password123',
  'qwertzuiop',
  'Ladehaus2026',
  'aaaaaaaaaaaa',
  'WerkSüd2026',
  'maraweber1',
])('%s is among the first that somebody would try', async (password) => {
  expect(await passwordWeakness(password, words)).toBe('too-easy');
});

test.each([
  'a good long password',
  'four words in a row',
  'Sommerwiese am Kanal',
  'xK9#mmQ27_z',
  '密码很长而且难猜的一句话',
])('%s is taken, whatever its characters', async (password) => {
  expect(await passwordWeakness(password, words)).toBeNull();
});
