import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from './decimal.ts';

const GERMAN = { sign: ',', digits: 6 };

describe('an amount that somebody types', () => {
  it.each([
    ['0,49', 490_000],
    ['0,4', 400_000],
    ['12', 12_000_000],
    ['12,', 12_000_000],
    [' 0,000001 ', 1],
    ['0,1', 100_000],
    ['0,29', 290_000],
  ])('%s is read to the last part', (text, micros) => {
    expect(readDecimal(text, GERMAN)).toBe(micros);
  });

  it.each(['', '0.49', '1.234,50', '0,4,9', '-1', '1e3', '0,0000001', ',5', '0,49 €', '１'])(
    '“%s” is not guessed at',
    (text) => {
      expect(readDecimal(text, GERMAN)).toBeUndefined();
    },
  );

  it.each([
    [490_000, '0,49'],
    [400_000, '0,40'],
    [1, '0,000001'],
    [12_000_000, '12,00'],
    [123_456_789, '123,456789'],
  ])('%d is written as %s, and read again', (micros, text) => {
    expect(writeDecimal(micros, { ...GERMAN, least: 2 })).toBe(text);
    expect(readDecimal(text, GERMAN)).toBe(micros);
  });

  it('needs no decimals where none are asked for', () => {
    expect(writeDecimal(1_900, { sign: '.', digits: 2, least: 0 })).toBe('19');
  });
});
