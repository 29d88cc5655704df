import type { Tariff, TariffElement } from './tariff.ts';

/**
 * Whether a price depends on the hour or the day, or sells time: what a station may do only if the certificate of its type
 * examination lets its clock be used (billing practice after § 33 MessEG).
 */
export function needsClock({ elements, blocking }: Tariff): boolean {
  return (blocking !== null && blocking.perHour > 0) || elements.some(isOfTime);
}

function isOfTime({ components, when }: TariffElement): boolean {
  if (
    components.some(({ dimension, price }) => price > 0 && (dimension === 'time' || dimension === 'parking'))
  )
    return true;
  const { window, duration, weekdays, dates, holidays } = when;
  return [window, duration, weekdays, dates].some((one) => one !== null) || holidays !== 'ignored';
}
