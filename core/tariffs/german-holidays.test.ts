import { expect, test } from 'vitest';
import { type CivilDay, civilDate, civilDay, daysLater, weekdayOf } from './civil-day.ts';
import { easterSunday, holidayOn, holidaysOf } from './german-holidays.ts';
import { LANDS, type Land } from './german-land.ts';

/** On which all sixteen agree, but for the movable ones. */
const EVERYWHERE = ['01-01', '05-01', '10-03', '12-25', '12-26'];

/** As the Länder have announced them: Good Friday, Easter Monday, Ascension, Whit Monday. */
const MOVABLE: Readonly<Record<number, readonly string[]>> = {
  2025: ['04-18', '04-21', '05-29', '06-09'],
  2026: ['04-03', '04-06', '05-14', '05-25'],
  2027: ['03-26', '03-29', '05-06', '05-17'],
};

const CORPUS_CHRISTI: Readonly<Record<number, string>> = { 2025: '06-19', 2026: '06-04', 2027: '05-27' };
const REPENTANCE_DAY: Readonly<Record<number, string>> = { 2025: '11-19', 2026: '11-18', 2027: '11-17' };
/** Easter Sunday and Whit Sunday, which Brandenburg alone names. */
const SUNDAYS: Readonly<Record<number, readonly string[]>> = {
  2025: ['04-20', '06-08'],
  2026: ['04-05', '05-24'],
  2027: ['03-28', '05-16'],
};

function ownOf(land: Land, year: number): readonly (string | undefined)[] {
  const corpusChristi = CORPUS_CHRISTI[year];
  switch (land) {
    case 'BW':
      return ['01-06', corpusChristi, '11-01'];
    case 'BY':
      return ['01-06', corpusChristi, '08-15', '11-01'];
    case 'BE':
      return year === 2025 ? ['03-08', '05-08'] : ['03-08'];
    case 'BB':
      return [...(SUNDAYS[year] ?? []), '10-31'];
    case 'HB':
    case 'HH':
    case 'NI':
    case 'SH':
      return ['10-31'];
    case 'HE':
      return [corpusChristi];
    case 'MV':
      return ['03-08', '10-31'];
    case 'NW':
    case 'RP':
      return [corpusChristi, '11-01'];
    case 'SL':
      return [corpusChristi, '08-15', '11-01'];
    case 'SN':
      return ['10-31', REPENTANCE_DAY[year]];
    case 'ST':
      return ['01-06', '10-31'];
    case 'TH':
      return ['09-20', '10-31'];
  }
}

test.each(LANDS.flatMap((land) => [2025, 2026, 2027].map((year) => [land, year] as const)))(
  'the public holidays of %s in %i',
  (land, year) => {
    const known = [...EVERYWHERE, ...(MOVABLE[year] ?? []), ...ownOf(land, year)].sort();
    expect([...holidaysOf(land, year).keys()].map(monthAndDay)).toEqual(known);
  },
);

test('what was a holiday once only is none in other years', () => {
  expect(holidayOn(civilDay({ year: 2028, month: 6, day: 17 }), 'BE')).toBe('uprising-day');
  expect(holidayOn(civilDay({ year: 2026, month: 6, day: 17 }), 'BE')).toBeNull();
  expect(holidayOn(civilDay({ year: 2022, month: 3, day: 8 }), 'MV')).toBeNull();
});

test('Easter falls where the almanacs have it, the earliest and the latest too', () => {
  const dates = [1818, 1943, 2000, 2008, 2038, 2049].map((year) => monthAndDay(easterSunday(year)));
  expect(dates).toEqual(['03-22', '04-25', '04-23', '03-23', '04-25', '04-18']);
});

test('days are counted as calendars do, over four hundred years', () => {
  for (
    let day: CivilDay = civilDay({ year: 1900, month: 1, day: 1 });
    day < 120_000;
    day = daysLater(day, 1)
  ) {
    const date = new Date(day * 86_400_000);
    const { year, month, day: ofMonth } = civilDate(day);
    if (year !== date.getUTCFullYear() || month !== date.getUTCMonth() + 1 || ofMonth !== date.getUTCDate())
      expect({ year, month, ofMonth }).toEqual(date.toISOString());
    if (weekdayOf(day) % 7 !== date.getUTCDay()) expect(weekdayOf(day)).toBe(date.getUTCDay());
    if (civilDay({ year, month, day: ofMonth }) !== day)
      expect(civilDay({ year, month, day: ofMonth })).toBe(day);
  }
});

function monthAndDay(day: ReturnType<typeof civilDay>): string {
  const { month, day: ofMonth } = civilDate(day);
  return `${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}
