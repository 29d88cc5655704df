import { assertNever } from '#core/shared/assert-never.ts';
import type { Instant } from '#core/shared/units.ts';
import { MILLIWATT_HOURS_PER_KWH } from '#core/tariffs/amounts.ts';
import type { Implausible } from '#core/tariffs/implausible.ts';

/** Why a session is not priced, in one line. */
export function reasonLine(reason: Implausible): string {
  switch (reason.kind) {
    case 'nothing-known':
      return 'nothing is known of it';
    case 'ends-before-start':
      return `the period that starts at ${iso(reason.from)} ends before, at ${iso(reason.to)}`;
    case 'out-of-order':
      return `the period that starts at ${iso(reason.at)} lies over the one before`;
    case 'energy-backwards':
      return `energy goes backwards by ${kwh(-reason.energy)} in the period that starts at ${iso(reason.from)}`;
    case 'time-backwards':
      return `a time is below zero in the period that starts at ${iso(reason.from)}`;
    case 'too-much-energy':
      return `${kwh(reason.energy)} are more than the connector can have delivered, ${kwh(reason.most)}`;
    case 'gap':
      return `the price changed where no reading is known from ${iso(reason.from)} to ${iso(reason.to)}`;
    case 'charging-time-unknown':
      return `nobody knows for how long it charged from ${iso(reason.from)} to ${iso(reason.to)}`;
    default:
      return assertNever(reason);
  }
}

export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

function kwh(energy: number): string {
  return `${energy / MILLIWATT_HOURS_PER_KWH} kWh`;
}
