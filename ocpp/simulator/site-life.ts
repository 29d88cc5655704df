import { setMaxListeners } from 'node:events';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import { liveAtConnector } from './connector-life.ts';
import { pastDay } from './past-day.ts';
import { between, type Random } from './random.ts';
import type { SignedForm } from './signed-meter.ts';
import type { SimulatedTime } from './time.ts';

export interface SiteLifeOptions
  extends Pick<ChargePointOptions, 'securityProfile' | 'trustedRoots' | 'certificate'> {
  /** Address of the central system, up to and including `/ocpp/`. */
  readonly url: string;
  /** How many stations live on the site. */
  readonly stations: number;
  readonly cards: readonly [string, ...string[]];
  readonly time: SimulatedTime;
  readonly random: Random;
  /** Ends the life of the site. */
  readonly signal: AbortSignal;
  readonly prefix?: string;
  readonly password?: string | undefined;
  /** Shortens all waits and charges by this factor. The powers stay real. */
  readonly speed?: number;
  /** Whether the stations first deliver the sessions of the last 24 hours; they do unless said otherwise. */
  readonly withPast?: boolean;
  /** How the meter of a station signs; left out where it does not. */
  readonly signsAt?: (stationId: string) => SignedForm | undefined;
  /** Where a station's meter stands, in Wh; somewhere plausible where nobody knows. */
  readonly registerOf?: (stationId: string) => number | undefined;
}

/**
 * A site with a past and a present. Each station first delivers the sessions of the last 24 hours from its
 * memory, then cars come and go, so that every few seconds something happens. The second station breaks now
 * and then; the third loses its network and catches up later.
 */
export function startSiteLife(options: SiteLifeOptions): readonly ChargePoint[] {
  const { time, random, signal, cards, prefix = 'SIM-', speed = 1 } = options;
  // Every station and everything it waits for listens to the one signal.
  setMaxListeners(0, signal);
  const stations = Array.from({ length: options.stations }, (_, index) => {
    const id = `${prefix}${String(index + 1).padStart(2, '0')}`;
    const { securityProfile, trustedRoots, certificate } = options;
    return createChargePoint({
      url: options.url,
      password: options.password,
      ...(securityProfile !== undefined && { securityProfile }),
      ...(trustedRoots !== undefined && { trustedRoots }),
      ...(certificate !== undefined && { certificate }),
      id,
      time,
      random,
      registerWh: options.registerOf?.(id) ?? Math.round(between(random, 100_000, 9_000_000)),
      meterIntervalMs: 15_000 / speed,
      signs: options.signsAt?.(id),
    });
  });

  for (const [index, station] of stations.entries()) {
    if (options.withPast !== false)
      for (const past of pastDay({ now: time.now(), cards, random })) station.recall(past);
    // One after the other: a real site does not switch on in one instant either.
    const cancel = time.after(index * 250, () => {
      station.switchOn();
      void liveAtConnector({ station, cards, time, random, signal, speed, character: characterOf(index) });
    });
    signal.addEventListener('abort', () => {
      cancel();
      station.switchOff();
    });
  }
  return stations;
}

function characterOf(index: number): 'steady' | 'breaks' | 'loses-network' {
  if (index === 1) return 'breaks';
  return index === 2 ? 'loses-network' : 'steady';
}
