import { type CivilDay, civilDate, civilDay, daysLater, weekdayOf } from './civil-day.ts';
import { LANDS, type Land } from './german-land.ts';

export type Holiday =
  | 'new-year'
  | 'epiphany'
  | 'womens-day'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'liberation-day'
  | 'ascension'
  | 'uprising-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'corpus-christi'
  | 'assumption'
  | 'childrens-day'
  | 'unity-day'
  | 'reformation-day'
  | 'all-saints'
  | 'repentance-day'
  | 'christmas-day'
  | 'boxing-day';

/**
 * The public holiday of a whole Land on a day, or null. Holidays of single places are not among them: the
 * Augsburger Friedensfest, Corpus Christi in parts of Saxony and Thuringia. Assumption counts in Bavaria, where
 * 1,704 of 2,056 municipalities keep it (BayStMI): elsewhere there its prices are those of a holiday all the same, which the
 * editor says.
 */
export function holidayOn(day: CivilDay, land: Land): Holiday | null {
  const { year } = civilDate(day);
  const known = kept.get(land)?.get(year) ?? remember(land, year);
  return known.get(day) ?? null;
}

/** All public holidays of a Land in a year, in order. */
export function holidaysOf(land: Land, year: number): ReadonlyMap<CivilDay, Holiday> {
  const days = RULES.filter((rule) => rule.lands.includes(land) && isInForce(rule, land, year))
    .map((rule) => [rule.on(year), rule.holiday] as const)
    .sort(([a], [b]) => a - b);
  return new Map(days);
}

/** Sunday of Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): CivilDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const shifted = epact + toSunday - 7 * late + 114;
  return civilDay({ year, month: Math.floor(shifted / 31), day: (shifted % 31) + 1 });
}

interface HolidayRule {
  readonly holiday: Holiday;
  readonly lands: readonly Land[];
  readonly on: (year: number) => CivilDay;
}

/** From the holiday laws of the Länder as in force in 2026; the dates below say where they changed lately. */
const RULES: readonly HolidayRule[] = [
  fixed('new-year', LANDS, [1, 1]),
  fixed('epiphany', ['BW', 'BY', 'ST'], [1, 6]),
  fixed('womens-day', ['BE', 'MV'], [3, 8]),
  byEaster('good-friday', LANDS, -2),
  byEaster('easter-sunday', ['BB'], 0),
  byEaster('easter-monday', LANDS, 1),
  fixed('labour-day', LANDS, [5, 1]),
  fixed('liberation-day', ['BE'], [5, 8]),
  byEaster('ascension', LANDS, 39),
  byEaster('whit-sunday', ['BB'], 49),
  byEaster('whit-monday', LANDS, 50),
  byEaster('corpus-christi', ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'], 60),
  fixed('uprising-day', ['BE'], [6, 17]),
  fixed('assumption', ['BY', 'SL'], [8, 15]),
  fixed('childrens-day', ['TH'], [9, 20]),
  fixed('unity-day', LANDS, [10, 3]),
  fixed('reformation-day', ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'], [10, 31]),
  fixed('all-saints', ['BW', 'BY', 'NW', 'RP', 'SL'], [11, 1]),
  { holiday: 'repentance-day', lands: ['SN'], on: repentanceDay },
  fixed('christmas-day', LANDS, [12, 25]),
  fixed('boxing-day', LANDS, [12, 26]),
];

function isInForce({ holiday }: HolidayRule, land: Land, year: number): boolean {
  switch (holiday) {
    // Berlin: GVBl. 2019 p. 22. Mecklenburg-Vorpommern: FTG M-V § 2, GVOBl. 2022 p. 303.
    case 'womens-day':
      return year >= (land === 'BE' ? 2019 : 2023);
    // Berlin: once in 2020 (GVBl. 2019 p. 22), and once more 80 years after.
    case 'liberation-day':
      return year === 2020 || year === 2025;
    // Berlin: once, 75 years after.
    case 'uprising-day':
      return year === 2028;
    // Thuringia: ThürFGtG § 2, GVBl. 2019 p. 22.
    case 'childrens-day':
      return year >= 2019;
    // The north since 2018.
    case 'reformation-day':
      return year >= 2018 || !['HB', 'HH', 'NI', 'SH'].includes(land);
    default:
      return true;
  }
}

/** The Wednesday before 23 November (SächsSFG § 1). */
function repentanceDay(year: number): CivilDay {
  const before = civilDay({ year, month: 11, day: 22 });
  return daysLater(before, -((weekdayOf(before) + 4) % 7));
}

function fixed(
  holiday: Holiday,
  lands: readonly Land[],
  [month, day]: readonly [number, number],
): HolidayRule {
  return { holiday, lands, on: (year) => civilDay({ year, month, day }) };
}

function byEaster(holiday: Holiday, lands: readonly Land[], days: number): HolidayRule {
  return { holiday, lands, on: (year) => daysLater(easterSunday(year), days) };
}

/** A tariff asks for every day of a rehearsal; years are few. */
const kept = new Map<Land, Map<number, ReadonlyMap<CivilDay, Holiday>>>();

function remember(land: Land, year: number): ReadonlyMap<CivilDay, Holiday> {
  const days = holidaysOf(land, year);
  const years = kept.get(land) ?? new Map<number, ReadonlyMap<CivilDay, Holiday>>();
  years.set(year, days);
  kept.set(land, years);
  return days;
}
