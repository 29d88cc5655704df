/** How many days a month of the Gregorian calendar has; January is 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** ISO date of the day that many days after 1970-01-01. */
export function dayAfterEpoch(days: number): string {
  let year = 1970;
  let left = days;
  for (let length = daysInYear(year); left >= length; length = daysInYear(year)) {
    left -= length;
    year += 1;
  }
  let month = 1;
  for (let length = daysInMonth(year, month); left >= length; length = daysInMonth(year, month)) {
    left -= length;
    month += 1;
  }
  return isoDay(year, month, left + 1);
}

export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
