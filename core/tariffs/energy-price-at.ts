import { type Instant, instant, milliseconds, SECOND } from '../shared/units.ts';
import { MILLIWATT_HOURS_PER_KWH, type MicroUnits, milliwattHours } from './amounts.ts';
import { priceSession } from './price-session.ts';
import type { Tariff } from './tariff.ts';
import type { WallDays } from './wall-days.ts';

/** What the first kWh costs of a session that begins at a moment, gross or net as the tariff is; null where it is free. */
export function energyPriceAt(tariff: Tariff, at: Instant, days: WallDays): MicroUnits | null {
  const outcome = priceSession(
    {
      periods: [
        {
          from: at,
          to: instant(at + SECOND),
          energy: milliwattHours(MILLIWATT_HOURS_PER_KWH),
          charging: SECOND,
          idle: milliseconds(0),
          reserved: milliseconds(0),
          power: null,
          current: null,
          readings: null,
        },
      ],
      expired: false,
      strongest: null,
      contract: null,
    },
    tariff,
    days,
  );
  if (outcome.kind !== 'priced') return null;
  for (const step of outcome.steps)
    if (step.kind === 'component' && step.dimension === 'energy') return step.price;
  return null;
}
