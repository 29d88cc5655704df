import type { ChargePoint } from './charge-point.ts';
import { chargingCurve } from './charging-curve.ts';
import { between, pick, type Random } from './random.ts';
import type { SimulatedTime } from './time.ts';

export interface ConnectorLifeOptions {
  readonly station: ChargePoint;
  readonly cards: readonly [string, ...string[]];
  readonly time: SimulatedTime;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly speed: number;
  readonly character: 'steady' | 'breaks' | 'loses-network';
}

const MINUTE_MS = 60_000;
const CONNECTOR = 1;
const CURVE_STEPS = 12;

/** Cars come to the first connector of a station, one after the other, until the signal ends it. */
export async function liveAtConnector(options: ConnectorLifeOptions): Promise<void> {
  const { station, random, signal, character } = options;
  await wait(options, between(random, 2_000, MINUTE_MS));
  while (!signal.aborted) {
    if (character === 'breaks' && random() < 0.3) await breakForAWhile(options);
    if (character === 'loses-network' && random() < 0.5) loseNetworkForAWhile(options);
    await chargeOneCar(options);
    if (signal.aborted) return;
    station.unplug(CONNECTOR);
    await wait(options, between(random, 20_000, 3 * MINUTE_MS));
  }
}

async function chargeOneCar(options: ConnectorLifeOptions): Promise<void> {
  const { station, random, signal } = options;
  const maxPowerW = pick(random, [3_700, 7_400, 11_000, 22_000]);
  const minutes = between(random, 2, 8);
  const curve = chargingCurve((maxPowerW * minutes) / 60, maxPowerW);
  const idTag = pick(random, options.cards);

  station.plugIn(CONNECTOR, maxPowerW);
  await wait(options, between(random, 3_000, 10_000));
  if (signal.aborted) return;
  await station.presentCard(CONNECTOR, idTag);

  const pausesAt = random() < 0.25 ? Math.floor(between(random, 3, 9)) : CURVE_STEPS;
  const stepMs = curve.durationMs / CURVE_STEPS;
  for (let step = 0; step < CURVE_STEPS && station.statusOf(CONNECTOR) !== 'Preparing'; step++) {
    if (step === pausesAt) {
      station.setCarPower(CONNECTOR, 0);
      await wait(options, between(random, 20_000, MINUTE_MS));
    }
    if (signal.aborted) return;
    station.setCarPower(CONNECTOR, Math.round(curve.powerAt(step * stepMs)));
    await wait(options, stepMs);
  }
  if (signal.aborted) return;

  // Some drivers come back in time, some let the full car stand, with or without ending the session.
  station.setCarPower(CONNECTOR, 0);
  await wait(options, between(random, 5_000, 40_000));
  if (!signal.aborted && random() < 0.6) await station.presentCard(CONNECTOR, idTag);
  await wait(options, between(random, 10_000, MINUTE_MS));
}

async function breakForAWhile(options: ConnectorLifeOptions): Promise<void> {
  options.station.setFault(CONNECTOR, 'GroundFailure');
  await wait(options, between(options.random, 15_000, 45_000));
  if (!options.signal.aborted) options.station.setFault(CONNECTOR, 'NoError');
}

/** The network goes while a car charges and comes back before or after it has left. */
function loseNetworkForAWhile(options: ConnectorLifeOptions): void {
  const { station, random, signal } = options;
  void wait(options, between(random, MINUTE_MS, 2 * MINUTE_MS)).then(async () => {
    if (signal.aborted) return;
    station.loseNetwork();
    await wait(options, between(random, MINUTE_MS, 4 * MINUTE_MS));
    if (!signal.aborted) station.regainNetwork();
  });
}

/** Resolves after the time, shortened by the speed, or at once when the life of the site ends. */
function wait({ time, signal, speed }: ConnectorLifeOptions, ms: number): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = time.after(ms / speed, done);
    signal.addEventListener('abort', done);

    function done(): void {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
