import { HOUR, type Instant } from '../shared/units.ts';
import { MILLIWATT_HOURS_PER_KWH, type MilliwattHours } from './amounts.ts';
import type { SessionFacts } from './session-facts.ts';

/** Why a person has to decide what a session costs. */
export type Implausible =
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'ends-before-start'; readonly from: Instant; readonly to: Instant }
  /** Two periods lie over each other. */
  | { readonly kind: 'out-of-order'; readonly at: Instant }
  | { readonly kind: 'energy-backwards'; readonly from: Instant; readonly energy: MilliwattHours }
  | { readonly kind: 'time-backwards'; readonly from: Instant }
  /** More than the connector can have delivered. */
  | { readonly kind: 'too-much-energy'; readonly energy: MilliwattHours; readonly most: MilliwattHours }
  /** The price changed between two readings that are far apart: how much fell to each is anybody's guess. */
  | { readonly kind: 'gap'; readonly from: Instant; readonly to: Instant }
  /** Charging time is sold where only readings that are far apart speak for any: the car may have been full long before. */
  | { readonly kind: 'charging-time-unknown'; readonly from: Instant; readonly to: Instant };

/** The longest between two readings of ours across which energy is shared out where the price changes. */
export const LONGEST_GUESS = HOUR;

/** Meters and clocks are not exact; a tenth more than possible is (billing practice of the house). */
const TOLERANCE = 1.1;

/** What cannot be true of a session, whatever its tariff; null where all is well. */
export function implausible({ periods, strongest }: SessionFacts): Implausible | null {
  if (periods.length === 0) return { kind: 'nothing-known' };
  let before: Instant | null = null;
  let energy = 0;
  let hours = 0;
  for (const period of periods) {
    const { from, to } = period;
    if (to < from) return { kind: 'ends-before-start', from, to };
    if (before !== null && from < before) return { kind: 'out-of-order', at: from };
    if (period.energy < 0) return { kind: 'energy-backwards', from, energy: period.energy };
    if (period.charging < 0 || period.idle < 0 || period.reserved < 0)
      return { kind: 'time-backwards', from };
    before = to;
    energy += period.energy;
    hours += (to - from) / HOUR;
  }
  if (strongest === null) return null;
  const most = Math.ceil((strongest / 1_000) * hours * TOLERANCE * MILLIWATT_HOURS_PER_KWH);
  return energy > most
    ? { kind: 'too-much-energy', energy: energy as MilliwattHours, most: most as MilliwattHours }
    : null;
}
