import { describe, expect, it } from 'vitest';
import { createFormat, formatFor } from './format.ts';

const NBSP = '\u00a0';
const berlin = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });

/** Versions of ICU differ in which apostrophe the Swiss write. */
const plain = (text: string): string => text.replaceAll('’', "'");

describe('figures are written the way the site writes them', () => {
  it.each([
    ['de-DE', '1.234,6'],
    ['de-CH', "1'234.6"],
    ['en-GB', '1,234.6'],
  ])('energy in %s', (region, figure) => {
    const format = createFormat({ region, language: 'de', timeZone: 'Europe/Berlin' });
    expect(plain(format.energy(1_234_567))).toBe(`${figure}${NBSP}kWh`);
  });

  it('numbers go by the region, words by the language', () => {
    const mixed = createFormat({ region: 'de-DE', language: 'en', timeZone: 'Europe/Berlin' });
    expect(mixed.power(10_800)).toBe(`10,8${NBSP}kW`);
    expect(mixed.weekday('2026-11-21T12:00:00Z')).toContain('Saturday');
  });

  it('never breaks between a figure and its unit', () => {
    for (const text of [berlin.energy(1), berlin.power(1), berlin.duration(5_100), berlin.percent(80)])
      expect(text).not.toContain(' ');
  });

  it('writes nothing as nothing, not as minus nothing', () => {
    expect(berlin.energy(-0.4)).toBe(`0,0${NBSP}kWh`);
    expect(berlin.energy(0)).toBe(`0,0${NBSP}kWh`);
  });

  it('shows a calibrated figure with three decimals', () => {
    expect(berlin.meter(3_622_161)).toBe(`3.622,161${NBSP}kWh`);
  });

  it('shows the decimals that a share has, and two at most', () => {
    expect([19, 12.5, 7.25, 33.333, 80].map(berlin.percent)).toEqual(
      ['19', '12,5', '7,25', '33,33', '80'].map((figure) => `${figure}${NBSP}%`),
    );
  });

  it('writes money by the region', () => {
    expect(berlin.money(123_450, 'EUR')).toBe(`1.234,50${NBSP}€`);
    const zurich = createFormat({ region: 'de-CH', language: 'de', timeZone: 'Europe/Zurich' });
    expect(plain(zurich.money(123_450, 'CHF'))).toBe(`CHF${NBSP}1'234.50`);
  });
});

describe('spans of time', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [5_100, '1 h 25 min'],
    [3_600, '1 h'],
    [3_600 * 50, '2 d 2 h'],
    [3_600 * 72, '3 d'],
    [-5, '0 s'],
  ])('%d seconds are "%s"', (seconds, words) => {
    expect(berlin.duration(seconds).replaceAll(NBSP, ' ')).toBe(words);
  });
});

describe('times stand in the time zone of the site', () => {
  it('tells today by its time and another day by its date', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(berlin.moment('2026-11-21T07:12:00Z', now)).toBe('08:12');
    expect(berlin.moment('2026-11-20T23:30:00Z', now)).toBe('00:30');
    expect(berlin.moment('2026-11-20T07:12:00Z', now)).toContain('20.');
  });

  it('tells the two hours of the night on which clocks go back apart', () => {
    const [summer, winter] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(berlin.timeWithZone);
    expect(summer).toContain('02:30');
    expect(winter).toContain('02:30');
    expect(summer).not.toBe(winter);
  });

  it('tells the times of a curve apart when it runs over midnight or through the doubled hour', () => {
    const within = (from: string, to: string) => berlin.timeWithin(from, to)(to);
    expect(within('2026-11-21T07:00:00Z', '2026-11-21T08:00:00Z')).toBe('09:00');
    expect(within('2026-11-20T21:00:00Z', '2026-11-21T08:00:00Z')).toMatch(/21.*09:00$/);
    const night = berlin.timeWithin('2026-10-25T00:00:00Z', '2026-10-25T02:00:00Z');
    expect(night('2026-10-25T00:30:00Z')).not.toBe(night('2026-10-25T01:30:00Z'));
  });

  it('names the weekday of the site, not that of whoever looks from far away', () => {
    const auckland = createFormat({ region: 'en-GB', language: 'en', timeZone: 'Pacific/Auckland' });
    expect(auckland.weekdayName('2026-11-21T12:00:00Z')).toBe('Sunday');
    expect(auckland.dayKey('2026-11-21T12:00:00Z')).toBe('2026-11-22');
  });

  it('is made once for a site and a language', () => {
    const settings = { region: 'de-AT', language: 'de', timeZone: 'Europe/Vienna' };
    expect(formatFor(settings)).toBe(formatFor({ ...settings }));
    expect(formatFor(settings)).not.toBe(formatFor({ ...settings, language: 'en' }));
  });

  it('sorts "Ladepunkt 10" after "Ladepunkt 2"', () => {
    expect(['Ladepunkt 10', 'Ladepunkt 2'].toSorted(berlin.compare)).toEqual(['Ladepunkt 2', 'Ladepunkt 10']);
  });
});
