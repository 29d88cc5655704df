import { type Watts, watts } from '../shared/units.ts';
import type { Station } from './station.ts';

export const POWER_CLASSES = ['AC', 'DC', 'HPC'] as const;
/** AC; direct current; direct current with 150 kW and more. */
export type PowerClass = (typeof POWER_CLASSES)[number];

/** The strongest AC connector (IEC 61851 mode 3: 63 A on three phases). */
const MOST_AC = watts(43_500);
/** From here on operators speak of high-power charging. */
const LEAST_HPC = watts(150_000);

/** The class somebody has set, else what its power makes likely. */
export function powerClassOf({ powerClass, maxPower }: Station): PowerClass {
  return powerClass ?? likelyClass(maxPower);
}

function likelyClass(maxPower: Watts): PowerClass {
  if (maxPower <= MOST_AC) return 'AC';
  return maxPower < LEAST_HPC ? 'DC' : 'HPC';
}
