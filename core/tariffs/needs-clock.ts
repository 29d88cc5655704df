import { forbidsTime, type MeteringFlags } from '../eichrecht/energy-for-money.ts';
import type { Tariff, TariffElement } from './tariff.ts';

/** For what a tariff needs the clock of a station: it sells time, its prices change by the hour or the day, or both. */
export type ClockUse = 'nothing' | 'time' | 'hours' | 'both';

/**
 * What a station may do only if the certificate of its type examination lets its clock be used (billing practice after
 * § 33 MessEG).
 */
export function clockUseOf({ elements, blocking }: Tariff): ClockUse {
  const sellsTime = (blocking !== null && blocking.perHour > 0) || elements.some(isOfTime);
  const hasHours = elements.some(hasTimes);
  if (sellsTime) return hasHours ? 'both' : 'time';
  return hasHours ? 'hours' : 'nothing';
}

/** Whether a price depends on the hour or the day, or sells time. */
export function needsClock(tariff: Tariff): boolean {
  return clockUseOf(tariff) !== 'nothing';
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
  const { window, duration, weekdays, dates, holidays } = when;
  return [window, duration, weekdays, dates].some((one) => one !== null) || holidays !== 'ignored';
}
