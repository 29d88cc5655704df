import { forbidsTime, type MeteringFlags, type SoldTime } from '../eichrecht/energy-for-money.ts';
import type { Tariff, TariffElement } from './tariff.ts';

/** For what a tariff needs the clock of a station: how long something took, the hour or the day at which it was, or both. */
export type ClockUse = 'nothing' | 'time' | 'hours' | 'both';

/**
 * What a station may do only if the certificate of its type examination lets its clock be used (billing practice after
 * § 33 MessEG).
 */
export function clockUseOf({ elements, blocking }: Tariff): ClockUse {
  const fee = blocking !== null && blocking.perHour > 0 ? blocking : null;
  const isByTime = fee !== null || elements.some((one) => isOfTime(one) || one.when.duration !== null);
  const hasHours = (fee !== null && fee.quiet !== null) || elements.some(hasTimes);
  if (isByTime) return hasHours ? 'both' : 'time';
  return hasHours ? 'hours' : 'nothing';
}

/** Whether a price depends on the hour or the day, or sells time. */
export function needsClock(tariff: Tariff): boolean {
  return clockUseOf(tariff) !== 'nothing';
}

/** Whether what a clock lets be sold is all that a tariff asks of it. */
export function isClockEnough(tariff: Tariff, sold: SoldTime): boolean {
  switch (clockUseOf(tariff)) {
    case 'nothing':
      return true;
    case 'time':
      return sold !== 'nothing';
    case 'hours':
    case 'both':
      return sold === 'hours';
  }
}

/** Whether a tariff cannot be sold at a station, whatever its meter signs: its price would be held. */
export function isClockForbidden(tariff: Tariff, metering: MeteringFlags): boolean {
  return forbidsTime(metering) && needsClock(tariff);
}

function isOfTime({ components }: TariffElement): boolean {
  return components.some(
    ({ dimension, price }) => price > 0 && (dimension === 'time' || dimension === 'parking'),
  );
}

function hasTimes({ when }: TariffElement): boolean {
  const { window, weekdays, dates, holidays } = when;
  return [window, weekdays, dates].some((one) => one !== null) || holidays !== 'ignored';
}
