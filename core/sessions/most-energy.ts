import { HOUR, type Watts } from '../shared/units.ts';

/** How far real stations exceed their rated power for a while. */
const POWER_MARGIN = 1.2;

/** Clocks are set to the second and meters count in steps: below this nothing is impossible. In Wh. */
export const ENERGY_SLACK = 100;

/** The most energy in Wh that a connector can deliver in a time. */
export function mostEnergy(maxPower: Watts, lastedMs: number): number {
  return (maxPower * Math.max(0, lastedMs) * POWER_MARGIN) / HOUR + ENERGY_SLACK;
}
