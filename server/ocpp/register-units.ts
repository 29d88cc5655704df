import type { StationId } from '#core/shared/ids.ts';
import { type WattHours, wattHours } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { behaviourOf } from '../stations/behaviour-of.ts';

/** meterStart and meterStop, which are Wh by the standard and kWh at some stations. */
export function transactionRegister(live: LiveSite, station: StationId, register: number): WattHours {
  // Below zero it is no reading but a way to say that there is none.
  const isKwh = register > 0 && behaviourOf(live, station).startStopUnit === 'kWh';
  return wattHours(isKwh ? register * 1_000 : register);
}

/** The register in MeterValues; some stations label it wrongly (OpenEVSE#703). Null where nothing was measured. */
export function sampledRegister(
  live: LiveSite,
  station: StationId,
  register: number | undefined,
): WattHours | null {
  if (register === undefined) return null;
  switch (behaviourOf(live, station).meterValueUnit) {
    case 'as-labelled':
      return wattHours(register);
    case 'kWh-as-Wh':
      return wattHours(register * 1_000);
    case 'Wh-as-kWh':
      return wattHours(register / 1_000);
  }
}
