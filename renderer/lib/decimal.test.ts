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
    ['1.234,50', 1_234_500_000],
    ['1 234,50', 1_234_500_000],
    ['1.234.567', 1_234_567_000_000],
  ])('%s is read to the last part', (text, micros) => {
    expect(readDecimal(text, GERMAN)).toEqual({ kind: 'number', value: micros });
  });

  it.each([
    ...[
      '',
      '0.49',
      '0,4,9',
      '1e3',
      ',5',
      '0,49 €',
      '１',
      '7 Prozent',
      '12.34,5',
      '1.234 567',
      '-',
      '1,234.50',
    ].map((text) => [text, 'no-number']),
    ['-1', 'below-zero'],
    ['−0,10', 'below-zero'],
    ['0,0000001', 'too-precise'],
    ['1.234', 'ambiguous'],
    ['1234567890', 'too-large'],
  ])('“%s” is not guessed at, and it is said why: %s', (text, kind) => {
    expect(readDecimal(text, GERMAN)).toEqual({ kind });
  });

  it('is written with points and commas the other way round elsewhere', () => {
    const english = { sign: '.', digits: 6 };
    expect(readDecimal('1,234.50', english)).toEqual({ kind: 'number', value: 1_234_500_000 });
    expect(readDecimal('1,234', english)).toEqual({ kind: 'ambiguous' });
    expect(readDecimal('0,49', english)).toEqual({ kind: 'no-number' });
  });

  it.each([
    [490_000, '0,49'],
    [400_000, '0,40'],
    [1, '0,000001'],
    [12_000_000, '12,00'],
    [123_456_789, '123,456789'],
  ])('%d is written as %s, and read again', (micros, text) => {
    expect(writeDecimal(micros, { ...GERMAN, least: 2 })).toBe(text);
    expect(readDecimal(text, GERMAN)).toEqual({ kind: 'number', value: micros });
  });

  it('needs no decimals where none are asked for', () => {
    expect(writeDecimal(1_900, { sign: '.', digits: 2, least: 0 })).toBe('19');
  });
});
