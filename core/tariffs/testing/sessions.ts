import { type Instant, instant, MINUTE, type Milliseconds } from '../../shared/units.ts';
import type { MilliwattHours } from '../amounts.ts';
import { momentOf } from '../ocpi/read-times.ts';
import type { SessionFacts, UsagePeriod } from '../session-facts.ts';

export function at(text: string): Instant {
  return momentOf({ path: text, value: text });
}

/** Periods that follow each other; what a period does not say is nothing. */
export function session(
  start: string,
  periods: readonly PeriodWish[],
  more: Partial<SessionFacts> = {},
): SessionFacts {
  let from = at(start);
  const made = periods.map((wish) => {
    const period = periodFrom(from, wish);
    from = period.to;
    return period;
  });
  return { periods: made, expired: false, strongest: null, contract: null, ...more };
}

interface PeriodWish {
  readonly minutes: number;
  readonly kwh?: number;
  readonly does?: 'charge' | 'idle' | 'reserve' | 'nothing';
  readonly watts?: number;
}

function periodFrom(from: Instant, { minutes, kwh = 0, does = 'charge', watts }: PeriodWish): UsagePeriod {
  const length = (minutes * MINUTE) as Milliseconds;
  const none = 0 as Milliseconds;
  return {
    from,
    to: instant(from + length),
    energy: Math.round(kwh * 1_000_000) as MilliwattHours,
    charging: does === 'charge' ? length : none,
    idle: does === 'idle' ? length : none,
    reserved: does === 'reserve' ? length : none,
    power: watts === undefined ? null : { least: watts, most: watts },
    current: null,
    readings: null,
  };
}
