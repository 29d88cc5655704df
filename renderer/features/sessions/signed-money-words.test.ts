import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { createFormat } from '../../lib/format.ts';
import { textOptions } from '../../text/i18n.ts';
import { signedMoneyWords } from './signed-money-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const format = createFormat({ region: 'en-GB', language: 'en', timeZone: 'Europe/London' });
const money = { kind: 'signed', energyWh: 12, reason: null, soldTime: 'nothing' } as const;

it.each([
  ['priced', 'Settled by the signed readings: 0.012 kWh.'],
  ['held', 'The signed readings say 0.012 kWh. Nothing is billed before somebody has decided.'],
  ['waived', 'The signed readings say 0.012 kWh. What is paid was decided by a person.'],
  ['no-tariff', 'Settled by the signed readings: 0.012 kWh.'],
  ['running', 'The signed readings say 0.012 kWh.'],
  ['unknown', 'The signed readings say 0.012 kWh.'],
  ['off', 'Settled by the signed readings: 0.012 kWh.'],
] as const)('of a session whose price is %s', (state, words) => {
  const said = signedMoneyWords(money, state, { t: (key, places = {}) => i18next.t(key, places), format });
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});
