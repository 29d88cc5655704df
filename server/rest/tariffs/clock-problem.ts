import type { Station } from '#core/stations/station.ts';
import { clockUseOf } from '#core/tariffs/needs-clock.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem } from '../problem.ts';
import { seenStation } from './seen-names.ts';

interface NamedTariff {
  readonly name: string;
  readonly tariff: Tariff;
}

/** Refuses a tariff that needs a clock which calibration law does not let stations use for prices; nothing where it needs none. */
export function refuseClock(
  caller: Caller,
  { name, tariff }: NamedTariff,
  stations: readonly Station[],
): void {
  const use = clockUseOf(tariff);
  if (use === 'nothing' || stations.length === 0) return;
  const seen = stations.map((station) => seenStation(caller, station)).filter(Boolean);
  throw new ApiProblem('time-not-allowed', {
    detail: seen.join(', '),
    clock: { tariff: name, use, stations: seen },
  });
}
