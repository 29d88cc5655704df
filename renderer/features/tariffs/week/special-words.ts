import type { Restrictions } from '#api/tariff-model.ts';
import type { Format } from '../../../lib/format.ts';
import { clockOf, dayWords } from '../../../ui/week-words.ts';
import type { PriceWords } from './price-words.ts';

type Range = Restrictions['energyWh'];

/** `from 20 kWh, Mon–Fri 06:07–22:00`; says so where it counts always. */
export function specialWords(when: Restrictions, { t, format }: Omit<PriceWords, 'currency'>): string {
  const { window, weekdays, holidays, dates, reservation } = when;
  const ranges = (['energyWh', 'durationSeconds', 'powerW', 'currentMa'] as const).flatMap((name) => {
    const words = rangeWords(when[name], (value) => QUANTITIES[name](value, format));
    return words.map(({ side, value }) => t(`tariffs.special.${side}.${name}`, { value }));
  });
  const day = (date: string) => format.dayYear(`${date}T12:00:00Z`);
  const parts = [
    ...ranges,
    dates?.from ? t('tariffs.special.fromDay', { day: day(dates.from) }) : '',
    dates?.until ? t('tariffs.special.untilDay', { day: day(dates.until) }) : '',
    weekdays === null ? '' : dayWords(weekdays, t),
    holidays === 'ignored' ? '' : t(`tariffs.special.holidays.${holidays}`),
    window === null ? '' : t('rules.times', { from: clockOf(window.from), to: clockOf(window.to) }),
    reservation === null ? '' : t(`tariffs.special.reservation.${reservation}`),
  ].filter(Boolean);
  return parts.length === 0 ? t('tariffs.special.always') : parts.join(', ');
}

const QUANTITIES: Readonly<
  Record<'energyWh' | 'durationSeconds' | 'powerW' | 'currentMa', (value: number, format: Format) => string>
> = {
  energyWh: (value, { energy }) => energy(value),
  durationSeconds: (value, { duration }) => duration(value),
  powerW: (value, { power }) => power(value),
  currentMa: (value, { number }) => `${number(value / 1000, 1)}\u00a0A`,
};

function rangeWords(
  range: Range,
  write: (value: number) => string,
): readonly { readonly side: 'atLeast' | 'below'; readonly value: string }[] {
  if (range === null) return [];
  return (['atLeast', 'below'] as const).flatMap((side) => {
    const value = range[side];
    return value === null ? [] : { side, value: write(value) };
  });
}
