import type { ExampleSession } from '#api/tariff-trials.ts';
import { daysBefore } from '../../../lib/site-day.ts';

/** A session to think of, by day of the week and clock as people say it. */
export interface Example {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly startMinute: number;
  readonly chargingMinutes: number;
  readonly idleMinutes: number;
  readonly energyWh: number;
}

export const USUAL_EXAMPLE: Example = {
  weekday: 2,
  startMinute: 17 * 60 + 40,
  chargingMinutes: 90,
  idleMinutes: 60,
  energyWh: 11_000,
};

const DAYS = 7;

/** The session on the next such day, today counted in. */
export function sessionOf(example: Example, today: string): ExampleSession {
  const weekdayToday = new Date(`${today}T12:00:00Z`).getUTCDay() || DAYS;
  const day = daysBefore(today, -((example.weekday - weekdayToday + DAYS) % DAYS));
  const { startMinute, chargingMinutes, idleMinutes, energyWh } = example;
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    startsAt: `${day}T${two(Math.floor(startMinute / 60))}:${two(startMinute % 60)}`,
    chargingMinutes,
    idleMinutes,
    energyWh,
  };
}
