import type { ExampleSession } from '#api/tariff-trials.ts';
import { daysBefore } from '../../../lib/site-day.ts';

/** A session to think of, by day of the week or by date, and clock as people say it. */
export interface Example {
  /** 1 is Monday. */
  readonly weekday: number;
  /** `2026-12-25`; null: the next such day of the week. Public holidays are tried by their date. */
  readonly date: string | null;
  /** Minutes since midnight. */
  readonly startMinute: number;
  readonly chargingMinutes: number;
  readonly idleMinutes: number;
  readonly energyWh: number;
}

export const USUAL_EXAMPLE: Example = {
  weekday: 2,
  date: null,
  startMinute: 17 * 60 + 40,
  chargingMinutes: 90,
  idleMinutes: 60,
  energyWh: 11_000,
};

const DAYS = 7;

/** The session on its date, else on the next such day, today counted in. */
export function sessionOf(example: Example, today: string): ExampleSession {
  const weekdayToday = new Date(`${today}T12:00:00Z`).getUTCDay() || DAYS;
  const next = daysBefore(today, -((example.weekday - weekdayToday + DAYS) % DAYS));
  const { startMinute, chargingMinutes, idleMinutes, energyWh } = example;
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    startsAt: `${example.date ?? next}T${two(Math.floor(startMinute / 60))}:${two(startMinute % 60)}`,
    chargingMinutes,
    idleMinutes,
    energyWh,
  };
}
